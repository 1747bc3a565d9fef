import type { HistoryEntry } from './course.ts'
import type { Edit } from './edits-state.ts'

/** Points are kept to four decimals. */
const NEAR = 0.00005

/**
 * Gives somebody else's entry that slipped in between the last look at a cell and my write, or came right after it; null
 * where none did. The API has no precondition, so only the history read afterwards tells.
 * @param history oldest first, read after the write
 * @param edit what was written; `was` holds the newest entry of the last look
 */
export function othersEntry(
  history: readonly HistoryEntry[],
  { was, will, reason }: Pick<Edit, 'was' | 'will' | 'reason'>,
): HistoryEntry | null {
  if (was.historyId === undefined) return null
  // Without an override a server tells no history: what was there before the last deletion is old.
  const seen =
    was.historyId === null
      ? history.findLastIndex(({ change }) => change === 'deleted')
      : history.findIndex(({ id }) => id === was.historyId)
  if (was.historyId !== null && seen < 0) return null
  const added = history.slice(seen + 1)
  const mine = added.findLast((entry) => {
    const { earnedGraded } = entry.override
    const isSame =
      will === null || earnedGraded === null
        ? will === earnedGraded
        : Math.abs(earnedGraded - will.earned) < NEAR
    return isSame && entry.change !== 'deleted' && entry.reason === reason
  })
  return added.findLast((entry) => entry !== mine) ?? null
}
