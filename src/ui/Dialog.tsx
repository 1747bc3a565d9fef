import { type ReactNode, useId, useLayoutEffect, useState } from 'react'
import styles from './Dialog.module.css'

interface DialogProps {
  readonly title: ReactNode
  /** The dialog is closed: take it away. Focus is back where it was before. */
  readonly onClose: () => void
  readonly children: (close: () => void) => ReactNode
}

/** A native modal dialog, open while it is drawn. Escape closes it. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const id = useId()
  const [dialog, setDialog] = useState<HTMLDialogElement | null>(null)
  useLayoutEffect(() => {
    if (dialog?.open === false) dialog.showModal()
  }, [dialog])
  return (
    <dialog ref={setDialog} className={styles['dialog']} aria-labelledby={id} onClose={onClose}>
      <div className={styles['content']} tabIndex={-1}>
        <h2 id={id} className={styles['title']}>
          {title}
        </h2>
        {children(() => dialog?.close())}
      </div>
    </dialog>
  )
}
