import {
  type Bounds,
  type Place,
  byPage,
  horizontally,
  toCorner,
  toRowEdge,
  vertically,
} from './navigation.ts'
import type { CellAddress } from './source.ts'

/** What a command can see and do. */
export interface GridControl {
  readonly place: Place
  /** The active cell; null outside the body. */
  readonly address: CellAddress | null
  readonly bounds: Bounds
  /** The far end of the selection; the active cell where nothing is selected. */
  readonly head: Place
  /** The step to the next column that an arrow to the right means: -1 where the page runs from right to left. */
  readonly rightward: 1 | -1
  /** Moves focus and brings the cell into view. */
  go(place: Place): void
  /**
   * Selects a rectangle of body cells; focus stays. The far end is brought into view, but for a whole row or column: there
   * one stays with the cell that one is on. Nothing happens where the page does not want selections.
   */
  select(anchor: Place, head: Place, isWhole?: boolean): void
  /** Does what a click on the focused cell does. */
  activate(): void
  /** Does what a double click on the focused cell does. */
  edit(): void
  /** Does what the right button on the focused cell does. */
  menu(): void
}

/** A command of the grid: what it is called, which keys mean it, what it does. */
export interface GridCommand {
  readonly name: string
  /** As `keyName` writes them: `Mod` is Ctrl, on a Mac ⌘. */
  readonly keys: readonly string[]
  /** Where it holds; everywhere if not said. */
  readonly where?: 'header' | 'cells'
  readonly perform: (grid: GridControl) => void
}

/**
 * The keys of the grid, as in the data grid of the WAI-ARIA Authoring Practices. A page may pass another table to
 * `<Grid>`: the first command whose key and place fit is performed.
 */
export const gridCommands: readonly GridCommand[] = [
  { name: 'up', keys: ['ArrowUp'], perform: (g) => g.go(vertically(g.place, -1, g.bounds)) },
  { name: 'down', keys: ['ArrowDown'], perform: (g) => g.go(vertically(g.place, 1, g.bounds)) },
  {
    name: 'left',
    keys: ['ArrowLeft'],
    perform: (g) => g.go(horizontally(g.place, opposite(g.rightward), g.bounds)),
  },
  { name: 'right', keys: ['ArrowRight'], perform: (g) => g.go(horizontally(g.place, g.rightward, g.bounds)) },
  { name: 'row-start', keys: ['Home'], perform: (g) => g.go(toRowEdge(g.place, 'first', g.bounds)) },
  { name: 'row-end', keys: ['End'], perform: (g) => g.go(toRowEdge(g.place, 'last', g.bounds)) },
  { name: 'first-cell', keys: ['Mod+Home'], perform: (g) => g.go(toCorner('first', g.bounds)) },
  { name: 'last-cell', keys: ['Mod+End'], perform: (g) => g.go(toCorner('last', g.bounds)) },
  { name: 'page-up', keys: ['PageUp'], perform: (g) => g.go(byPage(g.place, -1, g.bounds)) },
  { name: 'page-down', keys: ['PageDown'], perform: (g) => g.go(byPage(g.place, 1, g.bounds)) },
  {
    name: 'column-menu',
    keys: ['Enter', 'Alt+Enter', 'Space'],
    where: 'header',
    perform: (g) => g.activate(),
  },
  { name: 'open', keys: ['Enter', 'Alt+Enter'], where: 'cells', perform: (g) => g.activate() },
]

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Gives a key with its modifiers in one spelling: `Mod+Home`, `Shift+Space`, `Mod+A`. */
export function keyName(press: KeyPress, isMac: boolean): string {
  const key = press.key === ' ' ? 'Space' : press.key.length === 1 ? press.key.toUpperCase() : press.key
  const [mod, other] = isMac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey]
  const modifiers = [
    mod && 'Mod',
    other && (isMac ? 'Ctrl' : 'Meta'),
    press.altKey && 'Alt',
    press.shiftKey && 'Shift',
  ]
  return [...modifiers, key].filter(Boolean).join('+')
}

/**
 * Gives the character that a key press would write into a text field; null for keys that write none, and for the blank,
 * which selects. An input method that begins to compose gives the empty text: what it writes comes later.
 */
export function typedBy(press: KeyPress & Pick<KeyboardEvent, 'getModifierState'>): string | null {
  if (press.key === 'Process') return ''
  // On many keyboards AltGr, which some characters need, counts as Ctrl and Alt.
  const isModified = press.ctrlKey || press.metaKey || press.altKey
  if (isModified && !press.getModifierState('AltGraph')) return null
  return Array.from(press.key).length === 1 && press.key !== ' ' ? press.key : null
}

/** Gives the command that a key means in a row, or undefined. */
export function commandFor(
  commands: readonly GridCommand[],
  key: string,
  row: number,
): GridCommand | undefined {
  const where = row < 0 ? 'header' : 'cells'
  return commands.find((command) => command.keys.includes(key) && (command.where ?? where) === where)
}

function opposite(step: 1 | -1): 1 | -1 {
  return step === 1 ? -1 : 1
}
