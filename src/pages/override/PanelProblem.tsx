import { FormattedMessage, useIntl } from 'react-intl'
import { errorWords } from '#src/i18n/error-words.ts'
import { Remedy } from '#src/pages/Remedy.tsx'
import { Button } from '#src/ui/Button.tsx'
import { focusUnlessBusy } from './focus-unless-busy.ts'
import styles from './OverridePanel.module.css'

type PanelProblemProps =
  | { readonly title: string; readonly text: string }
  | { readonly error: Error; readonly onRetry: () => void }

/** Why something cannot be shown, in words; where it failed, the way on. */
export function PanelProblem(props: PanelProblemProps) {
  const intl = useIntl()
  const words = 'error' in props ? errorWords(intl, props.error) : { ...props, detail: null }
  return (
    <div className={styles['notice']} data-tone={'error' in props ? 'bad' : 'plain'} role="alert">
      <h3 ref={focusUnlessBusy} tabIndex={-1}>
        {words.title}
      </h3>
      <p>{words.text}</p>
      {words.detail ? <p className={styles['detail']}>{words.detail}</p> : null}
      {'error' in props ? (
        <Remedy error={props.error}>
          <Button size="small" onPress={props.onRetry}>
            <FormattedMessage id="error.retry" />
          </Button>
        </Remedy>
      ) : null}
    </div>
  )
}
