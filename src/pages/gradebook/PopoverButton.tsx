import { type ReactNode, Suspense, useRef, useState } from 'react'
import { Button, type ButtonProps } from '#src/ui/Button.tsx'
import styles from './Toolbar.module.css'

export interface PopoverProps {
  readonly anchor: Element
  readonly onClose: () => void
}

interface PopoverButtonProps extends Omit<ButtonProps, 'children' | 'onPress'> {
  readonly label: ReactNode
  /** Downloads the popover. */
  readonly load: () => Promise<unknown>
  readonly children: (popover: PopoverProps) => ReactNode
}

/**
 * A button whose popover is downloaded once pointer or focus reaches it, so that what is typed right after opening it is
 * not lost.
 */
export function PopoverButton({ label, load, children, ...button }: PopoverButtonProps) {
  const place = useRef<HTMLSpanElement>(null)
  const [anchor, setAnchor] = useState<Element | null>(null)
  const onClose = () => setAnchor(null)
  // A failure shows when it is opened.
  const prepare = () => void load().catch(() => undefined)
  return (
    <span ref={place} className={styles['anchor']}>
      <Button
        aria-haspopup="dialog"
        {...button}
        aria-expanded={anchor !== null}
        onPointerEnter={prepare}
        onFocus={prepare}
        onPress={() => setAnchor(anchor ? null : place.current)}
      >
        {label}
      </Button>
      {anchor ? <Suspense fallback={null}>{children({ anchor, onClose })}</Suspense> : null}
    </span>
  )
}
