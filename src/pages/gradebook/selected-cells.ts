import type { EditState } from '#src/domain/edits-state.ts'
import type { Sheet } from '#src/domain/sheet.ts'
import type { GridColumn } from '#src/ui/grid/columns.ts'
import type { GridSelection } from '#src/ui/grid/selection.ts'
import type { ScoreView } from './cell-words.ts'
import type { GridTarget } from './editing/grid-work.ts'
import type { RowOrder } from './row-order.ts'
import { shownGrade } from './shown-grade.ts'

/** A rectangle of what the table shows, by positions, ends included. */
export interface SelectedCells {
  readonly top: number
  readonly bottom: number
  readonly columns: readonly GridColumn[]
}

/** Where cells are read. */
export interface CellReader {
  readonly sheet: Sheet
  readonly state: EditState
  readonly order: RowOrder
  readonly scores: ScoreView
}

/** Gives the cells of a selection as they stand now; null where there is none, or an end of it is not shown. */
export function selectedCells(
  selection: GridSelection | null,
  order: RowOrder,
  columns: readonly GridColumn[],
): SelectedCells | null {
  if (!selection) return null
  const ends = [selection.anchor, selection.head]
  const rows = ends.map(({ rowKey }) => order.placeOf(rowKey))
  const across = ends.map(({ columnId }) => columns.findIndex(({ id }) => id === columnId))
  const [top, bottom] = [Math.min(...rows), Math.max(...rows)]
  const [first, last] = [Math.min(...across), Math.max(...across)]
  if (top < 0 || first < 0) return null
  return { top, bottom, columns: columns.slice(first, last + 1) }
}

/** Gives the same cells by positions among all that are shown: what commands that change them are for. */
export function targetOf(
  cells: SelectedCells | null,
  order: RowOrder,
  sheet: Sheet,
  columns: readonly GridColumn[],
): GridTarget | null {
  const [column] = cells?.columns ?? []
  if (!cells || !column) return null
  const first = columns.indexOf(column)
  return {
    selected: { top: cells.top, bottom: cells.bottom, first, last: first + cells.columns.length - 1 },
    rowCount: order.rows.length,
    columnIds: columns.map(({ id }) => id),
    learnerAt: (row) => sheet.learners[order.rows[row] ?? -1]?.id ?? null,
  }
}

/** Gives the grades among the selected cells, in the unit of the view: points, or percent 0..100. NaN: a blank. */
export function* selectedValues(
  { top, bottom, columns }: SelectedCells,
  { sheet, state, order, scores }: CellReader,
): Generator<number, void> {
  const at = columns.filter(isGrade).map(({ id }) => sheet.column(id))
  for (let place = top; place <= bottom; place += 1) {
    for (const column of at) {
      const grade = shownGrade(sheet, state, order.rows[place] ?? -1, column)
      yield grade?.attempted ? (scores === 'points' ? grade.earned : grade.percent * 100) : Number.NaN
    }
  }
}

function isGrade({ id }: GridColumn): boolean {
  return id !== 'learner' && id !== 'total'
}
