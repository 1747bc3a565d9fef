import { type CellFacts, compareFacts, fulfils, mergeFacts, replaceFacts } from './conflict.ts'
import type { Draft } from './edits-draft.ts'
import {
  type CellKey,
  type CellRef,
  type Doubt,
  type Edit,
  type Reading,
  STAGED,
  cellKey,
} from './edits-state.ts'

interface Settled {
  /** `go`: what I started from still stands. `done`: the cell is as I want it. `conflict`: somebody else changed it. */
  readonly verdict: 'go' | 'done' | 'conflict'
  /** What the next change of the cell starts from. What somebody else did unseen is no start, even if I want the same. */
  readonly was: CellFacts
  /** What is still in doubt. A write that has not arrived may do so later: it stays until another one is seen. */
  readonly inDoubt: readonly Doubt[]
}

/**
 * Tells whether a row of the gradebook is not enough to compare a change with, so that the subsection has to be read:
 * to clear an override one must know of it, and where the points at the start are not known only the override tells.
 */
export function needsOverride({ was, will, inDoubt }: Pick<Edit, 'was' | 'will' | 'inDoubt'>): boolean {
  return will === null || was.earned === null || inDoubt.some((doubt) => doubt.will === null)
}

/** Compares a change with what the server says now, and settles what was in doubt about earlier writes of the cell. */
export function settle(draft: Draft, edit: Edit, now: CellFacts): Settled {
  const { will, reason } = edit
  const same = compareFacts(edit.was, now).kind === 'same'
  const mine = same ? undefined : edit.inDoubt.findLast((doubt) => fulfils(now, doubt.will))
  const inDoubt = mine ? settleDoubts(draft, edit, mine) : edit.inDoubt
  const was = same ? mergeFacts(edit.was, now) : mine ? replaceFacts(edit.was, now) : edit.was
  // Clearing leaves no reason behind that could differ: without an override nothing is sent.
  const onRecord = will === null || reason === null || reason === mine?.reason
  const done = fulfils(now, will) && onRecord && (!same || will === null)
  return { verdict: done ? 'done' : same || mine ? 'go' : 'conflict', was, inDoubt }
}

/**
 * Takes in what the server says of cells whose outcome was unknown: the write arrived, or it did not and is staged
 * again, or somebody else was there.
 */
export function reread(draft: Draft, readings: readonly Reading[]): void {
  for (const { now, entry, ...cell } of readings) {
    const key = cellKey(cell)
    const edit = draft.edit(key)
    if (edit?.status.kind !== 'unknown') continue
    if (needsOverride(edit) && now.override === undefined) continue
    const { verdict, was, inDoubt } = settle(draft, edit, now)
    if (verdict === 'done') draft.setEdit(key, null)
    else if (verdict === 'conflict')
      draft.setEdit(key, { ...edit, status: { kind: 'conflict', theirs: now, entry } })
    else {
      settleDoubts(draft, edit, undefined)
      draft.setEdit(key, { ...edit, was, status: STAGED, inDoubt })
    }
    draft.forget([key])
  }
}

/** Ends conflicts by leaving the cells as somebody else made them. */
export function takeTheirs(draft: Draft, cells: Iterable<CellRef>): void {
  for (const key of disputed(draft, cells)) {
    draft.setEdit(key, null)
    draft.forget([key])
  }
}

/** Ends conflicts by starting from what somebody else made: the next check compares with that. */
export function keepMine(draft: Draft, cells: Iterable<CellRef>): void {
  for (const key of disputed(draft, cells)) {
    const edit = draft.edit(key)
    if (edit?.status.kind !== 'conflict') continue
    draft.setEdit(key, { ...edit, was: replaceFacts(edit.was, edit.status.theirs), status: STAGED })
    draft.forget([key])
  }
}

/** Marks an item as saved, and what it takes back as undone. */
export function markSaved(draft: Draft, batchId: string, key: CellKey): void {
  const item = draft.item(batchId, key)
  if (!item) return
  draft.setItem(batchId, key, { ...item, outcome: { kind: 'saved' } })
  const { undoes } = item.edit
  const undone = undoes === null ? null : draft.item(undoes, key)
  if (undoes === null || !undone) return
  draft.setItem(undoes, key, { ...undone, outcome: { kind: 'undone', by: batchId } })
}

function* disputed(draft: Draft, cells: Iterable<CellRef>): Generator<CellKey> {
  for (const cell of cells) {
    const key = cellKey(cell)
    if (draft.edit(key)?.status.kind === 'conflict') yield key
  }
}

/** Ends the unknown items of a cell: the write that arrived is saved, the others are not. Nothing stays in doubt. */
function settleDoubts(draft: Draft, { inDoubt, ...cell }: Edit, arrived: Doubt | undefined): readonly [] {
  const key = cellKey(cell)
  for (const doubt of inDoubt) {
    const item = doubt.batchId === null ? null : draft.item(doubt.batchId, key)
    if (doubt.batchId === null || !item) continue
    if (doubt === arrived) markSaved(draft, doubt.batchId, key)
    else if (item.outcome.kind === 'unknown') {
      draft.setItem(doubt.batchId, key, { ...item, outcome: { kind: 'not-saved' } })
    }
  }
  return []
}
