import { type RefObject, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { GridLayout } from './columns.ts'
import { scrollFromStart, scrolledFromStart } from './dom.ts'
import type { Heights } from './heights.ts'
import type { Viewport } from './measure.ts'
import { HEADER, type Place } from './navigation.ts'
import { type Frame, type GridWindow, type Scrolled, isInside, scrollToShow, windowAt } from './window.ts'

interface WindowOptions {
  readonly scroller: RefObject<HTMLElement | null>
  readonly viewport: Viewport
  readonly layout: GridLayout
  readonly heights: Heights
  readonly rowCount: number
}

const START: Scrolled = { rows: 0, left: 0 }

/** Keeps the window on what is seen. `reveal` scrolls as little as brings a cell into view. */
export function useWindow({ scroller, viewport, layout, heights, rowCount }: WindowOptions): {
  readonly window: GridWindow
  readonly onScroll: () => void
  readonly reveal: (place: Place) => void
} {
  // Where the window was last computed for: the real scroll position may differ by what is kept spare.
  const [scrolled, setScrolled] = useState(START)
  const height = viewport.block - heights.head - heights.foot
  const width = viewport.inline - layout.frozenSize
  const frame = { layout, rowCount, rowHeight: heights.row, height, width }
  const window = windowAt(scrolled, frame)
  useKeptRow(scroller, heights.row)

  /** Where the view has moved to, if the window does not hold it any more. */
  const moved = (): Scrolled | null => {
    const element = scroller.current
    if (!element) return null
    const now = { rows: element.scrollTop / heights.row, left: scrolledFromStart(element) }
    return isInside(now, window, frame) ? null : now
  }
  useCaughtUp(frame, () => {
    const now = moved()
    if (now) setScrolled(now)
  })

  return {
    window,
    onScroll: () => {
      const now = moved()
      // At once, or the browser would paint the scrolled grid before its new rows.
      if (now) flushSync(() => setScrolled(now))
    },
    reveal: ({ row, column }) => {
      const element = scroller.current
      if (!element || height <= 0) return
      const placed = layout.columns[column]
      const left = scrolledFromStart(element)
      const isBody = row > HEADER && row < rowCount
      scrollFromStart(
        element,
        placed && !placed.isFrozen
          ? scrollToShow(left, width, placed.start - layout.frozenSize, placed.size)
          : left,
        isBody ? scrollToShow(element.scrollTop, height, row * heights.row, heights.row) : element.scrollTop,
      )
      const now = moved()
      if (now) setScrolled(now)
    },
  }
}

/** Keeps the row at the top where it is when rows become higher or lower. */
function useKeptRow(scroller: RefObject<HTMLElement | null>, rowHeight: number): void {
  const before = useRef(rowHeight)
  useLayoutEffect(() => {
    const element = scroller.current
    if (element && before.current !== rowHeight) {
      const top = (element.scrollTop * rowHeight) / before.current
      scrollFromStart(element, scrolledFromStart(element), top)
    }
    before.current = rowHeight
  }, [scroller, rowHeight])
}

/**
 * Looks where the view is, before the paint, when there is more or less to show. Fewer rows or columns move it without a
 * word: the browser clamps it, and while few rows stand the window holds them all, so its place is not kept up.
 */
function useCaughtUp(frame: Frame, catchUp: () => void): void {
  const before = useRef(frame)
  const onChange = useEffectEvent(catchUp)
  useLayoutEffect(() => {
    if (before.current !== frame) onChange()
    before.current = frame
  }, [frame])
}
