import { type RefObject, useLayoutEffect, useSyncExternalStore } from 'react'

/** Gives whether a media query holds, and keeps watching. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => matchMedia(query).matches,
  )
}

/**
 * While `covers` is true, takes everything outside the element out of reach of keyboard and screen reader: what a
 * full-screen sheet hides from the eye must not be met by Tab. Live regions go on speaking, and what floats above the
 * sheet (messages with their buttons) stays in use.
 */
export function useCovering(element: RefObject<HTMLElement | null>, covers: boolean): void {
  // Undone in the same step in which the sheet leaves, so that focus can go back to the page in that step, too.
  useLayoutEffect(() => {
    if (!covers || !element.current) return undefined
    const silenced = outside(element.current)
    for (const other of silenced) other.inert = true
    return () => {
      for (const other of silenced) other.inert = false
    }
  }, [covers, element])
}

const UNTOUCHED = '[aria-live], [role="status"], [data-react-aria-top-layer], script, style'

function outside(element: HTMLElement): HTMLElement[] {
  const others: HTMLElement[] = []
  for (let inner = element; inner.parentElement && inner !== document.body; inner = inner.parentElement) {
    for (const other of inner.parentElement.children) {
      if (other === inner || !(other instanceof HTMLElement) || other.inert) continue
      if (!other.matches(UNTOUCHED)) others.push(other)
    }
  }
  return others
}
