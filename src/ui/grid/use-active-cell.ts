import { type FocusEvent, type RefObject, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { type ActiveCell, activeAt, placeOf } from './active-cell.ts'
import type { GridLayout } from './columns.ts'
import { cellAt, cellOf, placeOfCell } from './dom.ts'
import type { Place } from './navigation.ts'
import { readRowIndex } from './read.ts'
import type { CellAddress, GridSource } from './source.ts'

interface ActiveCellOptions {
  readonly scroller: RefObject<HTMLElement | null>
  readonly source: GridSource
  readonly order: number
  readonly rowCount: number
  readonly headRows: number
  readonly layout: GridLayout
  readonly reveal: (place: Place) => void
}

interface Target {
  readonly cell: ActiveCell | null
  /** Counts requests to move focus: the same cell may be asked for twice. */
  readonly asked: number
}

/** The one tab stop of the grid: where it is, how it moves, and that focus is never lost from it. */
export function useActiveCell(options: ActiveCellOptions): {
  readonly place: Place
  /** Moves focus to a cell and brings it into view. */
  readonly go: (place: Place) => void
  readonly goTo: (address: CellAddress) => void
  readonly focus: () => void
  readonly onFocus: (event: FocusEvent) => void
  readonly onBlur: (event: FocusEvent) => void
} {
  const { scroller, source, order, rowCount, headRows, layout, reveal } = options
  const [{ cell, asked }, setTarget] = useState<Target>({ cell: null, asked: 0 })
  const hasFocus = useRef(false)
  const rowIndex = cell?.zone === 'body' ? readRowIndex(source, cell.rowKey, order) : -1
  const place = placeOf(cell, rowIndex, rowCount, layout.columns)
  if (cell && rowIndex >= 0 && (place.row !== cell.last.row || place.column !== cell.last.column)) {
    setTarget({ cell: { ...cell, last: place }, asked })
  }

  const ask = (next: ActiveCell) => setTarget((before) => ({ cell: next, asked: before.asked + 1 }))
  const nameOf = (there: Place) => activeAt(there, rowCount, layout.columns, (index) => source.rowKey(index))
  const element = () => scroller.current && cellAt(scroller.current, place, headRows, rowCount)
  const focus = () => {
    const cell = element()
    // An editor that has just opened in the cell keeps the focus.
    if (!cell?.contains(document.activeElement) || cell === document.activeElement) {
      cell?.focus({ preventScroll: true })
    }
  }

  const arrive = useEffectEvent(() => {
    reveal(place)
    focus()
  })
  useLayoutEffect(() => {
    if (asked > 0) arrive()
  }, [asked])

  // The focused cell may go: its row filtered out, its column hidden, the editor in it closed.
  const keep = useEffectEvent(() => {
    if (hasFocus.current && document.activeElement === document.body) focus()
  })
  useLayoutEffect(() => keep())

  return {
    place,
    go: (there) => ask(nameOf(there)),
    goTo: (address) => ask({ zone: 'body', ...address, last: place }),
    focus,
    onFocus: ({ target }) => {
      if (!scroller.current?.contains(target)) return
      hasFocus.current = true
      const focused = cellOf(target)
      if (!focused) return focus()
      const there = cell && focused === element() ? null : placeOfCell(focused, headRows, rowCount)
      if (there) setTarget((before) => ({ ...before, cell: nameOf(there) }))
    },
    onBlur: ({ relatedTarget }) => {
      hasFocus.current = relatedTarget instanceof Node && scroller.current?.contains(relatedTarget) === true
    },
  }
}
