import { factsAfter } from './conflict.ts'
import type { Draft } from './edits-draft.ts'
import {
  type BatchItem,
  type CellKey,
  type CellRef,
  type Doubt,
  type Edit,
  type EditState,
  STAGED,
  cellKey,
  isInFlight,
} from './edits-state.ts'

/** The open change of a cell as all tabs of a course share it. Its doubts name no batch: batches belong to a tab. */
export type SharedEdit = Omit<Edit, 'undoes'>

/** What another tab has made of a cell. Null: nothing is open there any more. */
export interface SyncedCell extends CellRef {
  readonly edit: SharedEdit | null
}

/**
 * Gives the open change of a cell as another tab is to know it; null where there is none. One that is being sent is
 * told as in doubt, so that the other tab stays right if this one dies.
 */
export function sharedEdit(state: EditState, key: CellKey): SharedEdit | null {
  const waiting = state.edits.get(key)
  const item = state.batches.get(state.latest.get(key) ?? '')?.items.get(key)
  if (!item || !isInFlight(item)) return waiting ? shared(waiting) : null
  const { edit, outcome } = item
  const doubt = { batchId: null, will: edit.will, reason: edit.reason }
  const inDoubt = outcome.kind === 'sending' ? [...edit.inDoubt, doubt] : edit.inDoubt
  return shared({ ...(waiting ?? edit), was: edit.was, status: STAGED, inDoubt })
}

/**
 * Takes in what another tab, or an earlier visit, has made of cells. Batches stay as they are: what is in flight here
 * goes on, and another value for its cell waits behind it.
 */
export function sync(draft: Draft, cells: readonly SyncedCell[]): void {
  for (const { edit, ...cell } of cells) {
    const key = cellKey(cell)
    const before = draft.edit(key)
    const flight = draft.flight(key)
    const after = flight ? behind(flight, edit) : taken(before, edit)
    if (before === after) continue
    draft.setEdit(key, after)
    draft.forget([key])
  }
}

/** Gives the change that waits behind one in flight. */
function behind({ edit: sent }: BatchItem, edit: SharedEdit | null): Edit | null {
  if (!edit || (sameWish(sent, edit) && sent.reason === edit.reason)) return null
  const was = factsAfter(sent.was, sent.will)
  // What is in doubt is the business of the one in flight.
  return { ...edit, was, status: STAGED, inDoubt: [], undoes: null }
}

function taken(before: Edit | null, edit: SharedEdit | null): Edit | null {
  // My own writes whose outcome I do not know: the batch waits for a reading, which tells, whatever another tab knows.
  if (before?.status.kind === 'unknown' && before.inDoubt.some(({ batchId }) => batchId !== null)) {
    return edit ? { ...before, will: edit.will, reason: edit.reason } : before
  }
  if (!edit) return null
  const undoes = before && sameWish(before, edit) ? before.undoes : null
  return { ...edit, undoes, inDoubt: edit.inDoubt.map((doubt) => ownDoubt(before, doubt)) }
}

/** Gives this tab's own note of a write in doubt, which names the batch, where it has one. */
function ownDoubt(before: Edit | null, doubt: Doubt): Doubt {
  return before?.inDoubt.find((own) => own.reason === doubt.reason && sameWish(own, doubt)) ?? doubt
}

/** Gives what of a change other tabs are to know. */
export function shared({
  learnerId,
  subsectionId,
  was,
  will,
  reason,
  status,
  inDoubt,
}: SharedEdit): SharedEdit {
  const doubts = inDoubt.map((doubt) => ({ ...doubt, batchId: null }))
  return { learnerId, subsectionId, was, will, reason, status, inDoubt: doubts }
}

function sameWish({ will: a }: Pick<Edit, 'will'>, { will: b }: Pick<Edit, 'will'>): boolean {
  if (a === null || b === null) return a === b
  return a.earned === b.earned && a.possible === b.possible && a.exception === b.exception
}
