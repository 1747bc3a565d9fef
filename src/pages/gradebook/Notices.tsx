import type { ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { GradingInfo } from '#src/domain/course.ts'
import { errorWords } from '#src/i18n/error-words.ts'
import type { LoadState, Loader } from '#src/lms/load.ts'
import type { SearchState } from '#src/lms/search.ts'
import { Button } from '#src/ui/Button.tsx'
import styles from './Notices.module.css'
import type { TableColumns } from './columns.ts'

interface NoticesProps {
  readonly info: GradingInfo
  readonly load: LoadState
  readonly search: SearchState
  readonly loader: Loader
  readonly dropped: readonly string[]
  readonly columns: TableColumns
}

/** What one has to know about the table as a whole, above it. */
export function Notices({ info, load, search, loader, dropped, columns }: NoticesProps) {
  const intl = useIntl()
  return (
    <div className={styles['notices']} role="status">
      {info.frozen ? (
        <Notice>
          <FormattedMessage id="gradebook.notice.frozen" />
        </Notice>
      ) : null}
      {columns.all.length === 0 ? (
        <Notice>
          <FormattedMessage id="gradebook.notice.noGraded" />
        </Notice>
      ) : null}
      {columns.all.length > 0 && columns.shown.length === 0 ? (
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
        <Notice tone="bad">
          <FormattedMessage
            id="gradebook.notice.stopped"
            values={{ read: load.read, why: errorWords(intl, load.error).title }}
          />{' '}
          <Button size="small" onPress={() => loader.start()}>
            <FormattedMessage id="error.retry" />
          </Button>
        </Notice>
      ) : null}
      {search.error ? (
        <Notice tone="bad">
          <FormattedMessage
            id="gradebook.notice.searchFailed"
            values={{ why: errorWords(intl, search.error).title }}
          />
        </Notice>
      ) : null}
    </div>
  )
}

function Notice({
  tone = 'plain',
  children,
}: {
  readonly tone?: 'plain' | 'bad'
  readonly children: ReactNode
}) {
  return (
    <p className={styles['notice']} data-tone={tone}>
      {children}
    </p>
  )
}
