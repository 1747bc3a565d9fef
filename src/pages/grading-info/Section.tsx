import { type ReactNode, useId } from 'react'
import { FormattedMessage } from 'react-intl'
import type { MessageId } from '#src/i18n/messages.ts'
import styles from './GradingInfo.module.css'

/** A part of the page under its heading. */
export function Section({ title, children }: { title: MessageId; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={styles['section']}>
      <h2 id={id}>
        <FormattedMessage id={title} />
      </h2>
      {children}
    </section>
  )
}
