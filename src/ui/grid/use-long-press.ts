import { type PointerEvent, type TouchEvent, useEffect, useLayoutEffect, useRef } from 'react'
import { cellOf } from './dom.ts'

/** Milliseconds that a finger rests on a cell, and pixels that it may move meanwhile. */
const REST = 500
const SLACK = 10

interface Press {
  readonly pointerId: number
  readonly x: number
  readonly y: number
  readonly timer: ReturnType<typeof setTimeout>
}

/**
 * Tells a long press of a finger on a cell. Some systems ask for a menu then and others, such as iOS, do not; where the
 * system does, it is asked for once (`isOver`).
 */
export function useLongPress(onPress: (cell: HTMLElement) => void): {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerEnd: () => void
  readonly onTouchEnd: (event: TouchEvent<HTMLElement>) => void
  /** To be asked when the system wants a menu: whether the press has brought one already. */
  readonly isOver: () => boolean
} {
  const press = useRef<Press | null>(null)
  const isDone = useRef(false)
  // Much may have changed by the time.
  const latest = useRef(onPress)
  useLayoutEffect(() => {
    latest.current = onPress
  })
  const end = () => {
    clearTimeout(press.current?.timer)
    press.current = null
  }
  useEffect(() => () => clearTimeout(press.current?.timer), [])
  return {
    onPointerDown: ({ target, pointerType, isPrimary, pointerId, clientX: x, clientY: y }) => {
      end()
      isDone.current = false
      const cell = cellOf(target)
      // A second finger is about something else, and so is a finger in an editor.
      if (pointerType !== 'touch' || !isPrimary || !cell || cell.dataset['editing'] !== undefined) return
      const timer = setTimeout(() => {
        press.current = null
        isDone.current = true
        latest.current(cell)
      }, REST)
      press.current = { pointerId, x, y, timer }
    },
    onPointerMove: ({ pointerId, clientX, clientY }) => {
      const now = press.current
      if (now?.pointerId === pointerId && Math.hypot(clientX - now.x, clientY - now.y) > SLACK) end()
    },
    onPointerEnd: end,
    onTouchEnd: (event) => {
      // Lifting the finger is no click on what stands there now.
      if (isDone.current && event.cancelable) event.preventDefault()
    },
    isOver: () => {
      end()
      return isDone.current
    },
  }
}
