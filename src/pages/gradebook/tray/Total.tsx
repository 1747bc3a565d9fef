import { FormattedMessage, useIntl } from 'react-intl'
import { arrow } from '#src/ui/arrow.tsx'
import styles from './Review.module.css'
import type { ShownTotal, TotalChange } from './reviewed.ts'

/** What all changes of a learner together do to the course grade: an estimate, and called so. */
export function Total({ change }: { readonly change: TotalChange | null }) {
  const intl = useIntl()
  if (!change) {
    return (
      <small className={styles['total']}>
        <FormattedMessage id="tray.total.notKnown" />
      </small>
    )
  }
  const { before, after } = change
  const text = ({ percent, letter }: ShownTotal) =>
    [intl.formatNumber(percent, { style: 'percent' }), letter ?? ''].join(' ').trim()
  const tone = after.percent < before.percent ? 'bad' : after.percent > before.percent ? 'good' : undefined
  return (
    <small className={styles['total']} data-tone={tone}>
      <FormattedMessage
        id="tray.total"
        values={{
          to: arrow,
          before: <span key="before">{text(before)}</span>,
          after: <span key="after">{text(after)}</span>,
        }}
      />
    </small>
  )
}
