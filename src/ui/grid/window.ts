import type { GridLayout } from './columns.ts'

/** Positions from `first` up to `end`, which is excluded. */
export interface Span {
  readonly first: number
  readonly end: number
}

/** The rows and the scrolling columns that stand in the page. */
export interface GridWindow {
  readonly rows: Span
  readonly columns: Span
}

/** How far the grid is scrolled: in rows, and in pixels from the start of the scrolling columns. */
export interface Scrolled {
  readonly rows: number
  readonly left: number
}

/** What the window is computed from: sizes between what is frozen in pixels, and what there is. */
export interface Frame {
  readonly layout: GridLayout
  readonly rowCount: number
  readonly rowHeight: number
  readonly height: number
  readonly width: number
}

/** Rows and columns kept ready around what is seen. */
const SPARE_ROWS = 2
const SPARE_COLUMNS = 1

/** Gives what is seen after scrolling so far, and some rows and columns around it. */
export function windowAt(scrolled: Scrolled, frame: Frame): GridWindow {
  const { rows, columns } = seenAt(scrolled, frame)
  return {
    rows: widen(rows, SPARE_ROWS, 0, frame.rowCount),
    columns: widen(columns, SPARE_COLUMNS, frame.layout.frozen, frame.layout.columns.length),
  }
}

/** Gives whether a window holds all that is seen: as long as it does, scrolling draws nothing. */
export function isInside(scrolled: Scrolled, window: GridWindow, frame: Frame): boolean {
  const { rows, columns } = seenAt(scrolled, frame)
  return holds(window.rows, rows) && holds(window.columns, columns)
}

function seenAt({ rows, left }: Scrolled, { layout, rowCount, rowHeight, height, width }: Frame): GridWindow {
  const visible = height / rowHeight
  // The table may have become shorter since it was scrolled; the browser will correct that only after the next frame.
  const top = Math.max(0, Math.min(rows, rowCount - visible))
  return { rows: rowsInView(top, visible, rowCount), columns: columnsInView(layout, left, width) }
}

/** Gives the rows that a stretch of the body touches; the stretch is measured in rows. */
export function rowsInView(top: number, visible: number, rowCount: number): Span {
  if (visible <= 0) return { first: 0, end: 0 }
  const first = Math.min(Math.max(0, Math.floor(top)), rowCount)
  return { first, end: Math.min(Math.max(first, Math.ceil(top + visible)), rowCount) }
}

/** Gives the scrolling columns that a stretch of the row touches, `left` being counted from the frozen edge. */
export function columnsInView(layout: GridLayout, left: number, width: number): Span {
  const { columns, frozen, frozenSize } = layout
  if (width <= 0) return { first: frozen, end: frozen }
  const from = left + frozenSize
  const first = firstWhere(columns.length, frozen, (index) => endOf(layout, index) > from)
  return {
    first,
    end: firstWhere(columns.length, first, (index) => (columns[index]?.start ?? 0) >= from + width),
  }
}

/** Gives the least scrolling by which a stretch comes into view; its start where it is longer than the view. */
export function scrollToShow(scrolled: number, seen: number, start: number, size: number): number {
  if (start < scrolled || size > seen) return start
  return Math.max(scrolled, start + size - seen)
}

function widen({ first, end }: Span, spare: number, low: number, high: number): Span {
  return { first: Math.max(low, first - spare), end: Math.min(high, end + spare) }
}

function holds(outer: Span, inner: Span): boolean {
  return inner.first >= inner.end || (outer.first <= inner.first && inner.end <= outer.end)
}

function endOf(layout: GridLayout, index: number): number {
  const column = layout.columns[index]
  return column ? column.start + column.size : 0
}

/** Binary search: the first index from `low` up to `high` for which `test` holds, else `high`. */
function firstWhere(high: number, low: number, test: (index: number) => boolean): number {
  let [from, to] = [low, high]
  while (from < to) {
    const middle = (from + to) >> 1
    if (test(middle)) to = middle
    else from = middle + 1
  }
  return from
}
