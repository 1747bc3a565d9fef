import type { ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { GradingInfo } from '#src/domain/course.ts'
import { errorWords } from '#src/i18n/error-words.ts'
import type { LmsError } from '#src/lms/errors.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import type { LoadState, Loader } from '#src/lms/load.ts'
import type { LearnerSearch, SearchState } from '#src/lms/search.ts'
import { Remedy } from '#src/pages/Remedy.tsx'
import { Keeping } from './Keeping.tsx'
import styles from './Notices.module.css'
import { PassingButton } from '#src/ui/PassingButton.tsx'
import type { TableColumns } from './columns.ts'

interface NoticesProps {
  readonly gradebook: Gradebook
  readonly info: GradingInfo
  readonly load: LoadState
  readonly loader: Loader
  readonly searching: SearchState
  readonly search: LearnerSearch
  /** URL parameters that were left out. */
  readonly dropped: readonly string[]
  readonly columns: TableColumns
}

/** What one has to know about the table as a whole, above it. */
export function Notices({
  gradebook,
  info,
  load,
  loader,
  searching,
  search,
  dropped,
  columns,
}: NoticesProps) {
  const intl = useIntl()
  const nothingGraded = columns.all.length === 0
  return (
    <div className={styles['notices']} role="status" tabIndex={-1}>
      {info.frozen ? (
        <Notice>
          <FormattedMessage id="gradebook.notice.frozen" />
        </Notice>
      ) : null}
      {nothingGraded ? (
        <Notice>
          <FormattedMessage id="gradebook.notice.noGraded" />
        </Notice>
      ) : null}
      {!nothingGraded && columns.shown.length === 0 ? (
        <Notice>
          <FormattedMessage id="gradebook.notice.allHidden" />
        </Notice>
      ) : null}
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
      {searching.error ? (
        <Failure error={searching.error} onRetry={() => search.search(searching.text)}>
          <FormattedMessage id="gradebook.notice.searchFailed" />
        </Failure>
      ) : null}
      <Keeping gradebook={gradebook} />
    </div>
  )
}

interface NoticeProps {
  readonly tone?: 'plain' | 'bad'
  readonly children: ReactNode
}

export function Notice({ tone = 'plain', children }: NoticeProps) {
  return (
    <p className={styles['notice']} data-tone={tone}>
      {children}
    </p>
  )
}

interface FailureProps {
  readonly error: LmsError
  readonly onRetry: () => void
  /** What it means for the table. */
  readonly children: ReactNode
}

/** A failure that leaves the table standing: what it means, why, and what one can do. */
export function Failure({ error, onRetry, children }: FailureProps) {
  const intl = useIntl()
  const { title, text, detail } = errorWords(intl, error)
  return (
    <Notice tone="bad">
      <b>{children}</b> {title}. {text}{' '}
      <Remedy error={error}>
        <PassingButton size="small" onPress={onRetry}>
          <FormattedMessage id="error.retry" />
        </PassingButton>
      </Remedy>
      {detail === null ? null : <small>{detail}</small>}
    </Notice>
  )
}
