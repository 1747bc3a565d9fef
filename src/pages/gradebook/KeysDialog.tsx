import '#src/i18n/later-messages.ts'
import { FormattedMessage, useIntl } from 'react-intl'
import { lms } from '#src/lms/connect.ts'
import { Button } from '#src/ui/Button.tsx'
import { Dialog } from '#src/ui/Dialog.tsx'
import { isMac } from '#src/ui/is-mac.ts'
import styles from './KeysDialog.module.css'
import { tableCommands } from './commands.ts'
import { type KeyLine, keyLines } from './key-lines.ts'

/** Keys that hold in the editor: they stand in its own table (`src/pages/override/moves.ts`). */
const EDITOR: readonly KeyLine[] = [
  { keys: ['Alt ↑', 'Alt ↓'], what: 'gradebook.keys.learners' },
  { keys: ['Alt Shift ↑', 'Alt Shift ↓'], what: 'gradebook.keys.assignments' },
  { keys: ['Esc'], what: 'gradebook.keys.escape' },
]
const COMMANDS = tableCommands({ onKeys: () => {}, copyTable: () => {}, onDetails: () => {}, run: () => {} })

/** The browser's own commands: no keys of the table's. */
function clipboardLines(): KeyLine[] {
  const mod = isMac() ? '⌘' : 'Ctrl'
  return [
    { keys: [`${mod} C`], what: 'gradebook.keys.copy' },
    { keys: [`${mod} V`], what: 'gradebook.keys.paste' },
  ]
}

/** Lists the keys of the table. */
export default function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const intl = useIntl()
  const sets = String(lms().capabilities.setsGrades)
  return (
    <Dialog title={<FormattedMessage id="gradebook.keys.title" />} onClose={onClose}>
      {(close) => (
        <>
          <dl className={styles['keys']}>
            {[...keyLines(COMMANDS, isMac()), ...clipboardLines(), ...EDITOR].map(({ keys, what }) => (
              <div key={what}>
                <dt>
                  {keys
                    .filter((key, index) => keys.indexOf(key) === index)
                    .map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                </dt>
                <dd>{intl.formatMessage({ id: what }, { sets })}</dd>
              </div>
            ))}
          </dl>
          <div>
            <Button onPress={close}>
              <FormattedMessage id="gradebook.keys.close" />
            </Button>
          </div>
        </>
      )}
    </Dialog>
  )
}
