import type { CellRef } from '#src/domain/edits-state.ts'
import type { Sheet } from '#src/domain/sheet.ts'
import { displayName } from '#src/domain/view.ts'

/** Gives the name of a cell: "Homework 3, Ada Lovelace". */
export function cellName(sheet: Sheet, { learnerId, subsectionId }: CellRef): string {
  const learner = sheet.learners[sheet.row(learnerId)]
  return [sheet.columns[sheet.column(subsectionId)]?.name, learner && displayName(learner)]
    .filter(Boolean)
    .join(', ')
}
