import { FormattedMessage, useIntl } from 'react-intl'
import { errorWords } from '#src/i18n/error-words.ts'
import { PassingButton } from '#src/ui/PassingButton.tsx'
import styles from './ColumnTools.module.css'

interface NoPointsProps {
  /** Why the points could not be read; null: they were asked for, and the assignment is not open yet. */
  readonly error: Error | null
  readonly onRetry: () => void
}

/** Says that a percentage cannot be told in points, why, and what else can be typed. */
export function NoPoints({ error, onRetry }: NoPointsProps) {
  const intl = useIntl()
  return (
    <div className={styles['notice']}>
      <p role="status">
        {error ? (
          <>
            <strong>{errorWords(intl, error).title}.</strong>{' '}
          </>
        ) : null}
        <FormattedMessage id="gradebook.blanks.noPoints" values={{ isFailed: String(error !== null) }} />
      </p>
      {error ? (
        <PassingButton size="small" onPress={onRetry}>
          <FormattedMessage id="gradebook.blanks.retry" />
        </PassingButton>
      ) : null}
    </div>
  )
}
