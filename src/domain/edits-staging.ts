import { type CellFacts, type Will, factsAfter, fulfils } from './conflict.ts'
import type { Draft } from './edits-draft.ts'
import { type BatchItem, type CellKey, type CellRef, type Edit, STAGED, cellKey } from './edits-state.ts'

/** What a person wants a cell to be. */
export interface Change extends CellRef {
  /** What the cell shows now, or what the server has just said of it. */
  readonly was: CellFacts
  readonly will: Will
  /** Left out: the reason given earlier for this cell stays. */
  readonly reason?: string | null
  /**
   * The person has what the server says now before their eyes (the override editor): it becomes what the change
   * starts from, a conflict is thereby decided, and even a score equal to the present one is meant.
   */
  readonly seen?: boolean
}

/** Puts changes in the tray, as one step. The later change of a cell takes the place of the earlier. */
export function stage(draft: Draft, changes: readonly Change[]): void {
  for (const _ of stageInSteps(draft, changes));
}

/** The same, change by change: whoever stages many may pause between them. Nothing is in the tray before the end. */
export function* stageInSteps(draft: Draft, changes: readonly Change[]): Generator<void, void> {
  const step = new Map<CellKey, { before: Edit | null; after: Edit | null }>()
  for (const change of changes) {
    if (!isSound(change.will)) continue
    const key = cellKey(change)
    const before = draft.edit(key)
    const after = staged(change, before, draft.flight(key))
    // What came and went within one step is left out.
    if (before || after) step.set(key, { before, after })
    else step.delete(key)
    yield
  }
  draft.take(step)
}

/** Takes changes out of the tray, as one step. One whose outcome is unknown stays until it has been read again. */
export function discard(draft: Draft, cells: Iterable<CellRef>): void {
  const step = new Map<CellKey, { before: Edit; after: null }>()
  for (const cell of cells) {
    const before = draft.edit(cellKey(cell))
    if (before && before.status.kind !== 'unknown') step.set(cellKey(cell), { before, after: null })
  }
  draft.take(step)
}

/** Gives changes in the tray a reason, as one step. Blanks around it go; an empty one is none. */
export function giveReason(draft: Draft, cells: Iterable<CellRef>, reason: string | null): void {
  const step = new Map<CellKey, { before: Edit; after: Edit }>()
  for (const cell of cells) {
    const before = draft.edit(cellKey(cell))
    const after = before && { ...before, reason: tidy(reason) }
    if (after && after.reason !== before.reason) step.set(cellKey(cell), { before, after })
  }
  draft.take(step)
}

/**
 * Stages the previous values of saved cells as new changes, as one step. What they were is read from the history at
 * that moment by the caller. A cell with a change in the tray or on its way is left alone: that one is newer.
 */
export function stageUndo(draft: Draft, batchId: string, changes: readonly Change[]): void {
  const step = new Map<CellKey, { before: null; after: Edit }>()
  for (const change of changes) {
    const key = cellKey(change)
    const saved = draft.item(batchId, key)?.outcome.kind === 'saved'
    if (!saved || !isSound(change.will) || draft.edit(key) || draft.flight(key)) continue
    step.set(key, { before: null, after: { ...fresh(change), undoes: batchId } })
  }
  draft.take(step)
}

/** Gives the change that waits behind a saved one its new start; drops it where that made it pointless. */
export function rebaseWaiting(draft: Draft, key: CellKey, was: CellFacts): void {
  draft.rebase(key, was)
  const edit = draft.edit(key)
  if (!edit || !isPointless(edit)) return
  draft.setEdit(key, null)
  draft.forget([key])
}

function staged(change: Change, earlier: Edit | null, flight: BatchItem | null): Edit | null {
  const edit: Edit = earlier
    ? { ...earlier, will: change.will, undoes: null, reason: reasonOf(change, earlier) }
    : fresh(change)
  // What is unknown stays so: only the comparison with what I started from tells whether my write arrived.
  if (edit.status.kind === 'unknown') return edit
  if (change.seen) return { ...edit, was: change.was, status: STAGED }
  const was = earlier || !flight ? edit.was : factsAfter(flight.edit.was, flight.edit.will)
  const next: Edit = { ...edit, was, status: edit.status.kind === 'conflict' ? edit.status : STAGED }
  return isPointless(next) ? null : next
}

function fresh(change: Change): Edit {
  return {
    learnerId: change.learnerId,
    subsectionId: change.subsectionId,
    was: change.was,
    will: change.will,
    reason: reasonOf(change, null),
    status: STAGED,
    inDoubt: [],
    undoes: null,
  }
}

/** The cell shows this already, and there is no reason to put on record. */
function isPointless({ was, will, reason, status, inDoubt }: Edit): boolean {
  if (reason !== null || inDoubt.length > 0 || status.kind !== 'staged') return false
  return fulfils(will === null ? was : { ...was, override: undefined }, will)
}

function isSound(will: Will): boolean {
  if (will === null) return true
  const { earned, possible } = will
  return (
    Number.isFinite(earned) &&
    earned >= 0 &&
    (possible === null || (Number.isFinite(possible) && possible >= 0))
  )
}

function reasonOf(change: Change, earlier: Edit | null): string | null {
  return change.reason === undefined ? (earlier?.reason ?? null) : tidy(change.reason)
}

function tidy(reason: string | null): string | null {
  return reason?.trim() || null
}
