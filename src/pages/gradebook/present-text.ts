import { scoreText } from '#src/domain/figures.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import type { CellAddress } from '#src/ui/grid/source.ts'
import type { ScoreView } from './cell-words.ts'
import { shownGrade } from './shown-grade.ts'

/**
 * Gives what a cell shows as one would type it: points, or the figure of a percentage, with all its decimals. Empty
 * where nothing is shown, or not in this unit.
 */
export function presentText(
  { sheet, edits }: Gradebook,
  { rowKey, columnId }: CellAddress,
  mode: ScoreView,
  decimal: '.' | ',',
): string {
  const grade = shownGrade(sheet, edits.state(), sheet.row(rowKey), sheet.column(columnId))
  return scoreText(grade, { mode, decimal }).replace('%', '')
}
