import { useRef } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { pointsText } from '#src/i18n/score-words.ts'
import { Button } from '#src/ui/Button.tsx'
import { Dialog } from '#src/ui/Dialog.tsx'
import styles from './Dialogs.module.css'

interface ExtraCreditDialogProps {
  readonly count: number
  /** One of them. */
  readonly earned: number
  readonly possible: number
  /** Null: nothing at all shall be done. */
  readonly onDecide: (meant: boolean | null) => void
}

/** Asks once whether scores above the maximum are meant. */
export function ExtraCreditDialog({ count, earned, possible, onDecide }: ExtraCreditDialogProps) {
  const intl = useIntl()
  const decision = useRef<boolean | null>(null)
  const values = { count, earned: pointsText(intl, earned), possible: pointsText(intl, possible) }
  return (
    <Dialog
      title={<FormattedMessage id="gradebook.paste.extraCredit" values={values} />}
      onClose={() => onDecide(decision.current)}
    >
      {(close) => {
        const decide = (meant: boolean) => {
          decision.current = meant
          close()
        }
        return (
          <>
            <p className={styles['text']}>
              <FormattedMessage id="gradebook.paste.extraCredit.text" values={values} />
            </p>
            <div className={styles['actions']}>
              <Button variant="primary" onPress={() => decide(true)}>
                <FormattedMessage id="gradebook.paste.extraCredit.all" />
              </Button>
              <Button onPress={() => decide(false)}>
                <FormattedMessage id="gradebook.paste.extraCredit.without" />
              </Button>
              <Button variant="plain" onPress={close}>
                <FormattedMessage id="gradebook.paste.extraCredit.cancel" />
              </Button>
            </div>
          </>
        )
      }}
    </Dialog>
  )
}
