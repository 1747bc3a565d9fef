import { type CellFacts, type Will, fulfils, inForce } from './conflict.ts'
import type { HistoryEntry, SubsectionGrade } from './course.ts'
import type { Edit } from './edits-state.ts'

/** Points are kept to four decimals. */
const NEAR = 0.00005

/** What stood in a cell before a saved change, as its history tells at this moment. */
export type Previous =
  | { readonly kind: 'known'; readonly will: Will }
  /** The newest entry is not the saved change: somebody was there since. */
  | { readonly kind: 'changed-since' }
  /** The history does not reach back that far. */
  | { readonly kind: 'not-told' }

/**
 * Gives what has to be written to take a saved change back. No override before means no override again: the original
 * score counts.
 * @param saved the change as it was sent
 */
export function previousOf(
  { history, graded }: Pick<SubsectionGrade, 'history' | 'graded'>,
  saved: Pick<Edit, 'will' | 'reason'>,
): Previous {
  const newest = history.at(-1)
  if (!newest || !isMadeBy(newest, saved)) return { kind: 'changed-since' }
  const before = history.at(-2)
  if (!before) return newest.change === 'created' ? { kind: 'known', will: null } : { kind: 'not-told' }
  const { earnedGraded, possibleGraded } = before.override
  if (before.change === 'deleted' || !inForce(before.override) || earnedGraded === null)
    return { kind: 'known', will: null }
  const isComputed = possibleGraded === null || Math.abs(possibleGraded - graded.possible) < NEAR
  return { kind: 'known', will: { earned: earnedGraded, possible: isComputed ? null : possibleGraded } }
}

/**
 * Gives what has to be written to take a saved change back where the server keeps no history: what the change started
 * from, if the cell still is what the change made of it. Missing is nothing that can be written.
 */
export function previousBySaved(now: CellFacts, { was, will }: Pick<Edit, 'was' | 'will'>): Previous {
  if (!fulfils(now, will)) return { kind: 'changed-since' }
  if (was.exception === 'missing') return { kind: 'not-told' }
  if (was.exception) return { kind: 'known', will: { earned: 0, possible: null, exception: was.exception } }
  if (was.attempted === false || was.override === null) return { kind: 'known', will: null }
  if (was.earned === null) return { kind: 'not-told' }
  return { kind: 'known', will: { earned: was.earned, possible: null } }
}

function isMadeBy({ change, override, reason }: HistoryEntry, saved: Pick<Edit, 'will' | 'reason'>): boolean {
  if (change === 'deleted' || reason !== saved.reason) return false
  const { earnedGraded, possibleGraded } = override
  if (saved.will === null) return !inForce(override)
  const { earned, possible } = saved.will
  return (
    earnedGraded !== null &&
    Math.abs(earnedGraded - earned) < NEAR &&
    (possible === null || (possibleGraded !== null && Math.abs(possibleGraded - possible) < NEAR))
  )
}
