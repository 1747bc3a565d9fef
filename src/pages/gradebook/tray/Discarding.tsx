import { FormattedMessage, useIntl } from 'react-intl'
import { Button } from '#src/ui/Button.tsx'
import { Dialog } from './Dialog.tsx'

interface DiscardingProps {
  readonly count: number
  readonly onDiscard: () => void
  readonly onClose: () => void
}

/** Asks before many changes are thrown away. */
export function Discarding({ count, onDiscard, onClose }: DiscardingProps) {
  const intl = useIntl()
  return (
    <Dialog
      title={intl.formatMessage({ id: 'tray.discard.ask' }, { count })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="tray.discard.no" />
          </Button>
          <Button variant="primary" onPress={onDiscard}>
            <FormattedMessage id="tray.discard" />
          </Button>
        </>
      }
    >
      <p>
        <FormattedMessage id="tray.discard.text" />
      </p>
    </Dialog>
  )
}
