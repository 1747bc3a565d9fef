import '#src/i18n/later-messages.ts'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Progress } from '#src/domain/progress.ts'
import { Button } from '#src/ui/Button.tsx'
import { Dialog } from '#src/ui/Dialog.tsx'
import { type Toast, useToasts } from '#src/ui/toasts.ts'
import styles from './ExplainDialog.module.css'
import { explainText, stepsAsText } from './explain-text.ts'
import { percentText } from '#src/i18n/score-words.ts'

interface ExplainDialogProps {
  readonly progress: Progress
  readonly onClose: () => void
}

/** The arithmetic behind the official total, line by line. */
export default function ExplainDialog({ progress, onClose }: ExplainDialogProps) {
  const intl = useIntl()
  const toasts = useToasts()
  const steps = explainText(intl, progress)
  const title = intl.formatMessage(
    { id: 'progress.explain.title' },
    { percent: percentText(intl, progress.grade.percent) },
  )
  const copy = (close: () => void) => {
    // A message behind an open dialog would not be seen.
    const tell = (toast: Toast) => {
      close()
      return toasts.show(toast)
    }
    void navigator.clipboard.writeText(stepsAsText(title, steps)).then(
      () => tell({ text: intl.formatMessage({ id: 'progress.explain.copied' }) }),
      () => tell({ text: intl.formatMessage({ id: 'progress.explain.notCopied' }), tone: 'bad' }),
    )
  }
  return (
    <Dialog title={title} onClose={onClose}>
      {(close) => (
        <>
          <p className={styles['lead']}>
            <FormattedMessage id="progress.explain.lead" />
          </p>
          {steps.map(({ title: name, lines }, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a policy may name two types alike
            <section key={index} className={styles['step']}>
              <h3>
                <bdi>{name}</bdi>
              </h3>
              <ul>
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </section>
          ))}
          <div className={styles['actions']}>
            <Button onPress={() => copy(close)}>
              <FormattedMessage id="progress.explain.copy" />
            </Button>
            <Button variant="primary" onPress={close}>
              <FormattedMessage id="progress.explain.close" />
            </Button>
          </div>
        </>
      )}
    </Dialog>
  )
}
