import type { SheetGrade } from './sheet.ts'
import type { ScoreMode } from './score.ts'

/** A percentage is written with so many decimals at most: enough to come back as the same points. */
const PERCENT_DECIMALS = 8

/**
 * Gives a score as it is copied and exported: unrounded, so that pasting it again changes nothing. Empty where there is no
 * attempt, or a percentage of no points; a word, in every language the same, where an exception stands in its place.
 * @param decimal as the reader's spreadsheet writes decimals
 */
export function scoreText(
  grade:
    | (Pick<SheetGrade, 'attempted' | 'earned' | 'possible' | 'exception'> & { readonly percent?: number })
    | null,
  { mode, decimal }: { mode: ScoreMode; decimal: '.' | ',' },
): string {
  if (grade?.exception) return grade.exception
  if (!grade?.attempted) return ''
  if (mode === 'points') return Number.isFinite(grade.earned) ? numberText(grade.earned, decimal) : ''
  // The grade of a period is a percentage without points.
  const fraction = Number.isNaN(grade.possible) ? grade.percent : grade.earned / grade.possible
  if (fraction === undefined || !Number.isFinite(fraction)) return ''
  return `${numberText(Number((fraction * 100).toFixed(PERCENT_DECIMALS)), decimal)}%`
}

/** Gives a number in plain figures, without groups and exponents. */
export function numberText(value: number, decimal: '.' | ','): string {
  const text = Math.abs(value) < 1e-6 ? '0' : String(Number(value.toFixed(PERCENT_DECIMALS)))
  return text.replace('.', decimal)
}
