import type { MessageId } from '#src/i18n/messages.ts'
import { type GridCommand, type GridControl, gridCommands } from '#src/ui/grid/commands.ts'
import { selectionCommands } from '#src/ui/grid/selection-commands.ts'
import type { Action } from './editing/actions.tsx'

/** What the page does for its table's keys. */
export interface TableActions {
  readonly onKeys: () => void
  readonly copyTable: () => void
  /** Opens the override editor of the active cell. */
  readonly onDetails: (grid: GridControl) => void
  /** Changes the selected cells, or takes changes back. */
  readonly run: (action: Action) => void
}

/** Gives the table's commands: the grid's own, and those of this page. */
export function tableCommands({ onKeys, copyTable, onDetails, run }: TableActions): readonly GridCommand[] {
  return [
    // Enter edits here; what it does elsewhere is Alt+Enter's.
    ...gridCommands.filter(({ name }) => name !== 'open'),
    { name: 'edit', keys: ['Enter', 'F2'], where: 'cells', perform: (g) => g.edit() },
    { name: 'details', keys: ['Alt+Enter'], where: 'cells', perform: onDetails },
    ...selectionCommands,
    { name: 'clear', keys: ['Delete', 'Backspace'], where: 'cells', perform: () => run({ name: 'clear' }) },
    { name: 'fill-down', keys: ['Mod+D'], where: 'cells', perform: () => run({ name: 'fill-down' }) },
    { name: 'undo', keys: ['Mod+Z'], perform: () => run({ name: 'undo' }) },
    { name: 'redo', keys: ['Mod+Shift+Z', 'Mod+Y'], perform: () => run({ name: 'redo' }) },
    { name: 'copy-table', keys: ['Mod+Shift+C'], where: 'cells', perform: copyTable },
    { name: 'keys', keys: ['?', 'Shift+?'], perform: onKeys },
  ]
}

/** What each command does, in words; commands with the same words stand in one line of the list of keys. */
const WORDS: Readonly<Record<string, MessageId>> = {
  up: 'gradebook.keys.arrows',
  down: 'gradebook.keys.arrows',
  left: 'gradebook.keys.arrows',
  right: 'gradebook.keys.arrows',
  'row-start': 'gradebook.keys.rowEdges',
  'row-end': 'gradebook.keys.rowEdges',
  'first-cell': 'gradebook.keys.corners',
  'last-cell': 'gradebook.keys.corners',
  'page-up': 'gradebook.keys.pages',
  'page-down': 'gradebook.keys.pages',
  'column-menu': 'gradebook.keys.columnMenu',
  edit: 'gradebook.keys.edit',
  details: 'gradebook.keys.details',
  clear: 'gradebook.keys.clear',
  'fill-down': 'gradebook.keys.fillDown',
  undo: 'gradebook.keys.undo',
  redo: 'gradebook.keys.redo',
  'extend-up': 'gradebook.keys.extend',
  'extend-down': 'gradebook.keys.extend',
  'extend-left': 'gradebook.keys.extend',
  'extend-right': 'gradebook.keys.extend',
  'extend-row-start': 'gradebook.keys.extend',
  'extend-row-end': 'gradebook.keys.extend',
  'extend-page-up': 'gradebook.keys.extend',
  'extend-page-down': 'gradebook.keys.extend',
  'extend-first': 'gradebook.keys.extend',
  'extend-last': 'gradebook.keys.extend',
  'select-row': 'gradebook.keys.row',
  'select-column': 'gradebook.keys.column',
  'select-all': 'gradebook.keys.all',
  'copy-table': 'gradebook.keys.copyTable',
  keys: 'gradebook.keys.help',
}

const CAPS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
}

export interface KeyLine {
  readonly what: MessageId
  /** As printed on the keys: `Ctrl Home`. */
  readonly keys: readonly string[]
}

/** Gives the list of keys, straight from the table of commands. */
export function keyLines(commands: readonly GridCommand[], isMac: boolean): KeyLine[] {
  const lines = Map.groupBy(commands, ({ name }) => WORDS[name])
  return Array.from(lines).flatMap(([what, of]) =>
    what === undefined ? [] : { what, keys: of.flatMap(({ keys }) => keys.map((key) => caps(key, isMac))) },
  )
}

function caps(key: string, isMac: boolean): string {
  // The question mark needs Shift on most keyboards; nobody has to be told.
  const parts = key.replace(/^Shift\+\?$/, '?').split('+')
  return parts.map((part) => (part === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : (CAPS[part] ?? part))).join(' ')
}
