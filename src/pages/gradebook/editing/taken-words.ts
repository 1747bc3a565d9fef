import type { IntlShape } from 'react-intl'
import { type CellRef, cellKey } from '#src/domain/edits-state.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import { cellName } from './cell-name.ts'

/**
 * Gives what was made of a cell: "8 of 10 points, 80%, not saved: Homework 3, Ada Lovelace". The score comes first:
 * whoever types on cuts the rest off.
 */
export function takenWords(
  intl: IntlShape,
  { sheet, edits }: Gradebook,
  cell: CellRef,
  score: string,
): string {
  const isStaged = String(edits.state().edits.has(cellKey(cell)))
  return intl.formatMessage(
    { id: 'gradebook.editing.taken' },
    { score, isStaged, name: cellName(sheet, cell) },
  )
}
