import type { MessageId } from '#src/i18n/messages.ts'
import type { GridCommand } from '#src/ui/grid/commands.ts'

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
  'cell-menu': 'gradebook.keys.cellMenu',
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
