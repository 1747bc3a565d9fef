import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useIntl } from 'react-intl'
import { IconButton } from '#src/ui/Button.tsx'
import styles from './Dialog.module.css'

interface DialogProps {
  readonly title: string
  /** Hears of Escape and of the close button; the dialog goes when it is not rendered any more. */
  readonly onClose: () => void
  /** Stays in sight under the content that scrolls. */
  readonly footer: ReactNode
  readonly children: ReactNode
  readonly isWide?: boolean
}

/** A native modal dialog, open as long as it is rendered: Escape closes it and focus returns. */
export function Dialog({ title, onClose, footer, children, isWide }: DialogProps) {
  const intl = useIntl()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const titleId = useId()
  useEffect(() => {
    const shown = dialog.current
    if (shown && !shown.open) shown.showModal()
    // Closed before it is gone, or the focus would not return.
    return () => shown?.close()
  }, [])
  // What had the focus may be gone with the last change.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus()
  })
  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      data-wide={isWide || undefined}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <header>
        <h2 ref={heading} id={titleId} tabIndex={-1}>
          {title}
        </h2>
        <IconButton label={intl.formatMessage({ id: 'tray.close' })} onPress={onClose}>
          ✕
        </IconButton>
      </header>
      <div className={styles['content']}>{children}</div>
      <footer>{footer}</footer>
    </dialog>
  )
}
