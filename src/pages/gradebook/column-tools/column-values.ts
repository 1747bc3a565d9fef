import type { Exception } from '#src/domain/course.ts'
import type { ScoreMode } from '#src/domain/score.ts'
import type { Sheet } from '#src/domain/sheet.ts'

/** The grades of a column, one for each row shown; NaN: none. */
export interface ColumnValues {
  /** In the unit of the view: points, or percent 0..100. Totals are always percent. */
  readonly values: Float64Array
  /** Unrounded, as the server compares them with a range. */
  readonly fractions: Float64Array
  /** How many rows have which exception; none where nobody has any. */
  readonly exceptions: ReadonlyMap<Exception, number>
}

interface ColumnValuesOptions {
  readonly sheet: Sheet
  readonly rows: Uint32Array
  /** `total`, or a subsection's id. */
  readonly columnId: string
  readonly scores: ScoreMode
  /** Of the sheet's content: what was read once may have changed. */
  readonly version: number
}

/** Gives what the server holds in a column. */
export function columnValues({ sheet, rows, columnId, scores }: ColumnValuesOptions): ColumnValues {
  const column = sheet.column(columnId)
  const values = new Float64Array(rows.length).fill(Number.NaN)
  const exceptions = new Map<Exception, number>()
  const fractions = new Float64Array(rows.length).fill(Number.NaN)
  for (const [place, row] of rows.entries()) {
    if (columnId === 'total') {
      fractions[place] = sheet.total(row)
      values[place] = sheet.total(row) * 100
      continue
    }
    const grade = sheet.grade(row, column)
    if (grade?.exception) exceptions.set(grade.exception, (exceptions.get(grade.exception) ?? 0) + 1)
    if (!grade?.attempted) continue
    const exact = grade.earned / grade.possible
    fractions[place] = Number.isFinite(exact) ? exact : grade.percent
    values[place] = scores === 'points' ? grade.earned : grade.percent * 100
  }
  return { values, fractions, exceptions }
}
