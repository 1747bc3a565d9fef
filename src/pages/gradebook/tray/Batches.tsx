import '#src/i18n/later-messages.ts'
import { FormattedMessage, useIntl } from 'react-intl'
import { batchProgress, itemsThatAre } from '#src/domain/edits-read.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import type { Tray } from '#src/lms/tray.ts'
import { Button } from '#src/ui/Button.tsx'
import { Dialog } from './Dialog.tsx'
import styles from './Review.module.css'
import { downloadSummary } from './summary-file.ts'
import { outcomeWords, undoReason } from './tray-words.ts'
import { useTray } from './use-tray.ts'

interface BatchesProps {
  readonly gradebook: Gradebook
  readonly tray: Tray
  readonly onClose: () => void
}

/** What was saved since the page was opened, newest first, each to be taken back. */
export default function Batches({ gradebook, tray, onClose }: BatchesProps) {
  const intl = useIntl()
  const { state, edits } = useTray(gradebook)
  return (
    <Dialog
      title={intl.formatMessage({ id: 'tray.batches.title' })}
      onClose={onClose}
      footer={
        <Button onPress={onClose}>
          <FormattedMessage id="tray.close" />
        </Button>
      }
    >
      <p>
        <FormattedMessage id="tray.batches.text" />
      </p>
      <ul className={styles['batches']}>
        {[...edits.batches.values()].toReversed().map((batch) => {
          const time = intl.formatTime(batch.at, { timeStyle: 'short' })
          return (
            <li key={batch.id}>
              <p>
                <FormattedMessage id="tray.batches.one" values={{ time, count: batch.items.size }} />
                <small>{outcomeWords(intl, batchProgress(batch).outcomes)}</small>
              </p>
              {itemsThatAre(batch, 'saved').length > 0 ? (
                <Button
                  size="small"
                  isDisabled={state.work !== null}
                  aria-label={intl.formatMessage({ id: 'tray.undo.of' }, { time })}
                  onPress={() => {
                    onClose()
                    void tray.undoBatch(batch.id, (saved) => undoReason(intl, saved))
                  }}
                >
                  <FormattedMessage id="tray.undo" />
                </Button>
              ) : null}
              <Button
                size="small"
                aria-label={intl.formatMessage({ id: 'tray.download.of' }, { time })}
                onPress={() => downloadSummary({ intl, tray, gradebook, batch })}
              >
                <FormattedMessage id="tray.download" />
              </Button>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}
