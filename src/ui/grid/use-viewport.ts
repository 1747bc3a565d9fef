import { type RefObject, useContext, useLayoutEffect, useState } from 'react'
import { MeasureContext, type Viewport } from './measure.ts'

const UNKNOWN: Viewport = { inline: 0, block: 0, scale: 1 }

/** Gives the size of an element, before the first paint and after each change. */
export function useViewport(element: RefObject<HTMLElement | null>): Viewport {
  const measure = useContext(MeasureContext)
  const [viewport, setViewport] = useState(UNKNOWN)
  useLayoutEffect(() => {
    const target = element.current
    if (!target) return undefined
    const read = () => {
      const now = measure.read(target)
      setViewport((before) => (isSame(before, now) ? before : now))
    }
    read()
    return measure.watch(target, read)
  }, [element, measure])
  return viewport
}

function isSame(one: Viewport, other: Viewport): boolean {
  return one.inline === other.inline && one.block === other.block && one.scale === other.scale
}
