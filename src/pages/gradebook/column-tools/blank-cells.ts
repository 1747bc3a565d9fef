import type { SubsectionId } from '#src/domain/course.ts'
import { markOf } from '#src/domain/edits-read.ts'
import type { CellRef, EditState } from '#src/domain/edits-state.ts'
import { type Sheet, isBlank } from '#src/domain/sheet.ts'

interface BlankCellsOptions {
  readonly sheet: Sheet
  readonly rows: Uint32Array
  readonly subsectionId: SubsectionId
  readonly state: EditState
  /** Of the sheet's content: what was read once may have changed. */
  readonly version: number
}

/** Gives the cells of a column that nobody has attempted, and for which no change waits. */
export function blankCells({ sheet, rows, subsectionId, state }: BlankCellsOptions): CellRef[] {
  const column = sheet.column(subsectionId)
  const blanks: CellRef[] = []
  for (const row of rows) {
    const learnerId = sheet.learners[row]?.id
    const grade = sheet.grade(row, column)
    if (learnerId === undefined || !isBlank(grade)) continue
    const cell = { learnerId, subsectionId }
    const mark = markOf(state, cell)
    if (!mark || mark.kind === 'saved' || mark.kind === 'undone') blanks.push(cell)
  }
  return blanks
}
