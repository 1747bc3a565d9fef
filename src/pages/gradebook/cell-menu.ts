import type { IntlShape } from 'react-intl'
import type { Exception } from '#src/domain/course.ts'
import type { MessageId } from '#src/i18n/messages.ts'
import type { MenuEntry, MenuGroup } from '#src/ui/Menu.tsx'
import type { GridColumn } from '#src/ui/grid/columns.ts'
import type { GridSelection } from '#src/ui/grid/selection.ts'
import type { CellAddress, GridSource } from '#src/ui/grid/source.ts'

/** What the menu of a score can do. */
export type CellAction =
  | 'edit'
  | 'details'
  | 'copy'
  | 'paste'
  | 'fill-down'
  | 'fill-blanks'
  | 'clear'
  | Exception
  | 'select-row'
  | 'select-column'

interface CellMenuOptions {
  /** Why no score can be changed, in words; null where they can. */
  readonly lock: string | null
  readonly isMac: boolean
  /** Scores are set: clearing one leaves none. */
  readonly setsGrades: boolean
  /** What can be put in a score's place. */
  readonly exceptions: readonly Exception[]
}

/** Gives what can be done with the selected scores. Where they are locked the entries that change them say why. */
export function cellMenu(intl: IntlShape, options: CellMenuOptions): MenuGroup[] {
  const { lock, isMac, setsGrades, exceptions } = options
  const sets = String(setsGrades)
  const mod = isMac ? '⌘' : 'Ctrl'
  const entry = (id: CellAction, message: MessageId, keys?: string): MenuEntry => {
    const label = intl.formatMessage({ id: message }, { sets })
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
        change('paste', 'gradebook.cellMenu.paste', `${mod} V`),
        change('fill-down', 'gradebook.cellMenu.fillDown', `${mod} D`),
        change('fill-blanks', 'gradebook.cellMenu.fillBlanks'),
        change('clear', 'gradebook.cellMenu.clear', 'Delete'),
      ],
    },
    ...(exceptions.length > 0 ? [exceptionGroup()] : []),
    {
      id: 'select',
      entries: [
        entry('select-row', 'gradebook.cellMenu.selectRow', 'Shift Space'),
        entry('select-column', 'gradebook.cellMenu.selectColumn', 'Ctrl Space'),
      ],
    },
  ]

  function exceptionGroup(): MenuGroup {
    const entries = EXCEPTIONS.map((exception): MenuEntry => {
      const label = intl.formatMessage({ id: 'gradebook.exception.set' }, { exception })
      const why = lock ?? (exceptions.includes(exception) ? null : notSettable())
      return { id: exception, label, ...(why === null ? {} : { detail: why, isDisabled: true }) }
    })
    return { id: 'exception', entries }
  }
  function notSettable(): string {
    return intl.formatMessage({ id: 'gradebook.exception.notSettable' })
  }
}

const EXCEPTIONS: readonly Exception[] = ['excused', 'incomplete', 'missing']

/**
 * Pastes into a cell what the clipboard holds, as the browser's own command does. Rejects where the browser gives no
 * access to it.
 */
export async function pasteInto(cell: Element): Promise<void> {
  const text = await navigator.clipboard.readText()
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
}

/** Gives the row or the column of a cell as a selection. */
export function wholeOf(
  which: 'row' | 'column',
  { rowKey, columnId }: CellAddress,
  source: Pick<GridSource, 'rowCount' | 'rowKey'>,
  columns: readonly GridColumn[],
): GridSelection {
  const along = (id: string | undefined): CellAddress => ({ rowKey, columnId: id ?? columnId })
  const down = (index: number): CellAddress => ({ rowKey: source.rowKey(index), columnId })
  return which === 'row'
    ? { anchor: along(columns[0]?.id), head: along(columns.at(-1)?.id) }
    : { anchor: down(0), head: down(source.rowCount() - 1) }
}
