import type { Ref } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Button } from '#src/ui/Button.tsx'
import { isMac } from '#src/ui/is-mac.ts'
import styles from './KeysDialog.module.css'
import { type KeyLine, keyLines, tableCommands } from './commands.ts'

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

/** Lists the keys of the table. A native modal dialog: Escape closes it and focus returns. */
export function KeysDialog({ ref }: { readonly ref: Ref<HTMLDialogElement> }) {
  const intl = useIntl()
  return (
    <dialog
      ref={ref}
      className={styles['dialog']}
      aria-label={intl.formatMessage({ id: 'gradebook.keys.title' })}
    >
      <h2>
        <FormattedMessage id="gradebook.keys.title" />
      </h2>
      <dl>
        {[...keyLines(COMMANDS, isMac()), ...clipboardLines(), ...EDITOR].map(({ keys, what }) => (
          <div key={what}>
            <dt>
              {keys
                .filter((key, index) => keys.indexOf(key) === index)
                .map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
            </dt>
            <dd>{intl.formatMessage({ id: what })}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <Button type="submit">
          <FormattedMessage id="gradebook.keys.close" />
        </Button>
      </form>
    </dialog>
  )
}
