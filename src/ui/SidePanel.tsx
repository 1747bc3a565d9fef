import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { IconButton } from './Button.tsx'
import styles from './SidePanel.module.css'
import { useCovering, useMedia } from './use-covering.ts'

interface SidePanelProps {
  readonly title: ReactNode
  readonly subtitle?: ReactNode
  /** Buttons beside the close button: previous, next. */
  readonly actions?: ReactNode
  readonly closeLabel: string
  /** Called by the close button and by Escape. The caller decides where focus goes: it knows what was opened from where. */
  readonly onClose: () => void
  /** Stays in sight under the content that scrolls. */
  readonly footer?: ReactNode
  readonly children: ReactNode
}

/** Below this width the panel covers the page. */
const PHONE = '(max-width: 40rem)'

/**
 * A panel beside the page's content, which stays in use; on a phone, a sheet over the whole of it. Focus moves to its
 * heading when it opens, so that a screen reader begins there; a field with `autoFocus` keeps it.
 */
export function SidePanel({
  title,
  subtitle,
  actions,
  closeLabel,
  onClose,
  footer,
  children,
}: SidePanelProps) {
  const panel = useRef<HTMLDivElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const headingId = useId()
  const covers = useMedia(PHONE)
  useCovering(panel, covers)
  useEffect(() => {
    if (!panel.current?.contains(document.activeElement)) heading.current?.focus()
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    onClose()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape, from whatever has focus inside
    <div
      ref={panel}
      className={styles['panel']}
      // An <aside> may not become a dialog.
      role={covers ? 'dialog' : 'complementary'}
      aria-modal={covers || undefined}
      aria-labelledby={headingId}
      onKeyDown={onKeyDown}
    >
      <header className={styles['header']}>
        <div className={styles['titles']}>
          <h2 ref={heading} id={headingId} tabIndex={-1}>
            {title}
          </h2>
          {subtitle ? <p>{subtitle}</p> : null}
        </div>
        {actions}
        <IconButton label={closeLabel} onPress={onClose}>
          ✕
        </IconButton>
      </header>
      <div className={styles['content']}>{children}</div>
      {footer ? <footer className={styles['footer']}>{footer}</footer> : null}
    </div>
  )
}
