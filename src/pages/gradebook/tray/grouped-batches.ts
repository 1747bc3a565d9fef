import type { Batch } from '#src/domain/edits-state.ts'
import type { Tray } from '#src/lms/tray.ts'

/** Gives saved batches in the order of saving; those that were saved as one typed, one after the other, together. */
export function groupedBatches(batches: Iterable<Batch>, tray: Pick<Tray, 'wasQuiet'>): Batch[][] {
  const groups: Batch[][] = []
  for (const batch of batches) {
    const last = groups.at(-1)
    if (last?.[0] && tray.wasQuiet(batch.id) && tray.wasQuiet(last[0].id)) last.push(batch)
    else groups.push([batch])
  }
  return groups
}

/** Tells whether anything of a batch reached the server, or stood there already. */
export function hasSaved({ items }: Batch): boolean {
  for (const { outcome } of items.values()) {
    if (outcome.kind === 'saved' || outcome.kind === 'unneeded' || outcome.kind === 'undone') return true
  }
  return false
}
