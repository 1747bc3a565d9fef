import { useEffectEvent, useLayoutEffect, useRef } from 'react'
import type { Viewport } from './measure.ts'
import type { Place } from './navigation.ts'

/**
 * Keeps a cell in view when the grid becomes larger or smaller, as a panel beside it does when it opens for that cell.
 * Scrolling it away by hand remains possible.
 * @param place null where the cell is not shown
 */
export function useKeptInView(place: Place | null, viewport: Viewport, reveal: (place: Place) => void): void {
  const before = useRef(viewport)
  const keep = useEffectEvent(() => {
    if (place) reveal(place)
  })
  useLayoutEffect(() => {
    if (before.current !== viewport) keep()
    before.current = viewport
  }, [viewport])
}
