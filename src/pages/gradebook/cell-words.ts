import type { IntlShape } from 'react-intl'
import type { SheetGrade } from '#src/domain/sheet.ts'
import { exceptionText } from '#src/i18n/exception-text.ts'

export type ScoreView = 'percent' | 'points'

/** Fraction to a percentage in the cell: at most one decimal, without the sign (the column says it). */
const IN_CELL = { maximumFractionDigits: 1 }
const EXACT = { maximumFractionDigits: 2 }

/** What stands for a cell that nobody has attempted. */
export const NOT_ATTEMPTED = '–'

/**
 * Gives the short text of a score: `80` in percent, `8` in points; an en dash where it is not attempted, `Exc.` where an
 * exception stands in its place. A score whose
 * other figure is not known is told with its unit: `80%` in points, `8 pt` in percent.
 */
export function scoreText(intl: IntlShape, view: ScoreView, grade: SheetGrade): string {
  const { exception } = grade
  if (exception) return intl.formatMessage({ id: 'gradebook.exception.short' }, { exception })
  if (!grade.attempted) return NOT_ATTEMPTED
  if (Number.isNaN(grade.percent)) {
    return intl.formatMessage({ id: 'gradebook.cell.pointsShort' }, { earned: grade.earned })
  }
  if (view === 'percent') return intl.formatNumber(grade.percent * 100, IN_CELL)
  return Number.isNaN(grade.earned)
    ? intl.formatNumber(grade.percent, { style: 'percent', ...IN_CELL })
    : intl.formatNumber(grade.earned, EXACT)
}

/** Gives the whole score in words: `8 of 10 points, 80%`, or `excused`. */
export function scoreWords(intl: IntlShape, grade: SheetGrade): string {
  if (grade.exception) return exceptionText(intl, grade.exception)
  if (!grade.attempted) return intl.formatMessage({ id: 'gradebook.cell.notAttempted' })
  if (Number.isNaN(grade.percent)) {
    return intl.formatMessage({ id: 'gradebook.cell.points' }, { earned: grade.earned })
  }
  const percent = intl.formatNumber(grade.percent, { style: 'percent', ...EXACT })
  if (Number.isNaN(grade.earned)) return percent
  return intl.formatMessage(
    { id: 'gradebook.cell.score' },
    {
      earned: intl.formatNumber(grade.earned, EXACT),
      possible: intl.formatNumber(grade.possible, EXACT),
      percent,
    },
  )
}
