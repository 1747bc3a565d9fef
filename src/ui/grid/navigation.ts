import type { PlacedGroup } from './columns.ts'

/** Row of the column groups and of the column headers; body rows count from 0, the foot follows the last one. */
export const GROUPS = -2
export const HEADER = -1

/** A cell by position. In the row of groups it is the group that holds the column. */
export interface Place {
  readonly row: number
  readonly column: number
}

/** Where one can go. */
export interface Bounds {
  readonly rowCount: number
  readonly columnCount: number
  readonly hasFoot: boolean
  readonly groups: readonly PlacedGroup[]
  /** How many rows a page is. */
  readonly page: number
}

/** Gives the nearest place that exists. Groups without a name are no place: the header below stands for them. */
export function within({ row, column }: Place, bounds: Bounds): Place {
  const lastRow = bounds.rowCount - 1 + (bounds.hasFoot ? 1 : 0)
  const inside = {
    row: Math.min(Math.max(row, GROUPS), Math.max(lastRow, HEADER)),
    column: Math.min(Math.max(column, 0), Math.max(bounds.columnCount - 1, 0)),
  }
  return inside.row === GROUPS && !groupAt(inside.column, bounds)?.group ? { ...inside, row: HEADER } : inside
}

/** Gives the run of columns above a column. */
export function groupAt(column: number, { groups }: Pick<Bounds, 'groups'>): PlacedGroup | undefined {
  return groups.find(({ first, end }) => first <= column && column < end)
}

/** One row up or down; edges stop. */
export function vertically(place: Place, step: 1 | -1, bounds: Bounds): Place {
  return within({ ...place, row: place.row + step }, bounds)
}

/** One column on or back; in the row of groups, one named group. Edges stop. */
export function horizontally(place: Place, step: 1 | -1, bounds: Bounds): Place {
  if (place.row !== GROUPS) return within({ ...place, column: place.column + step }, bounds)
  const here = groupAt(place.column, bounds)
  const named = bounds.groups.filter((run) => run.group !== null)
  const beside = here && named[named.indexOf(here) + step]
  return beside ? { ...place, column: beside.first } : place
}

/** The first or last cell of the row. */
export function toRowEdge(place: Place, edge: 'first' | 'last', bounds: Bounds): Place {
  if (place.row === GROUPS) {
    const named = bounds.groups.filter((run) => run.group !== null)
    return { ...place, column: named.at(edge === 'first' ? 0 : -1)?.first ?? place.column }
  }
  return { ...place, column: edge === 'first' ? 0 : Math.max(bounds.columnCount - 1, 0) }
}

/** The first cell of the first row, or the last cell of the last row that has arrived. */
export function toCorner(corner: 'first' | 'last', bounds: Bounds): Place {
  if (corner === 'first') return within({ row: 0, column: 0 }, bounds)
  return within({ row: bounds.rowCount - 1, column: bounds.columnCount - 1 }, bounds)
}

/** A page up or down among the rows: neither header nor foot. */
export function byPage(place: Place, step: 1 | -1, bounds: Bounds): Place {
  if (bounds.rowCount === 0 || (step === -1 && place.row < 0)) return place
  const row = Math.min(Math.max(place.row + step * bounds.page, 0), bounds.rowCount - 1)
  return step === 1 && place.row > row ? place : { ...place, row }
}
