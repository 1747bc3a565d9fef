import { useSyncExternalStore } from 'react'
import { markOf } from '#src/domain/edits-read.ts'
import { type CellRef, type Edit, cellKey } from '#src/domain/edits-state.ts'
import type { EditStore } from '#src/lms/edit-store.ts'

/** Follows the change of a cell that waits in the store (null: there is none), and tells whether one is on its way. */
export function useEdit(store: EditStore, cell: CellRef): { edit: Edit | null; isInFlight: boolean } {
  const { learnerId } = cell
  const state = useSyncExternalStore((listener) => store.subscribeRow(learnerId, listener), store.state)
  return {
    edit: state.edits.get(cellKey(cell)) ?? null,
    isInFlight: markOf(state, cell)?.kind === 'saving',
  }
}
