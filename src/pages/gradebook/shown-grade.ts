import { markOf } from '#src/domain/edits-read.ts'
import type { EditState } from '#src/domain/edits-state.ts'
import type { Sheet, SheetGrade } from '#src/domain/sheet.ts'
import { columnPoints } from './editing/column-points.ts'
import { willBe } from './marked-cell.ts'

const BLANK: SheetGrade = { attempted: false, overridden: false, earned: 0, possible: 0, percent: 0 }

/**
 * Gives the grade that a cell shows: a change that is not saved yet, else what the server has told; null where nothing
 * has arrived. A change that takes an override away shows nothing.
 */
export function shownGrade(sheet: Sheet, state: EditState, row: number, column: number): SheetGrade | null {
  const grade = sheet.grade(row, column)
  if (state.edits.size === 0 && state.latest.size === 0) return grade
  const learnerId = sheet.learners[row]?.id ?? ''
  const subsectionId = sheet.columns[column]?.id ?? ''
  const mark = markOf(state, { learnerId, subsectionId })
  if (!mark || mark.kind === 'saved' || mark.kind === 'undone') return grade
  return willBe(mark, columnPoints(sheet, subsectionId)) ?? BLANK
}
