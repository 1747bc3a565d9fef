import { createContext } from 'react'

/** Size of what shows the grid, in CSS pixels, without scroll bars. */
export interface Viewport {
  readonly inline: number
  readonly block: number
  /** Root font size over 16 px: rows and columns grow with the reader's text. */
  readonly scale: number
}

/** How the grid learns its size. */
export interface Measure {
  read(element: HTMLElement): Viewport
  /** Calls back when the size may have changed; gives the function that ends it. */
  watch(element: HTMLElement, listener: () => void): () => void
}

const browser: Measure = {
  read: (element) => ({
    inline: element.clientWidth,
    block: element.clientHeight,
    scale: Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1,
  }),
  watch(element, listener) {
    const observer = new ResizeObserver(listener)
    observer.observe(element)
    return () => observer.disconnect()
  },
}

/** Replaced in tests, where no layout exists. */
export const MeasureContext = createContext(browser)

/** A measure that always gives the same size: for tests. */
export function fixedMeasure(inline: number, block: number, scale = 1): Measure {
  return { read: () => ({ inline, block, scale }), watch: () => () => undefined }
}
