import { useEffect, useSyncExternalStore } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { errorWords } from '#src/i18n/error-words.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import { Remedy } from '#src/pages/Remedy.tsx'
import { PassingButton } from '#src/ui/PassingButton.tsx'
import styles from './PasteDialog.module.css'
import type { PasteSession } from './paste-session.ts'

/**
 * Says which learners a paste is compared with, where these are not all of the course, and offers to read the others
 * first. The preview follows once a reading has come to rest.
 */
export function Coverage({
  gradebook,
  session,
}: {
  readonly gradebook: Gradebook
  readonly session: PasteSession
}) {
  const intl = useIntl()
  const { loader, everybody, sheet, edits } = gradebook
  const load = useSyncExternalStore(everybody.changes.subscribe, everybody.state)
  useEffect(() => {
    const follow = () => {
      const isReading = [loader, everybody].some((one) => one.state().status === 'reading')
      if (!isReading) session.renew()
    }
    follow()
    const told = [loader.changes, everybody.changes, sheet.content, edits.changes]
    const ends = told.map((changes) => changes.subscribe(follow))
    return () => {
      for (const end of ends) end()
    }
  }, [loader, everybody, sheet, edits, session])

  const isFiltered = everybody !== loader
  const known = load.matching ?? load.enrolled ?? -1
  const isAtRest = load.status !== 'reading'
  if (load.status === 'done') return null
  return (
    <div className={styles['coverage']} tabIndex={-1}>
      <p role="status">
        {load.error ? (
          <>
            <strong>{errorWords(intl, load.error).title}</strong> {errorWords(intl, load.error).text}{' '}
          </>
        ) : null}
        {isAtRest ? (
          <FormattedMessage
            id={isFiltered ? 'pasteTable.coverage.filtered' : 'pasteTable.coverage.some'}
            values={{ read: sheet.rowCount, known }}
          />
        ) : null}
      </p>
      {isAtRest ? (
        <Remedy error={load.error}>
          <PassingButton size="small" onPress={() => everybody.more()}>
            <FormattedMessage id="pasteTable.coverage.readAll" />
          </PassingButton>
        </Remedy>
      ) : (
        <>
          <p>
            <FormattedMessage id="pasteTable.coverage.reading" values={{ read: load.read, known }} />
          </p>
          <PassingButton size="small" onPress={() => everybody.pause()}>
            <FormattedMessage id="gradebook.count.pause" />
          </PassingButton>
        </>
      )}
    </div>
  )
}
