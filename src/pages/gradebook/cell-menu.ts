import '#src/i18n/later-messages.ts'
import type { IntlShape } from 'react-intl'
import type { MessageId } from '#src/i18n/messages.ts'
import type { MenuEntry, MenuGroup } from '#src/ui/Menu.tsx'

/** What the menu of a score can do. */
export type CellAction = 'edit' | 'details' | 'copy' | 'fill-down' | 'fill-blanks' | 'clear'

interface CellMenuOptions {
  /** Why no score can be changed, in words; null where they can. */
  readonly lock: string | null
  readonly isMac: boolean
}

/** Gives what can be done with the selected scores. Where they are locked the entries that change them say why. */
export function cellMenu(intl: IntlShape, { lock, isMac }: CellMenuOptions): MenuGroup[] {
  const mod = isMac ? '⌘' : 'Ctrl'
  const entry = (id: CellAction, message: MessageId, keys?: string): MenuEntry => {
    const label = intl.formatMessage({ id: message })
    return keys === undefined ? { id, label } : { id, label, detail: keys }
  }
  const change = (id: CellAction, message: MessageId, keys?: string): MenuEntry =>
    lock === null ? entry(id, message, keys) : { ...entry(id, message), detail: lock, isDisabled: true }
  return [
    {
      id: 'cell',
      entries: [
        change('edit', 'gradebook.cellMenu.edit', 'Enter'),
        entry('details', 'gradebook.cellMenu.details', 'Alt Enter'),
      ],
    },
    {
      id: 'selection',
      entries: [
        entry('copy', 'gradebook.cellMenu.copy', `${mod} C`),
        change('fill-down', 'gradebook.cellMenu.fillDown', `${mod} D`),
        change('fill-blanks', 'gradebook.cellMenu.fillBlanks'),
        change('clear', 'gradebook.cellMenu.clear', 'Delete'),
      ],
    },
  ]
}
