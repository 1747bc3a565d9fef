import type { EditState } from '#src/domain/edits-state.ts'
import { headerOf, idleHeader } from '#src/domain/paste-header.ts'
import type { Sheet } from '#src/domain/sheet.ts'
import { neutralised, numberText, scoreText } from '#src/domain/table-text.ts'
import { displayName } from '#src/domain/view.ts'
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

/** Gives the selected cells as text, line by line. Unrounded: pasted again, it changes nothing. */
export function selectedTexts(
  { top, bottom, columns }: SelectedCells,
  reader: CellReader,
  decimal: '.' | ',',
): string[][] {
  const lines: string[][] = []
  for (let place = top; place <= bottom; place += 1) {
    const row = reader.order.rows[place] ?? -1
    lines.push(columns.map(({ id }) => cellText(reader, row, id, decimal)))
  }
  return lines
}

/** The same with a header above and usernames in front, so that it can be pasted again in any order. */
export function selectedTable(cells: SelectedCells, reader: CellReader, decimal: '.' | ','): string[][] {
  const { sheet, order, scores } = reader
  // Points above the maximum would be taken for percent, unless the header says what they are.
  const unit = scores === 'points' ? '(points)' : ''
  const header = cells.columns.map(({ id, header }) => {
    const assignment = sheet.columns[sheet.column(id)]
    if (assignment) return neutralised(headerOf(assignment, sheet.columns, unit))
    // An assignment may be called Total, too.
    return id === 'total' ? neutralised(idleHeader(header, sheet.columns)) : header
  })
  const lines = selectedTexts(cells, reader, decimal).map((line, index) => {
    const { username = '' } = sheet.learners[order.rows[cells.top + index] ?? -1] ?? {}
    return [neutralised(username), ...line]
  })
  return [['username', ...header], ...lines]
}

function cellText({ sheet, state, scores }: CellReader, row: number, id: string, decimal: '.' | ','): string {
  const learner = sheet.learners[row]
  if (!learner) return ''
  if (id === 'learner') return neutralised(displayName(learner))
  if (id === 'total') {
    const total = sheet.total(row)
    return Number.isNaN(total) ? '' : `${numberText(total * 100, decimal)}%`
  }
  return scoreText(shownGrade(sheet, state, row, sheet.column(id)), { mode: scores, decimal })
}

function isGrade({ id }: GridColumn): boolean {
  return id !== 'learner' && id !== 'total'
}
