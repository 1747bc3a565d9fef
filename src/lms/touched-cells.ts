import type { BatchItem, CellKey, CellRef, EditState } from '#src/domain/edits-state.ts'
import type { SavedCell } from './shared-tray.ts'

/** The cells whose change or outcome an event has touched, and those that it has saved. Proportional to the edits. */
export function touchedCells(
  before: EditState,
  after: EditState,
): { readonly cells: Iterable<CellRef>; readonly saved: readonly SavedCell[] } {
  const cells = new Map<CellKey, CellRef>()
  const saved: SavedCell[] = []
  for (const [a, b] of [
    [before.edits, after.edits],
    [after.edits, before.edits],
  ] as const) {
    if (a === b) continue
    for (const [key, edit] of a) if (b.get(key) !== edit) cells.set(key, edit)
  }
  for (const [id, batch] of after.batches) {
    const earlier = before.batches.get(id)
    if (earlier === batch) continue
    for (const [key, item] of batch.items) {
      const old = earlier?.items.get(key)
      if (old === item) continue
      cells.set(key, item.edit)
      if (isSaved(item) && !(old && isSaved(old))) saved.push(savedCell(item))
    }
  }
  return { cells: cells.values(), saved }
}

function isSaved({ outcome }: BatchItem): boolean {
  return outcome.kind === 'saved' || outcome.kind === 'unneeded'
}

function savedCell({ edit: { learnerId, subsectionId, will } }: BatchItem): SavedCell {
  return { learnerId, subsectionId, overridden: will !== null }
}
