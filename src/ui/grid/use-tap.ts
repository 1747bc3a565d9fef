import { type PointerEvent, useRef } from 'react'
import { cellOf } from './dom.ts'

/** Tells a tap on the active cell from the tap that made it so: the second one edits, as two clicks of a mouse do. */
export function useTap(): {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
  readonly wasTappedAgain: (cell: HTMLElement) => boolean
} {
  const again = useRef<HTMLElement | null>(null)
  return {
    onPointerDown: ({ target, pointerType }) => {
      const cell = cellOf(target)
      again.current = pointerType === 'touch' && cell === document.activeElement ? cell : null
    },
    wasTappedAgain: (cell) => again.current === cell,
  }
}
