import type { Assignment, SubsectionId } from '#src/domain/course.ts'
import type { Sheet } from '#src/domain/sheet.ts'

/** Gives the columns that rows have told so far; the count says which state of the sheet is meant. */
export function columnsMet(sheet: Sheet, count: number): readonly Assignment[] {
  return sheet.columns.slice(0, count)
}

/** Gives the columns' possible points as a text that differs when one of them does: a snapshot for subscribers. */
export function pointsMet(sheet: Sheet): string {
  return sheet.columns.map((_, column) => sheet.possible(column) ?? '').join(' ')
}

/** Reads the text of `pointsMet`; a column that nobody has attempted has no entry. */
export function readPoints(columns: readonly Assignment[], text: string): ReadonlyMap<SubsectionId, number> {
  const points = text.split(' ')
  return new Map(columns.flatMap(({ id }, at) => (points[at] ? [[id, Number(points[at])] as const] : [])))
}
