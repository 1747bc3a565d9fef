import { GROUPS, HEADER, type Place } from './navigation.ts'

/* The way between places and elements goes by the ARIA indexes: what is announced is what works. */

const CELL = '[aria-colindex]'

/** Gives whether the element's text runs from right to left. */
export function isRtl(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl'
}

/** Gives the distance scrolled from the start of the row; `scrollLeft` is negative from right to left. */
export function scrolledFromStart(scroller: Element): number {
  return Math.abs(scroller.scrollLeft)
}

/** Scrolls to a distance from the start of the row and from the top. */
export function scrollFromStart(scroller: Element, left: number, top: number): void {
  const signed = isRtl(scroller) ? -left : left
  if (scrolledFromStart(scroller) !== left) scroller.scrollLeft = signed
  if (scroller.scrollTop !== top) scroller.scrollTop = top
}

/** Gives the cell that an event came from, or null. */
export function cellOf(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(CELL) : null
}

/** Gives the place of a cell element. */
export function placeOfCell(cell: Element, headRows: number, rowCount: number): Place | null {
  const row = cell.closest<HTMLElement>('[role="row"]')
  const column = Number(cell.getAttribute('aria-colindex')) - 1
  if (!row || column < 0) return null
  if (row.dataset['foot'] !== undefined) return { row: rowCount, column }
  return { row: Number(row.getAttribute('aria-rowindex')) - 1 - headRows, column }
}

/** Gives the mounted cell at a place, or null. */
export function cellAt(
  scroller: Element,
  place: Place,
  headRows: number,
  rowCount: number,
): HTMLElement | null {
  const isFoot = place.row >= rowCount && place.row > HEADER
  const row = isFoot ? '[data-foot]' : `[aria-rowindex="${place.row + headRows + 1}"]`
  const cells = scroller.querySelectorAll<HTMLElement>(`[role="row"]${row} > ${CELL}`)
  for (const cell of cells) {
    const first = Number(cell.getAttribute('aria-colindex')) - 1
    const span = place.row === GROUPS ? Number(cell.getAttribute('aria-colspan') ?? 1) : 1
    if (first <= place.column && place.column < first + span) return cell
  }
  return null
}
