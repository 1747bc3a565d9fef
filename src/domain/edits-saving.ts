import { type CellFacts, factsAfter, mergeFacts } from './conflict.ts'
import type { HistoryEntry } from './course.ts'
import type { Draft } from './edits-draft.ts'
import { rebaseWaiting } from './edits-staging.ts'
import {
  type BatchItem,
  type CellKey,
  type CellRef,
  type EditStatus,
  type Outcome,
  type Reading,
  type Refusal,
  STAGED,
  cellKey,
} from './edits-state.ts'
import { markSaved, needsOverride, settle } from './edits-truth.ts'

/** What became of one cell that was sent. */
export type Answer = CellRef &
  (
    | { readonly kind: 'saved'; readonly now?: CellFacts }
    | { readonly kind: 'refused'; readonly refusal: Refusal }
    /** The server certainly did nothing: no connection, signed out. */
    | { readonly kind: 'not-saved' }
    /** Nobody knows: a time-out, a server error in the middle. */
    | { readonly kind: 'unknown' }
  )

/**
 * Takes staged and refused changes out of the tray into a new batch. Left alone are cells with a request in flight,
 * in conflict, or with an unknown outcome.
 */
export function begin(draft: Draft, batchId: string, at: number, cells: Iterable<CellRef>): void {
  if (draft.batch(batchId)) return
  const items = new Map<CellKey, BatchItem>()
  for (const cell of cells) {
    const key = cellKey(cell)
    const edit = draft.edit(key)
    if (!edit || draft.flight(key)) continue
    if (edit.status.kind !== 'staged' && edit.status.kind !== 'refused') continue
    items.set(key, { edit: { ...edit, status: STAGED }, outcome: { kind: 'checking' }, race: null })
  }
  if (items.size === 0) return
  draft.addBatch({ id: batchId, at, items })
  for (const key of items.keys()) draft.setEdit(key, null)
  draft.forget(items.keys())
}

/**
 * Compares cells of a batch with what the server says now. Nothing can be sent that has not come through here.
 * A reading without the override is no check where `needsOverride` asks for it.
 */
export function check(draft: Draft, batchId: string, readings: readonly Reading[]): void {
  for (const { now, entry, ...cell } of readings) {
    const key = cellKey(cell)
    const item = draft.item(batchId, key)
    if (item?.outcome.kind !== 'checking') continue
    const { edit } = item
    if (needsOverride(edit) && now.override === undefined) continue
    const { verdict, was, inDoubt } = settle(draft, edit, now)
    if (verdict === 'conflict') {
      land(draft, batchId, key, { kind: 'conflict' }, { kind: 'conflict', theirs: now, entry })
    } else if (verdict === 'done') {
      draft.setItem(batchId, key, { ...item, outcome: { kind: 'unneeded' } })
      // Where somebody else did it, a change that waits is compared with theirs before it is sent: no shortcut here.
      if (was === edit.was) draft.rebase(key, was)
      else rebaseWaiting(draft, key, was)
    } else {
      draft.setItem(batchId, key, { ...item, edit: { ...edit, was, inDoubt }, outcome: { kind: 'checked' } })
    }
  }
}

/** Tells that a request with these cells goes out. Cells that were not checked are left alone. */
export function send(draft: Draft, batchId: string, cells: Iterable<CellRef>): void {
  for (const cell of cells) {
    const key = cellKey(cell)
    const item = draft.item(batchId, key)
    if (item?.outcome.kind === 'checked')
      draft.setItem(batchId, key, { ...item, outcome: { kind: 'sending' } })
  }
}

/** Takes in the answer to a request, cell by cell. */
export function answer(draft: Draft, batchId: string, answers: readonly Answer[]): void {
  for (const told of answers) {
    const key = cellKey(told)
    const item = draft.item(batchId, key)
    if (item?.outcome.kind !== 'sending') continue
    switch (told.kind) {
      case 'saved': {
        const after = factsAfter(item.edit.was, item.edit.will)
        markSaved(draft, batchId, key)
        rebaseWaiting(draft, key, told.now ? mergeFacts(after, told.now) : after)
        break
      }
      case 'refused': {
        const refused = { kind: 'refused', refusal: told.refusal } as const
        land(draft, batchId, key, refused, refused)
        break
      }
      case 'not-saved':
        land(draft, batchId, key, { kind: 'not-saved' }, STAGED)
        break
      case 'unknown':
        land(draft, batchId, key, { kind: 'unknown' }, { kind: 'unknown' })
        break
    }
  }
}

/** Refuses cells that the check rules out, before anything is sent. */
export function refuse(draft: Draft, batchId: string, cells: Iterable<CellRef>, refusal: Refusal): void {
  const refused = { kind: 'refused', refusal } as const
  for (const cell of cells) {
    const key = cellKey(cell)
    const phase = draft.item(batchId, key)?.outcome.kind
    if (phase === 'checking' || phase === 'checked') land(draft, batchId, key, refused, refused)
  }
}

/** Puts what has not been sent yet back in the tray: the whole batch, or some cells of it. */
export function cancel(draft: Draft, batchId: string, cells: Iterable<CellRef> | null): void {
  const keys = cells ? Array.from(cells, cellKey) : Array.from(draft.batch(batchId)?.items.keys() ?? [])
  for (const key of keys) {
    const phase = draft.item(batchId, key)?.outcome.kind
    if (phase === 'checking' || phase === 'checked') land(draft, batchId, key, { kind: 'not-saved' }, STAGED)
  }
}

/** Notes somebody else's entry that slipped in between check and write: the history read afterwards told it. */
export function noteRace(draft: Draft, batchId: string, cell: CellRef, entry: HistoryEntry): void {
  const item = draft.item(batchId, cellKey(cell))
  if (item?.outcome.kind === 'saved') draft.setItem(batchId, cellKey(cell), { ...item, race: entry })
}

/** Ends an item that was not saved: its change goes back to the tray, unless a newer one of its cell waits there. */
function land(draft: Draft, batchId: string, key: CellKey, outcome: Outcome, status: EditStatus): void {
  const item = draft.item(batchId, key)
  if (!item) return
  draft.setItem(batchId, key, { ...item, outcome })
  draft.forget([key])
  const { edit } = item
  const unsettled = status.kind === 'unknown' || status.kind === 'conflict'
  const doubt = { batchId, will: edit.will, reason: edit.reason }
  const inDoubt = status.kind === 'unknown' ? [...edit.inDoubt, doubt] : edit.inDoubt
  const waiting = draft.edit(key)
  if (!waiting) draft.setEdit(key, { ...edit, status, inDoubt })
  else {
    draft.setEdit(key, { ...waiting, inDoubt, status: unsettled ? status : waiting.status })
    rebaseWaiting(draft, key, edit.was)
  }
}
