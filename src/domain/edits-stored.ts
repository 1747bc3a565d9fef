import type { CellFacts, Will } from './conflict.ts'
import type { Exception, OverridePoints } from './course.ts'
import {
  type BatchItem,
  type CellKey,
  type Doubt,
  type Edit,
  type EditState,
  NO_EDITS,
  STAGED,
  cellKey,
  isInFlight,
} from './edits-state.ts'
import { sharedEdit } from './edits-sync.ts'

/** Changes as they are kept on this device: ids, values and reasons, no names. Plain data, fit for JSON and IndexedDB. */
export interface StoredEdits {
  readonly version: 1
  /** Each as JSON: a database takes many texts in a fraction of the time that it takes for as many objects. */
  readonly edits: readonly string[]
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
  const steps = serialiseInSteps(state)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same, change by change: whoever keeps many may pause between them. */
export function* serialiseInSteps(state: EditState): Generator<void, StoredEdits> {
  const edits: string[] = []
  for (const key of new Set([...state.edits.keys(), ...state.latest.keys()])) {
    const text = textOf(state, key)
    if (text === null) continue
    edits.push(text)
    yield
  }
  return { version: 1, edits }
}

/** With each request of a saving all is written again, and most of it is as it was. */
const texts = new WeakMap<Edit | BatchItem, string>()

function textOf(state: EditState, key: CellKey): string | null {
  const waiting = state.edits.get(key)
  const item = state.batches.get(state.latest.get(key) ?? '')?.items.get(key)
  const flight = item && isInFlight(item) ? item : undefined
  // A change that waits behind one in flight is made of both.
  const source = waiting && flight ? undefined : (waiting ?? flight)
  const known = source && texts.get(source)
  if (known !== undefined) return known
  const edit = sharedEdit(state, key)
  if (!edit) return null
  const text = JSON.stringify(strip(edit, edit.inDoubt))
  if (source) texts.set(source, text)
  return text
}

/**
 * Gives the tray that was kept: changes whose outcome nobody told are unknown, all others staged. Whatever does not
 * read as a change (another version, a damaged record) is left out; never throws.
 */
export function restoreEdits(stored: unknown): EditState {
  if (!isRecord(stored) || stored['version'] !== 1 || !Array.isArray(stored['edits'])) return NO_EDITS
  const edits = new Map<CellKey, Edit>()
  for (const text of stored['edits'] as readonly unknown[]) {
    const item = parse(text)
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

function parse(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
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
