import { type PointerEvent, type RefObject, useEffect, useRef } from 'react'
import { cellOf, placeOfCell } from './dom.ts'
import type { Place } from './navigation.ts'

interface DragOptions {
  readonly scroller: RefObject<HTMLElement | null>
  readonly headRows: number
  readonly rowCount: number
  /** Null where nothing can be selected. */
  readonly select: ((anchor: Place, head: Place) => void) | null
}

interface Drag {
  readonly anchor: Place
  head: Place
  x: number
  y: number
  timer: ReturnType<typeof setInterval> | undefined
}

/** While the pointer is outside, the table moves on so often (ms) and so far (a share of the distance, px). */
const STEP = { every: 30, share: 0.3, least: 6 }

/**
 * Selects cells by dragging with a mouse or a pen; a finger scrolls. Beyond the edge the table scrolls along.
 * `wasDrag` tells, at the click that ends it, that it was no click.
 */
export function useDragSelection({ scroller, headRows, rowCount, select }: DragOptions): {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerEnd: () => void
  readonly wasDrag: () => boolean
} {
  const drag = useRef<Drag | null>(null)
  const dragged = useRef(false)
  useEffect(() => () => clearInterval(drag.current?.timer), [])

  const bodyPlace = (target: Element | null): Place | null => {
    const cell = target && scroller.current?.contains(target) ? cellOf(target) : null
    const place = cell && placeOfCell(cell, headRows, rowCount)
    return place && place.row >= 0 && place.row < rowCount ? place : null
  }

  const follow = (now: Drag): void => {
    const element = scroller.current
    if (!element) return
    const box = element.getBoundingClientRect()
    const out = outside(now, box)
    if (out.x !== 0 || out.y !== 0) {
      element.scrollBy(step(out.x), step(out.y))
      now.timer ??= setInterval(() => follow(now), STEP.every)
    } else {
      clearInterval(now.timer)
      now.timer = undefined
    }
    const x = Math.min(Math.max(now.x, box.left + 1), box.right - 2)
    const y = Math.min(Math.max(now.y, box.top + 1), box.bottom - 2)
    const place = bodyPlace(document.elementFromPoint(x, y))
    if (!place || (place.row === now.head.row && place.column === now.head.column)) return
    now.head = place
    dragged.current = true
    select?.(now.anchor, place)
  }

  return {
    onPointerDown: (event) => {
      dragged.current = false
      const isOwn = event.target instanceof Element && event.target.closest('[data-handle], [data-editing]')
      if (!select || event.button !== 0 || event.pointerType === 'touch' || event.shiftKey || isOwn) return
      const place = event.target instanceof Element ? bodyPlace(event.target) : null
      if (!place) return
      drag.current = { anchor: place, head: place, x: event.clientX, y: event.clientY, timer: undefined }
    },
    onPointerMove: (event) => {
      const now = drag.current
      if (!now || !scroller.current) return
      // Only once it moves: a captured pointer would take the click away from the cell.
      if (!scroller.current.hasPointerCapture(event.pointerId) && !isNear(event, now)) {
        scroller.current.setPointerCapture(event.pointerId)
      }
      now.x = event.clientX
      now.y = event.clientY
      follow(now)
    },
    onPointerEnd: () => {
      clearInterval(drag.current?.timer)
      drag.current = null
    },
    wasDrag: () => dragged.current,
  }
}

/** A hand is never quite still. */
function isNear({ clientX, clientY }: PointerEvent, { x, y }: Drag): boolean {
  return Math.abs(clientX - x) < 4 && Math.abs(clientY - y) < 4
}

function outside({ x, y }: Drag, box: DOMRect): { x: number; y: number } {
  return {
    x: x < box.left ? x - box.left : x > box.right ? x - box.right : 0,
    y: y < box.top ? y - box.top : y > box.bottom ? y - box.bottom : 0,
  }
}

function step(distance: number): number {
  return distance === 0 ? 0 : Math.sign(distance) * Math.max(STEP.least, Math.abs(distance) * STEP.share)
}
