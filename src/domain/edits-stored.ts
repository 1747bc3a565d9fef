import type { CellFacts, Will } from './conflict.ts'
import type { Exception, OverridePoints } from './course.ts'
import {
  type CellKey,
  type Doubt,
  type Edit,
  type EditState,
  NO_EDITS,
  STAGED,
  cellKey,
} from './edits-state.ts'
import { sharedEdit } from './edits-sync.ts'

/** Changes as they are kept on this device: ids, values and reasons, no names. Plain data, fit for JSON and IndexedDB. */
export interface StoredEdits {
  readonly version: 1
  readonly edits: readonly StoredEdit[]
}

export interface StoredEdit extends Pick<Edit, 'learnerId' | 'subsectionId' | 'was' | 'will' | 'reason'> {
  /** Values that were sent and whose outcome nobody told. */
  readonly inDoubt: ReadonlyArray<Pick<Doubt, 'will' | 'reason'>>
}

/**
 * Gives what has to survive a crash or a reload: the tray, and what is in flight. What was being sent is kept as in
 * doubt, so that it is read again before anything else.
 */
export function serialiseEdits(state: EditState): StoredEdits {
  const keys = new Set([...state.edits.keys(), ...state.latest.keys()])
  const edits = Array.from(keys, (key) => sharedEdit(state, key)).filter((edit) => edit !== null)
  return { version: 1, edits: edits.map((edit) => strip(edit, edit.inDoubt)) }
}

/**
 * Gives the tray that was kept: changes whose outcome nobody told are unknown, all others staged. Whatever does not
 * read as a change (another version, a damaged record) is left out; never throws.
 */
export function restoreEdits(stored: unknown): EditState {
  if (!isRecord(stored) || stored['version'] !== 1 || !Array.isArray(stored['edits'])) return NO_EDITS
  const edits = new Map<CellKey, Edit>()
  for (const item of stored['edits'] as readonly unknown[]) {
    if (!isStoredEdit(item)) continue
    edits.set(cellKey(item), {
      ...strip(item, []),
      status: item.inDoubt.length > 0 ? { kind: 'unknown' } : STAGED,
      inDoubt: item.inDoubt.map(({ will, reason }) => ({ batchId: null, will, reason })),
      undoes: null,
    })
  }
  return { ...NO_EDITS, edits }
}

function strip(
  { learnerId, subsectionId, was, will, reason }: Omit<StoredEdit, 'inDoubt'>,
  inDoubt: StoredEdit['inDoubt'],
): StoredEdit {
  return {
    learnerId,
    subsectionId,
    was,
    will,
    reason,
    inDoubt: inDoubt.map(({ will, reason }) => ({ will, reason })),
  }
}

function isStoredEdit(value: unknown): value is StoredEdit {
  if (!isRecord(value) || typeof value['learnerId'] !== 'string' || typeof value['subsectionId'] !== 'string')
    return false
  const doubts: unknown = value['inDoubt']
  return isFacts(value['was']) && isWish(value) && Array.isArray(doubts) && doubts.every(isWish)
}

function isWish(value: unknown): value is { will: Will; reason: string | null } {
  if (!isRecord(value) || !(value['reason'] === null || typeof value['reason'] === 'string')) return false
  const will = value['will']
  return (
    will === null ||
    (isRecord(will) &&
      isPoints(will['earned']) &&
      will['earned'] >= 0 &&
      isPointsOrNull(will['possible']) &&
      (will['exception'] === undefined || isException(will['exception'])))
  )
}

function isFacts(value: unknown): value is CellFacts {
  if (!isRecord(value)) return false
  const { attempted, earned, possible, override, exception, historyId } = value
  return (
    (attempted === null || typeof attempted === 'boolean') &&
    isPointsOrNull(earned) &&
    isPointsOrNull(possible) &&
    (override === undefined || override === null || isOverride(override)) &&
    (exception === undefined || exception === null || isException(exception)) &&
    (historyId === undefined || historyId === null || typeof historyId === 'string')
  )
}

function isException(value: unknown): value is Exception {
  return value === 'excused' || value === 'incomplete' || value === 'missing'
}

function isOverride(value: unknown): value is OverridePoints {
  return (
    isRecord(value) &&
    ['earnedAll', 'possibleAll', 'earnedGraded', 'possibleGraded'].every((field) =>
      isPointsOrNull(value[field]),
    )
  )
}

function isPointsOrNull(value: unknown): value is number | null {
  return value === null || isPoints(value)
}

function isPoints(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
