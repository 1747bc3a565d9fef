import type { ReactNode, Ref } from 'react'
import type { GridColumn, GridGroup } from './columns.ts'
import type { GridCommand } from './commands.ts'
import type { GridSelection } from './selection.ts'
import type { CellAddress, GridSource } from './source.ts'

/** Which column the rows are sorted by. */
export interface GridSort {
  readonly columnId: string
  readonly direction: 'ascending' | 'descending'
}

/** A cell that is being edited, and what stands in it. */
export interface GridEditing extends CellAddress {
  readonly editor: ReactNode
}

/** A way from one cell to one beside it. */
export interface CellStep {
  readonly rows: -1 | 0 | 1
  readonly columns: -1 | 0 | 1
}

/** What a page can ask of a grid that stands. */
export interface GridHandle {
  /** Moves focus to a cell and scrolls it into view; false where row or column is not shown. */
  focusCell(address: CellAddress): boolean
  /** Moves focus to the one tab stop: the active cell, wherever it is. */
  focus(): void
  /** Scrolls a cell into view; focus stays where it is. False where row or column is not shown. */
  scrollTo(address: CellAddress): boolean
  /**
   * Moves focus by one cell of the body, and ends the selection; edges stop. Columns count in reading order. Gives the
   * cell, null where there is none.
   */
  step(by: CellStep): CellAddress | null
  /** Gives the active cell, or null while it is not in the body. */
  activeCell(): CellAddress | null
}

export interface GridProps {
  readonly ref?: Ref<GridHandle>
  /** The accessible name. */
  readonly label: string
  readonly source: GridSource
  /** Frozen ones first. Keep the array while nothing in it changes: a new one draws every row again. */
  readonly columns: readonly GridColumn[]
  readonly groups?: readonly GridGroup[]
  /** How many columns stay in sight while the others scroll; fewer do where the grid is narrow. */
  readonly frozen?: number
  /** CSS pixels at a root font size of 16 px: 36 (comfortable) or 28 (compact). */
  readonly rowHeight?: number
  readonly sort?: GridSort | null
  /** Key of the source's row that stands at the foot. */
  readonly footRow?: string
  /** How many rows there are in all, where more exist than have arrived; null where nobody knows. */
  readonly rowTotal?: number | null
  /** Rows that are on their way: room is kept for them, so nothing jumps when they arrive. */
  readonly placeholderRows?: number
  /** Shown in place of rows when there are none, and none are on their way. */
  readonly empty?: ReactNode
  /** Selected cells; leave it out where nothing can be selected. */
  readonly selection?: GridSelection | null
  /** Cells were selected by keys or pointer, or (null) no more than the active one is. */
  readonly onSelect?: (selection: GridSelection | null) => void
  readonly editing?: GridEditing | null
  readonly commands?: readonly GridCommand[]
  /** A body cell was clicked, or Enter was pressed on it where the commands leave it so. */
  readonly onOpen?: (address: CellAddress, cell: HTMLElement) => void
  /**
   * A body cell is to be edited. `typed` is the character that was typed on it; null where it was clicked twice, or
   * tapped while it was the active one.
   */
  readonly onEdit?: (address: CellAddress, cell: HTMLElement, typed: string | null) => void
  /** A menu was asked for on a body cell: by the right button, a long press, or the keys for it. It may open at `cell`. */
  readonly onMenu?: (address: CellAddress, cell: HTMLElement) => void
  /** A column header was clicked, or Enter was pressed on it: a menu may open at `header`. */
  readonly onHeaderAction?: (columnId: string, header: HTMLElement) => void
  /** The edge of a header was dragged (pixels at a root font size of 16 px), or double-clicked (null: back to usual). */
  readonly onColumnResize?: (columnId: string, width: number | null) => void
  /** The last row that has arrived came near: time to read more. Called again when more rows did not suffice. */
  readonly onNearEnd?: () => void
}
