import type { PlacedColumn } from './columns.ts'
import { readRowIndex } from './read.ts'
import type { CellAddress, GridSource } from './source.ts'
import type { Span } from './window.ts'

/** A rectangle of cells, from where it was begun to where it was drawn. */
export interface GridSelection {
  readonly anchor: CellAddress
  readonly head: CellAddress
}

export interface SelectedArea {
  readonly rows: Span
  readonly columns: Span
}

/** Gives the positions that a selection covers now, or null where an end of it is not shown. */
export function selectedArea(
  selection: GridSelection | null,
  source: GridSource,
  order: number,
  columns: readonly PlacedColumn[],
): SelectedArea | null {
  if (!selection) return null
  const ends = [selection.anchor, selection.head]
  const rows = span(ends.map(({ rowKey }) => readRowIndex(source, rowKey, order)))
  const across = span(ends.map(({ columnId }) => columns.findIndex(({ column }) => column.id === columnId)))
  return rows && across ? { rows, columns: across } : null
}

function span(ends: readonly number[]): Span | null {
  const first = Math.min(...ends)
  return first < 0 ? null : { first, end: Math.max(...ends) + 1 }
}
