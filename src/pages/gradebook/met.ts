import type { Assignment } from '#src/domain/course.ts'
import type { Sheet } from '#src/domain/sheet.ts'

/** Gives the columns that rows have told so far; the count says which state of the sheet is meant. */
export function columnsMet(sheet: Sheet, count: number): readonly Assignment[] {
  return sheet.columns.slice(0, count)
}
