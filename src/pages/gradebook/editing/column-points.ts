import type { SubsectionId } from '#src/domain/course.ts'
import type { Sheet } from '#src/domain/sheet.ts'

/** What was read of columns that nobody has attempted: the sheet does not tell it. */
const read = new WeakMap<Sheet, Map<SubsectionId, number>>()

/** Gives how many points a column is of; null where nobody has told. */
export function columnPoints(sheet: Sheet, subsectionId: SubsectionId): number | null {
  return sheet.possible(sheet.column(subsectionId)) ?? read.get(sheet)?.get(subsectionId) ?? null
}

/** Keeps how many points a column is of, as a subsection has told. */
export function keepColumnPoints(sheet: Sheet, subsectionId: SubsectionId, points: number): void {
  const known = read.get(sheet) ?? new Map<SubsectionId, number>()
  read.set(sheet, known.set(subsectionId, points))
}
