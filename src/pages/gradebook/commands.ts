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
    { name: 'cell-menu', keys: ['Shift+F10'], where: 'cells', perform: (g) => g.menu() },
    { name: 'clear', keys: ['Delete', 'Backspace'], where: 'cells', perform: () => run({ name: 'clear' }) },
    { name: 'fill-down', keys: ['Mod+D'], where: 'cells', perform: () => run({ name: 'fill-down' }) },
    { name: 'undo', keys: ['Mod+Z'], perform: () => run({ name: 'undo' }) },
    { name: 'redo', keys: ['Mod+Shift+Z', 'Mod+Y'], perform: () => run({ name: 'redo' }) },
    { name: 'copy-table', keys: ['Mod+Shift+C'], where: 'cells', perform: copyTable },
    { name: 'keys', keys: ['?', 'Shift+?'], perform: onKeys },
  ]
}
