import type { GridCommand, GridControl } from './commands.ts'
import { type Place, byPage, horizontally, toCorner, toRowEdge, vertically } from './navigation.ts'

/** Moves the far end of the selection; header and foot cannot be selected. */
function extend(name: string, keys: readonly string[], to: (grid: GridControl) => Place): GridCommand {
  return {
    name,
    keys,
    where: 'cells',
    perform: (grid) => {
      const { row, column } = to(grid)
      grid.select(grid.place, { row: Math.min(Math.max(row, 0), grid.bounds.rowCount - 1), column })
    },
  }
}

function whole(
  name: string,
  keys: readonly string[],
  ends: (grid: GridControl) => [Place, Place],
): GridCommand {
  return { name, keys, where: 'cells', perform: (grid) => grid.select(...ends(grid), true) }
}

/**
 * The keys that select cells, as in the data grid of the WAI-ARIA Authoring Practices: Shift and a movement extends, the
 * active cell stays where the selection began.
 */
export const selectionCommands: readonly GridCommand[] = [
  extend('extend-up', ['Shift+ArrowUp'], (g) => vertically(g.head, -1, g.bounds)),
  extend('extend-down', ['Shift+ArrowDown'], (g) => vertically(g.head, 1, g.bounds)),
  extend('extend-left', ['Shift+ArrowLeft'], (g) =>
    horizontally(g.head, g.rightward === 1 ? -1 : 1, g.bounds),
  ),
  extend('extend-right', ['Shift+ArrowRight'], (g) => horizontally(g.head, g.rightward, g.bounds)),
  extend('extend-row-start', ['Shift+Home'], (g) => toRowEdge(g.head, 'first', g.bounds)),
  extend('extend-row-end', ['Shift+End'], (g) => toRowEdge(g.head, 'last', g.bounds)),
  extend('extend-first', ['Mod+Shift+Home'], (g) => toCorner('first', g.bounds)),
  extend('extend-last', ['Mod+Shift+End'], (g) => toCorner('last', g.bounds)),
  extend('extend-page-up', ['Shift+PageUp'], (g) => byPage(g.head, -1, g.bounds)),
  extend('extend-page-down', ['Shift+PageDown'], (g) => byPage(g.head, 1, g.bounds)),
  whole('select-row', ['Shift+Space'], ({ place: { row }, bounds }) => [
    { row, column: 0 },
    { row, column: bounds.columnCount - 1 },
  ]),
  // On a Mac the key with ⌘ belongs to the system.
  whole('select-column', ['Mod+Space', 'Ctrl+Space'], ({ place: { column }, bounds }) => [
    { row: 0, column },
    { row: bounds.rowCount - 1, column },
  ]),
  whole('select-all', ['Mod+A'], ({ bounds }) => [
    { row: 0, column: 0 },
    { row: bounds.rowCount - 1, column: bounds.columnCount - 1 },
  ]),
]
