import type { Change } from '#src/domain/edits-staging.ts'
import { cellKey } from '#src/domain/edits-state.ts'
import type { EditStore } from '#src/lms/edit-store.ts'

/** Stages changes as one step that is undone as a whole. Gives how many cells it made different. */
export function stageAll(edits: EditStore, changes: readonly Change[]): number {
  const before = edits.state().edits
  edits.dispatch({ type: 'stage', changes })
  const after = edits.state().edits
  return changes.filter((change) => before.get(cellKey(change)) !== after.get(cellKey(change))).length
}
