import type { Edit } from '#src/domain/edits-state.ts'
import { fractionOf } from '#src/domain/rounding.ts'
import type { Sheet } from '#src/domain/sheet.ts'

/**
 * Puts saved scores into the sheet, so that no cell shows its former score until the rows are read anew, which may take
 * long or fail. What an override that was taken away leaves, the server alone knows.
 */
export function showSaved(sheet: Sheet, saved: readonly Edit[]): void {
  const cells = saved.flatMap(({ learnerId, subsectionId, was, will }) => {
    const before = sheet.grade(sheet.row(learnerId), sheet.column(subsectionId))
    if (!before || !will) return []
    const cell = { learnerId, subsectionId }
    if (will.exception) {
      return { ...cell, attempted: false, earned: 0, possible: 0, percent: 0, exception: will.exception }
    }
    const possible = will.possible ?? was.possible ?? sheet.possible(sheet.column(subsectionId)) ?? Number.NaN
    return {
      ...cell,
      attempted: true,
      earned: will.earned,
      possible,
      percent: Number.isNaN(possible) ? Number.NaN : fractionOf(will.earned, possible),
      ...(before.exception === undefined ? {} : { exception: null }),
    }
  })
  if (cells.length > 0) sheet.apply({ cells })
}
