import type { SheetGrade } from './sheet.ts'
import type { ScoreMode } from './score.ts'

/** A percentage is written with so many decimals at most: enough to come back as the same points. */
const PERCENT_DECIMALS = 8

/**
 * Gives a score as it is copied and exported: unrounded, so that pasting it again changes nothing. Empty where there is no
 * attempt, or a percentage of no points.
 * @param decimal as the reader's spreadsheet writes decimals
 */
export function scoreText(
  grade: Pick<SheetGrade, 'attempted' | 'earned' | 'possible'> | null,
  { mode, decimal }: { mode: ScoreMode; decimal: '.' | ',' },
): string {
  if (!grade?.attempted || !Number.isFinite(grade.earned)) return ''
  if (mode === 'points') return numberText(grade.earned, decimal)
  if (!(grade.possible > 0)) return ''
  return `${numberText(Number(((grade.earned / grade.possible) * 100).toFixed(PERCENT_DECIMALS)), decimal)}%`
}

/** Gives a number in plain figures, without groups and exponents. */
export function numberText(value: number, decimal: '.' | ','): string {
  const text = Math.abs(value) < 1e-6 ? '0' : String(Number(value.toFixed(PERCENT_DECIMALS)))
  return text.replace('.', decimal)
}
