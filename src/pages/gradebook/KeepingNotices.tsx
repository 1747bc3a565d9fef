import '#src/i18n/later-messages.ts'
import { useSyncExternalStore } from 'react'
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl'
import { countEdits } from '#src/domain/edits-read.ts'
import type { EditStore } from '#src/lms/edit-store.ts'
import type { KeepingNews } from '#src/lms/tray-keeper.ts'
import { PassingButton } from '#src/ui/PassingButton.tsx'
import { useNow } from '#src/ui/now.ts'
import styles from './Notices.module.css'

interface KeepingNoticesProps {
  readonly edits: EditStore
  readonly news: KeepingNews | null
  readonly isSavingElsewhere: boolean
  readonly onDismiss: () => void
}

/** What was kept in this browser, what could not be, and what another tab does with it. */
export default function KeepingNotices({ edits, news, isSavingElsewhere, onDismiss }: KeepingNoticesProps) {
  const isEmpty = useSyncExternalStore(edits.changes.subscribe, () => countEdits(edits.state()).changes === 0)
  // Saved or discarded: what was kept is history.
  const isOver = news?.kind === 'restored' && isEmpty
  return (
    <>
      {isSavingElsewhere ? (
        <p className={styles['notice']}>
          <FormattedMessage id="keeping.elsewhere" />
        </p>
      ) : null}
      {news && !isOver ? (
        <p className={styles['notice']} data-tone={news.kind === 'restored' ? 'plain' : 'bad'}>
          <span>
            <Words news={news} />
          </span>{' '}
          {news.kind === 'damaged' ? (
            <PassingButton
              size="small"
              onPress={() => {
                news.replace()
                onDismiss()
              }}
            >
              <FormattedMessage id="keeping.replace" />
            </PassingButton>
          ) : (
            <PassingButton size="small" onPress={onDismiss}>
              <FormattedMessage id="shell.dismiss" />
            </PassingButton>
          )}
        </p>
      ) : null}
    </>
  )
}

function Words({ news }: { readonly news: KeepingNews }) {
  const intl = useIntl()
  const now = useNow()
  switch (news.kind) {
    case 'restored':
      return (
        <FormattedMessage
          id="keeping.restored"
          values={{ count: news.count, when: dayWords(intl, new Date(news.at), now()) }}
        />
      )
    case 'not-kept':
      return <FormattedMessage id="keeping.notKept" />
    case 'newer':
      return <FormattedMessage id="keeping.newer" />
    case 'damaged':
      return <FormattedMessage id="keeping.damaged" />
  }
}

const DAY = 86_400_000

/** As one speaks of it: today with the time, the days before by name, what is longer ago by its date. */
function dayWords(intl: IntlShape, then: Date, now: Date): string {
  if (intl.formatDate(then) === intl.formatDate(now)) {
    return intl.formatMessage({ id: 'keeping.today' }, { time: intl.formatTime(then) })
  }
  const isRecent = Math.abs(now.getTime() - then.getTime()) < 6 * DAY
  return intl.formatDate(then, isRecent ? { weekday: 'long' } : { dateStyle: 'long' })
}
