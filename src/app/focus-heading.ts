import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

/** Moves focus to the page's heading, where a screen reader and the keyboard start; to the page where it has none. */
export function focusHeading(page: HTMLElement | null): void {
  const heading = page?.querySelector<HTMLElement>('h1[tabindex]')
  ;(heading ?? page)?.focus({ preventScroll: true })
}

/** When a control that has the focus goes away with what it stood in, the new page's heading takes the focus over. */
export function useFocusHeadingAfter(control: RefObject<HTMLElement | null>): void {
  const left = useRef<HTMLElement | null>(null)
  useLayoutEffect(() => {
    const here = control.current
    return () => {
      // Still in the page at this moment, and what takes its place not yet.
      left.current = here !== null && here === document.activeElement ? here.closest('main') : null
    }
  }, [control])
  useEffect(() => () => focusHeading(left.current), [])
}
