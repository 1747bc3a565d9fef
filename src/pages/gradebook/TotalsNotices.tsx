import { FormattedMessage, useIntl } from 'react-intl'
import type { LoadState, Loader } from '#src/lms/load.ts'
import { Failure, Notice } from './Notices.tsx'
import styles from './Notices.module.css'

interface TotalsNoticesProps {
  readonly load: LoadState
  readonly loader: Loader
  /** URL parameters that were left out. */
  readonly dropped: readonly string[]
  /** There is a column of times, whose zone nobody knows. */
  readonly tellsPassedAt: boolean
}

/** What one has to know about a table of totals, above it. */
export function TotalsNotices({ load, loader, dropped, tellsPassedAt }: TotalsNoticesProps) {
  const intl = useIntl()
  return (
    <div className={styles['notices']} role="status" tabIndex={-1}>
      <Notice>
        <FormattedMessage id="gradebook.totals.notice" values={{ zone: String(tellsPassedAt) }} />
      </Notice>
      {dropped.length > 0 ? (
        <Notice>
          <FormattedMessage id="gradebook.notice.dropped" values={{ names: intl.formatList(dropped) }} />
        </Notice>
      ) : null}
      {load.error && load.read > 0 ? (
        <Failure error={load.error} onRetry={() => loader.start()}>
          <FormattedMessage id="gradebook.notice.stopped" values={{ read: load.read }} />
        </Failure>
      ) : null}
    </div>
  )
}
