import type { CellAlign } from './source.ts'

/** One column. Widths are CSS pixels at a root font size of 16 px, and grow with it. */
export interface GridColumn {
  readonly id: string
  /** Short text of the header. */
  readonly header: string
  /** The full name: read instead of `header`, shown on hovering and on focus. */
  readonly name?: string
  /** Id of the `GridGroup` above; columns of a group stand side by side. */
  readonly group?: string
  readonly width: number
  /** Narrowest width, also of a frozen column on a narrow screen. */
  readonly minWidth?: number
  readonly align?: CellAlign
  readonly isSortable?: boolean
  /** Where a cell's second text stands: on a line of its own, or in a small column beside the first. */
  readonly second?: 'below' | 'beside'
  /** Width of that small column in CSS pixels, where it is to hold more than a letter. */
  readonly besideWidth?: number
}

export interface GridGroup {
  readonly id: string
  readonly label: string
  /** Quieter words after the label: "15 % · lowest 2 dropped". */
  readonly detail?: string
}

export interface PlacedColumn {
  readonly column: GridColumn
  readonly index: number
  readonly isFrozen: boolean
  /** Whether it is the last frozen one: the columns that scroll pass under its edge. */
  readonly isEdge: boolean
  /** Distance from the start of the row, and width, in pixels. */
  readonly start: number
  readonly size: number
}

/** A run of columns of the same group. A group that is frozen in part makes two runs. */
export interface PlacedGroup {
  readonly group: GridGroup | null
  readonly isFrozen: boolean
  readonly isEdge: boolean
  readonly first: number
  /** Excluded. */
  readonly end: number
  readonly start: number
  readonly size: number
}

export interface GridLayout {
  readonly columns: readonly PlacedColumn[]
  readonly groups: readonly PlacedGroup[]
  /** How many columns are frozen, after what the width allows. */
  readonly frozen: number
  readonly frozenSize: number
  readonly size: number
}

export const MIN_COLUMN_WIDTH = 48
export const MAX_COLUMN_WIDTH = 800

/** What must be left for columns that scroll, in pixels at a root font size of 16 px. */
const ROOM = 200
/** The share of a narrow grid that its one frozen column takes at most. */
const NARROW_SHARE = 0.44

interface LayOutOptions {
  readonly groups: readonly GridGroup[]
  /** How many columns from the start are frozen where there is room. */
  readonly frozen: number
  /** Width of the grid in pixels; 0 while unknown. */
  readonly inline: number
  /** Root font size over 16 px. */
  readonly scale: number
}

/** Gives where each column and group stands, in whole pixels, and how many columns are frozen at this width. */
export function layOut(columns: readonly GridColumn[], options: LayOutOptions): GridLayout {
  const { inline, scale } = options
  const sizes = columns.map(({ width }) => Math.round(width * scale))
  const frozen = affordable(sizes, Math.min(options.frozen, columns.length), inline, scale)
  if (frozen === 1 && isCrowded(sizes, 1, inline, scale)) {
    const [first = 0] = sizes
    const narrow = Math.max((columns[0]?.minWidth ?? MIN_COLUMN_WIDTH) * scale, inline * NARROW_SHARE)
    sizes[0] = Math.round(Math.min(first, narrow))
  }
  let start = 0
  const placed = columns.map((column, index) => {
    const size = sizes[index] ?? 0
    start += size
    return {
      column,
      index,
      isFrozen: index < frozen,
      isEdge: index === frozen - 1,
      start: start - size,
      size,
    }
  })
  const edge = placed[frozen - 1]
  return {
    columns: placed,
    groups: placeGroups(placed, options.groups),
    frozen,
    frozenSize: edge ? edge.start + edge.size : 0,
    size: start,
  }
}

function affordable(sizes: readonly number[], wanted: number, inline: number, scale: number): number {
  let frozen = wanted
  while (frozen > 1 && isCrowded(sizes, frozen, inline, scale)) frozen -= 1
  return frozen
}

/** Whether so many frozen columns leave too little for those that scroll. Where all fit, nothing scrolls. */
function isCrowded(sizes: readonly number[], frozen: number, inline: number, scale: number): boolean {
  return inline > 0 && sum(sizes) > inline && sum(sizes.slice(0, frozen)) > inline - ROOM * scale
}

function placeGroups(columns: readonly PlacedColumn[], groups: readonly GridGroup[]): PlacedGroup[] {
  const runs: PlacedGroup[] = []
  for (const { column, index, isFrozen, isEdge, start, size } of columns) {
    const group = groups.find(({ id }) => id === column.group) ?? null
    const run = runs.at(-1)
    if (run && run.group === group && run.isFrozen === isFrozen) {
      runs[runs.length - 1] = { ...run, isEdge, end: index + 1, size: run.size + size }
    } else {
      runs.push({ group, isFrozen, isEdge, first: index, end: index + 1, start, size })
    }
  }
  return runs
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0)
}

/** Gives the columns that stand in a row: the frozen ones, those of the window, and the active one wherever it is. */
export function shownColumns(layout: GridLayout, first: number, end: number, active: number): PlacedColumn[] {
  return layout.columns.filter(
    ({ index, isFrozen }) => isFrozen || (first <= index && index < end) || index === active,
  )
}
