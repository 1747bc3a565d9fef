import { FormattedMessage, useIntl } from 'react-intl'
import { errorWords } from '#src/i18n/error-words.ts'
import type { LoadState, Loader } from '#src/lms/load.ts'
import { Remedy } from '#src/pages/Remedy.tsx'
import { PassingButton } from '#src/ui/PassingButton.tsx'
import styles from './ColumnTools.module.css'

interface ReadSoFarProps {
  readonly load: LoadState
  readonly loader: Loader
}

/** Says that not all learners are read, as long as that is so, and reads them. */
export function ReadSoFar({ load, loader }: ReadSoFarProps) {
  const intl = useIntl()
  const { status, read } = load
  if (status === 'done') return null
  const known = load.matching ?? load.enrolled ?? -1
  return (
    <div className={styles['notice']}>
      <p>
        <FormattedMessage id="gradebook.readSoFar" values={{ read, known }} />{' '}
        <span role="status">
          {load.error ? (
            <FormattedMessage
              id="gradebook.readSoFar.failed"
              values={{ why: errorWords(intl, load.error).title }}
            />
          ) : null}
        </span>
      </p>
      {status === 'reading' ? (
        <progress
          aria-label={intl.formatMessage({ id: 'gradebook.readSoFar.reading' })}
          {...(known > 0 ? { max: known, value: Math.min(read, known) } : {})}
        />
      ) : (
        <Remedy error={load.error}>
          <PassingButton size="small" onPress={() => loader.more()}>
            <FormattedMessage id="gradebook.count.readAll" />
          </PassingButton>
        </Remedy>
      )}
    </div>
  )
}
