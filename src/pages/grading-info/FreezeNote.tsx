import { FormattedMessage, useIntl } from 'react-intl'
import { lms } from '#src/lms/connect.ts'
import { useNow } from '#src/ui/now.ts'
import styles from './GradingInfo.module.css'
import { freezeDate } from './freeze.ts'

/**
 * Whether grades can still be changed, and until when as far as that is known.
 * @param end the course's end, ISO 8601; null where it is not known
 */
export function FreezeNote({ frozen, end }: { frozen: boolean; end: string | null }) {
  const intl = useIntl()
  const now = useNow()
  const days = lms().capabilities.freezeDays
  const date = days === undefined ? null : freezeDate(end, days)
  const past = date !== null && date <= now()
  const values = { days, date: date && intl.formatDate(date, { dateStyle: 'long' }) }
  if (frozen) {
    return (
      <p>
        <b>
          <FormattedMessage id="gradingInfo.freeze.frozen" />
        </b>{' '}
        <FormattedMessage
          id={past ? 'gradingInfo.freeze.since' : 'gradingInfo.freeze.noDate'}
          values={values}
        />
      </p>
    )
  }
  return (
    <p className={styles['quiet']}>
      <FormattedMessage id="gradingInfo.freeze.open" />{' '}
      {date && !past ? <FormattedMessage id="gradingInfo.freeze.until" values={values} /> : null}
    </p>
  )
}
