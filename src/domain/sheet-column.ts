/** What a cell is known to be; the upper bits are free for what other grades APIs tell (excused, incomplete, ...). */
export const ATTEMPTED = 1
/** The cell has arrived; a cell without this bit has not been read yet. */
export const KNOWN = 2
/** An override is known to exist: saving, opening or importing has told. Rows of the gradebook never do. */
export const OVERRIDDEN = 4

/** The grades of one column, one slot for each row. */
export interface ColumnData {
  /** Graded points after override. */
  earned: Float64Array
  /** 0 where not attempted, NaN where the server tells no points. */
  possible: Float64Array
  /** Fraction, four decimals; may exceed 1. */
  percent: Float64Array
  flags: Uint16Array
}

/** Gives an empty column with room for `capacity` rows. */
export function emptyColumn(capacity: number): ColumnData {
  return {
    earned: new Float64Array(capacity),
    possible: new Float64Array(capacity),
    percent: new Float64Array(capacity),
    flags: new Uint16Array(capacity),
  }
}

/** Gives the same grades with room for `capacity` rows. */
export function growColumn(column: ColumnData, capacity: number): ColumnData {
  const grown = emptyColumn(capacity)
  grown.earned.set(column.earned)
  grown.possible.set(column.possible)
  grown.percent.set(column.percent)
  grown.flags.set(column.flags)
  return grown
}
