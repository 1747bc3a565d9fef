import type { HistoryEntry } from './course.ts'
import { Draft } from './edits-draft.ts'
import { type Answer, answer, begin, cancel, check, noteRace, refuse, send } from './edits-saving.ts'
import { type Change, discard, giveReason, stage, stageInSteps, stageUndo } from './edits-staging.ts'
import { type CellRef, type EditState, NO_EDITS, type Reading, type Refusal } from './edits-state.ts'
import { type SyncedCell, sync } from './edits-sync.ts'
import { keepMine, reread, takeTheirs } from './edits-truth.ts'

/** Everything that can happen to a typed grade until it is saved, and after. */
export type EditEvent =
  | { readonly type: 'stage'; readonly changes: readonly Change[] }
  | { readonly type: 'give-reason'; readonly cells: Iterable<CellRef>; readonly reason: string | null }
  | { readonly type: 'discard'; readonly cells: Iterable<CellRef> }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  | {
      readonly type: 'begin'
      readonly batchId: string
      readonly at: number
      readonly cells: Iterable<CellRef>
    }
  | { readonly type: 'checked'; readonly batchId: string; readonly readings: readonly Reading[] }
  | { readonly type: 'sent'; readonly batchId: string; readonly cells: Iterable<CellRef> }
  | { readonly type: 'answered'; readonly batchId: string; readonly answers: readonly Answer[] }
  | {
      readonly type: 'refuse'
      readonly batchId: string
      readonly cells: Iterable<CellRef>
      readonly refusal: Refusal
    }
  | { readonly type: 'cancel'; readonly batchId: string; readonly cells?: Iterable<CellRef> }
  | { readonly type: 'reread'; readonly readings: readonly Reading[] }
  | { readonly type: 'take-theirs'; readonly cells: Iterable<CellRef> }
  | { readonly type: 'keep-mine'; readonly cells: Iterable<CellRef> }
  | { readonly type: 'stage-undo'; readonly batchId: string; readonly changes: readonly Change[] }
  | { readonly type: 'raced'; readonly batchId: string; readonly cell: CellRef; readonly entry: HistoryEntry }
  /** Another tab of the course, or an earlier visit, has other changes than this one. Not a step that can be undone. */
  | { readonly type: 'sync'; readonly cells: readonly SyncedCell[] }
  /** Signed out: nothing of this person may stay. */
  | { readonly type: 'clear' }

/**
 * The staged-edit machine. Gives the state after an event; the very same state when the event fits nothing in it, so
 * that a late answer or a double click does no harm.
 *
 * ```
 *            stage                begin            checked         sent            answered
 * (nothing) ───────▶ staged ───────────▶ checking ───────▶ checked ─────▶ sending ─────────▶ saved ──▶ undone
 *              ▲        ▲ ▲ ▲               │ │               │              │ │
 *   discard,   │        │ │ └─── cancel ────┼─┼───────────────┘              │ └▶ refused ──▶ begin again
 *   undo ◀─────┘        │ │                 │ └▶ unneeded                    └──▶ unknown
 *                       │ └── keep-mine ─ conflict ─ take-theirs ─▶ (nothing)       │
 *                       └───────────────────── reread ◀─────────────────────────────┘─▶ saved, conflict
 * ```
 *
 * From checking and checked, `refuse` leads to refused, too: what the check itself rules out is never sent.
 *
 * The tray (`edits`) holds staged, refused, unknown and conflict; the rest are outcomes of batch items. A change typed
 * while its cell is in flight waits in the tray, and starts from whatever the one before it comes to.
 */
export function reduce(state: EditState, event: EditEvent): EditState {
  if (event.type === 'clear') return NO_EDITS
  const draft = new Draft(state)
  apply(draft, event)
  return draft.done()
}

/** Gives what `reduce` makes of staging changes, one after the other: whoever stages many may pause between them. */
export function* reduceStaging(state: EditState, changes: readonly Change[]): Generator<void, EditState> {
  const draft = new Draft(state)
  yield* stageInSteps(draft, changes)
  return draft.done()
}

function apply(draft: Draft, event: Exclude<EditEvent, { type: 'clear' }>): void {
  switch (event.type) {
    case 'stage':
      return stage(draft, event.changes)
    case 'give-reason':
      return giveReason(draft, event.cells, event.reason)
    case 'discard':
      return discard(draft, event.cells)
    case 'undo':
      return draft.stepBack()
    case 'redo':
      return draft.stepForward()
    case 'begin':
      return begin(draft, event.batchId, event.at, event.cells)
    case 'checked':
      return check(draft, event.batchId, event.readings)
    case 'sent':
      return send(draft, event.batchId, event.cells)
    case 'answered':
      return answer(draft, event.batchId, event.answers)
    case 'refuse':
      return refuse(draft, event.batchId, event.cells, event.refusal)
    case 'cancel':
      return cancel(draft, event.batchId, event.cells ?? null)
    case 'reread':
      return reread(draft, event.readings)
    case 'take-theirs':
      return takeTheirs(draft, event.cells)
    case 'keep-mine':
      return keepMine(draft, event.cells)
    case 'stage-undo':
      return stageUndo(draft, event.batchId, event.changes)
    case 'raced':
      return noteRace(draft, event.batchId, event.cell, event.entry)
    case 'sync':
      return sync(draft, event.cells)
  }
}
