import { useLayoutEffect, useRef } from 'react'
import { Button, type ButtonProps } from './Button.tsx'

/**
 * A button that goes away by itself, for instance once all is read. If it has the focus then, what holds it (the
 * nearest element with `tabindex="-1"`) takes it over: otherwise the keyboard would start again at the top of the page.
 */
export function PassingButton(props: ButtonProps) {
  const place = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const here = place.current
    return () => {
      if (here?.contains(document.activeElement)) here.closest<HTMLElement>('[tabindex="-1"]')?.focus()
    }
  }, [])
  return (
    <span ref={place}>
      <Button {...props} />
    </span>
  )
}
