import type { Ref } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { MessageId } from '#src/i18n/messages.ts'
import { Button } from '#src/ui/Button.tsx'
import styles from './KeysDialog.module.css'

const ROWS: ReadonlyArray<readonly [keys: string, what: MessageId]> = [
  ['← ↑ → ↓', 'gradebook.keys.arrows'],
  ['Home  End', 'gradebook.keys.rowEdges'],
  ['{mod} Home  {mod} End', 'gradebook.keys.corners'],
  ['Page Up  Page Down', 'gradebook.keys.pages'],
  ['Enter  Alt Enter', 'gradebook.keys.open'],
  ['Alt ↑  Alt ↓', 'gradebook.keys.learners'],
  ['Alt Shift ↑  Alt Shift ↓', 'gradebook.keys.assignments'],
  ['Esc', 'gradebook.keys.escape'],
  ['?', 'gradebook.keys.help'],
]

/** Lists the keys of the table. A native modal dialog: Escape closes it and focus returns. */
export function KeysDialog({ ref }: { readonly ref: Ref<HTMLDialogElement> }) {
  const intl = useIntl()
  const isMac = /Mac|iPhone|iPad/.test(navigator.platform)
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
        {ROWS.map(([keys, what]) => (
          <div key={what}>
            <dt>{keys.replaceAll('{mod}', isMac ? '⌘' : 'Ctrl')}</dt>
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
