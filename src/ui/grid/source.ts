/** What happens to a cell's content. Each state has a shape of its own beside its colour. */
export type CellState =
  | 'plain'
  | 'empty'
  | 'staged'
  | 'saving'
  | 'saved'
  | 'refused'
  | 'unknown'
  | 'conflict'
  | 'locked'

export type CellTone = 'plain' | 'strong' | 'quiet' | 'good' | 'bad'
export type CellAlign = 'start' | 'center' | 'end'

/** How one cell looks and sounds. Primitives only: a cell is drawn again when one of them differs, and not otherwise. */
export interface CellView {
  readonly text: string
  /** A second line, or a small column beside the text (see `GridColumn.second`). */
  readonly second?: string | null
  /**
   * What a screen reader says instead of the text: "Homework 3, Ada Lovelace, 8 of 10 points, 80 percent, overridden".
   * It becomes `aria-label`, which every screen reader uses for a focused grid cell; visually hidden text would need
   * an element more for each cell, and would be read after the visible figure, not instead of it.
   */
  readonly spoken?: string | null
  /** Length of the bar under the text, a fraction; drawn between 0 and 1. Null draws none. */
  readonly bar?: number | null
  readonly state?: CellState
  readonly mark?: 'overridden' | 'excused' | 'incomplete' | 'missing' | null
  readonly align?: CellAlign
  readonly tone?: CellTone
  /** A few words shown on hovering and on focus: why something was refused. `spoken` should hold them too. */
  readonly hint?: string | null
}

/** Something mutable to be watched: `version` gives another number after each change. */
export interface Versioned {
  subscribe(listener: () => void): () => void
  version(): number
}

/**
 * Where the grid reads its rows. Rows are known by key: order and number may change at any time, and focus stays with
 * its key. A row that changes raises its own version and calls its own listeners; nobody else is drawn again.
 */
export interface GridSource {
  /** Order and number of rows. */
  readonly order: Versioned
  rowCount(): number
  /** Gives the key of the row at a position, which is below `rowCount()`. */
  rowKey(index: number): string
  /** Gives the position of a row, or -1 while it is not shown. */
  rowIndex(rowKey: string): number
  /** Calls back on each change of one row. Gives the function that ends it. */
  subscribe(rowKey: string, listener: () => void): () => void
  /** Differs after each change of the row, or of how its cells are shown. */
  version(rowKey: string): number
  cell(rowKey: string, columnId: string): CellView
}

/** A place in the body of the grid that outlives sorting, filtering and pinning. */
export interface CellAddress {
  readonly rowKey: string
  readonly columnId: string
}
