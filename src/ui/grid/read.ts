import type { PlacedColumn } from './columns.ts'
import type { CellView, GridSource } from './source.ts'

/*
 * A source changes under the same identity. Each function here takes the version that is meant, so that its result
 * depends on the arguments alone: what the compiler's memoisation takes for granted, and what reading the source
 * directly while rendering would break.
 */

/** Gives the number of rows at a version of the order. */
export function readRowCount(source: GridSource, _order: number): number {
  return source.rowCount()
}

/** Gives where a row stands at a version of the order, or -1. */
export function readRowIndex(source: GridSource, rowKey: string, _order: number): number {
  return source.rowIndex(rowKey)
}

/** Gives the keys of the rows at some positions, at a version of the order. */
export function readRowKeys(
  source: GridSource,
  indexes: readonly number[],
  _order: number,
): Array<{ readonly index: number; readonly rowKey: string }> {
  return indexes.map((index) => ({ index, rowKey: source.rowKey(index) }))
}

/** Gives how cells of a row look at a version of the row. */
export function readCells(
  source: GridSource,
  rowKey: string,
  columns: readonly PlacedColumn[],
  _version: number,
): Array<{ readonly placed: PlacedColumn; readonly view: CellView }> {
  return columns.map((placed) => ({ placed, view: source.cell(rowKey, placed.column.id) }))
}
