import { inForce } from './conflict.ts'
import type { LearnerId } from './course.ts'
import {
  type Batch,
  type BatchItem,
  type CellRef,
  type Edit,
  type EditState,
  cellKey,
  isInFlight,
} from './edits-state.ts'

/** What the grid shows on a cell: a change in the tray or in flight, else what the last save came to. */
export interface CellMark {
  readonly kind: Edit['status']['kind'] | 'saving' | 'saved' | 'undone'
  /** Its `status` has the particulars of a refusal or a conflict. */
  readonly edit: Edit
}

/** Gives the mark of a cell; null where nothing happened to it. Constant time: the grid asks for each visible cell. */
export function markOf(state: EditState, cell: CellRef): CellMark | null {
  const key = cellKey(cell)
  const item = state.batches.get(state.latest.get(key) ?? '')?.items.get(key)
  const edit = state.edits.get(key)
  // What the person typed last is what they look for; that an earlier value is still on its way shows in the tray.
  if (edit) return { kind: edit.status.kind, edit }
  if (!item) return null
  if (isInFlight(item)) return { kind: 'saving', edit: item.edit }
  if (item.outcome.kind === 'undone') return { kind: 'undone', edit: item.edit }
  if (item.outcome.kind !== 'saved') return null
  return { kind: item.edit.undoes === null ? 'saved' : 'undone', edit: item.edit }
}

/** Several parts of the page ask for the same with each change. */
const opened = new WeakMap<EditState, readonly Edit[]>()
const counted = new WeakMap<EditState, EditCount>()

/** Gives every change that is not settled: those in the tray and those in flight with nothing newer behind them. */
export function openEdits(state: EditState): readonly Edit[] {
  const known = opened.get(state)
  if (known) return known
  const open = [...state.edits.values()]
  for (const [key, batchId] of state.latest) {
    const item = state.batches.get(batchId)?.items.get(key)
    if (item && isInFlight(item) && !state.edits.has(key)) open.push(item.edit)
  }
  opened.set(state, open)
  return open
}

export interface EditCount {
  readonly changes: number
  readonly learners: number
}

/** Gives what the tray says: "14 changes for 9 learners". */
export function countEdits(state: EditState): EditCount {
  const known = counted.get(state)
  if (known) return known
  const open = openEdits(state)
  const count = { changes: open.length, learners: new Set(open.map(({ learnerId }) => learnerId)).size }
  counted.set(state, count)
  return count
}

/** Gives the open changes learner by learner, in the order in which they were made. */
export function editsByLearner(state: EditState): Map<LearnerId, Edit[]> {
  return Map.groupBy(openEdits(state), ({ learnerId }) => learnerId)
}

/** Gives the changes in the tray of one kind: `refused` ones to retry, `unknown` ones to read again. */
export function editsThatAre(state: EditState, ...kinds: ReadonlyArray<Edit['status']['kind']>): Edit[] {
  return [...state.edits.values()].filter(({ status }) => kinds.includes(status.kind))
}

/**
 * Tells whether a change takes something away: a lower score, or an override or score given up. Null where it does
 * not, as far as is known.
 */
export function lossOf({ was, will }: Pick<Edit, 'was' | 'will'>): 'lowers' | 'erases' | null {
  if (will === null) return was.override === undefined || inForce(was.override) ? 'erases' : null
  const before = was.attempted === false ? null : was.earned
  if (before === null) return null
  if (will.exception) return 'erases'
  return share(will.earned, will.possible ?? was.possible) < share(before, was.possible) ? 'lowers' : null
}

/** Gives the open changes that lower or erase a grade. */
export function losses(state: EditState): Edit[] {
  return openEdits(state).filter((edit) => lossOf(edit) !== null)
}

/** Tells whether anything is on its way to the server. */
export function isSaving(state: EditState): boolean {
  return [...state.batches.values()].some((batch) => [...batch.items.values()].some(isInFlight))
}

/** Gives the items of a batch in one phase, in order: `checking` ones to read, `checked` ones to send. */
export function itemsThatAre(batch: Batch, kind: BatchItem['outcome']['kind']): Edit[] {
  return [...batch.items.values()].filter(({ outcome }) => outcome.kind === kind).map(({ edit }) => edit)
}

export interface BatchProgress {
  readonly total: number
  /** No longer in flight, whatever came of them. */
  readonly settled: number
  readonly outcomes: Readonly<Partial<Record<BatchItem['outcome']['kind'], number>>>
}

/** Gives how far a batch is, and how many items came to each outcome. */
export function batchProgress(batch: Batch): BatchProgress {
  const outcomes: Partial<Record<BatchItem['outcome']['kind'], number>> = {}
  let settled = 0
  for (const item of batch.items.values()) {
    outcomes[item.outcome.kind] = (outcomes[item.outcome.kind] ?? 0) + 1
    if (!isInFlight(item)) settled += 1
  }
  return { total: batch.items.size, settled, outcomes }
}

function share(earned: number, possible: number | null): number {
  return possible !== null && possible > 0 ? earned / possible : earned
}
