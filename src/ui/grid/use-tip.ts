import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useState,
} from 'react'
import { cellOf, isRtl } from './dom.ts'

/** A few words beside a cell, and where: from the start edge and the top of the grid, in pixels. */
export interface Tip {
  readonly text: string
  readonly start: number
  readonly top: number
}

/** How long the pointer rests before a tip comes, in milliseconds. */
const REST = 400

interface Resting {
  readonly cell: HTMLElement
  readonly wait: number
}

/**
 * Shows the hint of a cell, or its whole text where that is cut off, to pointer and keyboard alike. Escape, scrolling
 * and leaving take it away. A screen reader has the words from the cell's name.
 */
export function useTip(root: RefObject<HTMLElement | null>): {
  readonly tip: Tip | null
  readonly hide: () => void
  readonly onPointerOver: (event: PointerEvent) => void
  readonly onFocus: (event: FocusEvent) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
} {
  const [resting, setResting] = useState<Resting | null>(null)
  const [tip, setTip] = useState<Tip | null>(null)
  useEffect(() => {
    if (!resting) return undefined
    const timer = setTimeout(() => setTip(root.current && tipFor(resting.cell, root.current)), resting.wait)
    return () => clearTimeout(timer)
  }, [resting, root])

  const hide = () => {
    setResting(null)
    setTip(null)
  }
  const rest = (target: EventTarget, wait: number) => {
    // Whoever reaches for the edge of a header wants to drag it.
    const cell = target instanceof Element && target.closest('[data-handle]') ? null : cellOf(target)
    if (cell === (resting?.cell ?? null)) return
    setTip(null)
    setResting(cell && { cell, wait })
  }
  return {
    tip,
    hide,
    onPointerOver: (event) => event.pointerType === 'mouse' && rest(event.target, REST),
    onFocus: (event) => rest(event.target, 0),
    onKeyDown: (event) => event.key === 'Escape' && hide(),
  }
}

function tipFor(cell: HTMLElement, root: HTMLElement): Tip | null {
  const text = cell.dataset['hint'] ?? (isCutOff(cell) ? cell.innerText : '')
  if (text === '' || !cell.isConnected) return null
  const [box, frame] = [cell.getBoundingClientRect(), root.getBoundingClientRect()]
  return {
    text,
    start: isRtl(root) ? frame.right - box.right : box.left - frame.left,
    top: box.bottom - frame.top,
  }
}

function isCutOff(cell: HTMLElement): boolean {
  return [cell, ...cell.children].some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
}
