import '#src/i18n/later-messages.ts'
import { FormattedMessage, useIntl } from 'react-intl'
import { batchProgress, itemsThatAre } from '#src/domain/edits-read.ts'
import type { Batch } from '#src/domain/edits-state.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import type { Tray } from '#src/lms/tray.ts'
import { Button } from '#src/ui/Button.tsx'
import { Dialog } from './Dialog.tsx'
import styles from './Review.module.css'
import { groupedBatches } from './grouped-batches.ts'
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
  const isBusy = state.work !== null && !state.isQuiet
  const line = (batch: Batch) => <Line key={batch.id} {...{ gradebook, tray, batch, isBusy, onClose }} />
  const time = ({ at }: Batch) => intl.formatTime(at, { timeStyle: 'short' })
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
        {groupedBatches(edits.batches.values(), tray)
          .toReversed()
          .map((group) => {
            const [first, last] = [group[0], group.at(-1)]
            if (!first || !last) return null
            if (first === last) return line(first)
            const count = group.reduce((sum, { items }) => sum + items.size, 0)
            return (
              <li key={first.id} className={styles['typed']}>
                <details>
                  <summary>
                    <FormattedMessage
                      id="tray.batches.typed"
                      values={{
                        from: time(first),
                        to: time(last),
                        isOne: String(time(first) === time(last)),
                        count,
                        times: group.length,
                      }}
                    />
                  </summary>
                  <ul className={styles['batches']}>{group.toReversed().map(line)}</ul>
                </details>
              </li>
            )
          })}
      </ul>
    </Dialog>
  )
}

interface LineProps extends BatchesProps {
  readonly batch: Batch
  /** Something else goes on. */
  readonly isBusy: boolean
}

function Line({ gradebook, tray, batch, isBusy, onClose }: LineProps) {
  const intl = useIntl()
  const time = intl.formatTime(batch.at, { timeStyle: 'short' })
  return (
    <li>
      <p>
        <FormattedMessage id="tray.batches.one" values={{ time, count: batch.items.size }} />
        <small>{outcomeWords(intl, batchProgress(batch).outcomes)}</small>
      </p>
      {itemsThatAre(batch, 'saved').length > 0 ? (
        <Button
          size="small"
          isDisabled={isBusy}
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
}
