import { FormattedMessage, useIntl } from 'react-intl'
import { errorWords } from '#src/i18n/error-words.ts'
import { PassingButton } from '#src/ui/PassingButton.tsx'
import { Remedy } from './Remedy.tsx'
import styles from './ReadFailure.module.css'

interface ReadFailureProps {
  readonly error: unknown
  readonly onRetry: () => void
}

/** Says, where a part of a page would stand, why it could not be read, and offers the way on. */
export function ReadFailure({ error, onRetry }: ReadFailureProps) {
  const { title, text, detail } = errorWords(useIntl(), error)
  return (
    <div role="alert" className={styles['failure']}>
      <p>
        <b>{title}</b>
      </p>
      <p>{text}</p>
      {detail ? <p className={styles['detail']}>{detail}</p> : null}
      <Remedy error={error}>
        <PassingButton size="small" onPress={onRetry}>
          <FormattedMessage id="error.retry" />
        </PassingButton>
      </Remedy>
    </div>
  )
}
