import type { PlacedColumn } from './columns.ts'
import { GROUPS, HEADER, type Place } from './navigation.ts'

/** The cell that Tab leads to, by row key and column id, so that it stays itself when rows and columns move. */
export interface ActiveCell {
  readonly zone: 'groups' | 'header' | 'body' | 'foot'
  /** Empty outside the body. */
  readonly rowKey: string
  readonly columnId: string
  /** Where it stood last: the cell there takes over when this one is gone. */
  readonly last: Place
}

/** Gives the name of a place. */
export function activeAt(
  place: Place,
  rowCount: number,
  columns: readonly PlacedColumn[],
  rowKey: (index: number) => string,
): ActiveCell {
  const zone =
    place.row === GROUPS ? 'groups' : place.row === HEADER ? 'header' : place.row < rowCount ? 'body' : 'foot'
  return {
    zone,
    rowKey: zone === 'body' ? rowKey(place.row) : '',
    columnId: columns[place.column]?.column.id ?? '',
    last: place,
  }
}

/**
 * Gives where the active cell stands now. At first that is the first cell of the first row, or of the header while
 * no row has arrived.
 * @param rowIndex position of the active row, or -1 where it is not shown
 */
export function placeOf(
  active: ActiveCell | null,
  rowIndex: number,
  rowCount: number,
  columns: readonly PlacedColumn[],
): Place {
  const first = rowCount > 0 ? 0 : HEADER
  if (!active) return { row: first, column: 0 }
  const found = columns.findIndex(({ column }) => column.id === active.columnId)
  const column = found >= 0 ? found : Math.max(0, Math.min(active.last.column, columns.length - 1))
  if (active.zone === 'groups') return { row: GROUPS, column }
  if (active.zone === 'header') return { row: HEADER, column }
  if (active.zone === 'foot') return { row: rowCount, column }
  if (rowIndex >= 0) return { row: rowIndex, column }
  return { row: rowCount === 0 ? HEADER : Math.min(active.last.row, rowCount - 1), column }
}
