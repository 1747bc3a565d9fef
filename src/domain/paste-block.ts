import type { PastedTable } from './paste-columns.ts'

/** A rectangle of cells: positions in the shown order, ends included. */
export interface Rectangle {
  readonly top: number
  readonly bottom: number
  readonly first: number
  readonly last: number
}

/** One pasted text and the place that it is meant for. */
export interface PlacedText {
  readonly row: number
  readonly column: number
  readonly text: string
}

export interface Placement {
  readonly cells: readonly PlacedText[]
  /** Texts that would stand beyond the last row or column, and are left out. */
  readonly outside: number
}

/**
 * Lays a pasted block over the cells, as spreadsheets do: one value fills the selection; a block fills it again and
 * again where the selection is a multiple of it in both directions; any other block keeps its shape, anchored at the
 * selection's first cell.
 * @param rows how many rows there are to write on
 * @param columns how many columns
 */
export function placeBlock(
  table: PastedTable,
  selected: Rectangle,
  rows: number,
  columns: number,
): Placement {
  const block = trimmed(table)
  const height = block.length
  const width = Math.max(0, ...block.map((line) => line.length))
  if (height === 0 || width === 0) return { cells: [], outside: 0 }
  const tall = selected.bottom - selected.top + 1
  const wide = selected.last - selected.first + 1
  const repeats = tall % height === 0 && wide % width === 0
  const cells: PlacedText[] = []
  let outside = 0
  for (let down = 0; down < (repeats ? tall : height); down += 1) {
    for (let along = 0; along < (repeats ? wide : width); along += 1) {
      const text = block[down % height]?.[along % width]
      if (text === undefined) continue
      const row = selected.top + down
      const column = selected.first + along
      if (row < rows && column < columns) cells.push({ row, column, text })
      else outside += 1
    }
  }
  return { cells, outside }
}

/** A copied block ends with a line end, which is no line of its own. */
function trimmed(table: PastedTable): PastedTable {
  const last = table.at(-1)
  const isEmpty = last !== undefined && table.length > 1 && last.every((text) => text === '')
  return isEmpty ? table.slice(0, -1) : table
}
