import { type ReactNode, Suspense, useRef, useState } from 'react'
import { Button, type ButtonProps } from '#src/ui/Button.tsx'
import styles from './Toolbar.module.css'

export interface PopoverProps {
  readonly anchor: Element
  readonly onClose: () => void
}

interface PopoverButtonProps extends Omit<ButtonProps, 'children' | 'onPress'> {
  readonly label: ReactNode
  readonly children: (popover: PopoverProps) => ReactNode
}

/** A button whose popover is downloaded when it is first opened. */
export function PopoverButton({ label, children, ...button }: PopoverButtonProps) {
  const place = useRef<HTMLSpanElement>(null)
  const [anchor, setAnchor] = useState<Element | null>(null)
  const onClose = () => setAnchor(null)
  return (
    <span ref={place} className={styles['anchor']}>
      <Button
        aria-haspopup="dialog"
        {...button}
        aria-expanded={anchor !== null}
        onPress={() => setAnchor(anchor ? null : place.current)}
      >
        {label}
      </Button>
      {anchor ? <Suspense fallback={null}>{children({ anchor, onClose })}</Suspense> : null}
    </span>
  )
}
