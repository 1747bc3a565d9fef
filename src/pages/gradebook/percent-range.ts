import { roundHalfUp } from '#src/domain/rounding.ts'

/** Least and most as typed, in percent. */
export type PercentText = readonly [min: string, max: string]
export type RangeProblem = 'not-a-percent' | 'order'

/** Gives a range as text to type in. */
export function showPercent(min: number | undefined, max: number | undefined): PercentText {
  return [min === undefined ? '' : String(min), max === undefined ? '' : String(max)]
}

/** Digits with at most one point or comma; a percent sign may follow. */
const PERCENT = /^(\d+[.,]?\d*|[.,]\d+)\s*%?$/

/**
 * Gives the numbers, 0..100, to four decimals; an empty field is no limit. Call it only where `rangeProblem` is null.
 */
export function readRange([min, max]: PercentText): [number | undefined, number | undefined] {
  return [readOne(min), readOne(max)]
}

function readOne(text: string): number | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  const digits = PERCENT.exec(trimmed)?.[1]
  return digits === undefined ? Number.NaN : roundHalfUp(Number(digits.replace(',', '.')), 4)
}

/** Tells what is wrong with a range, or null. */
export function rangeProblem(range: PercentText): RangeProblem | null {
  const [min, max] = readRange(range)
  for (const value of [min, max]) {
    if (value !== undefined && !(value >= 0 && value <= 100)) return 'not-a-percent'
  }
  return min !== undefined && max !== undefined && min > max ? 'order' : null
}
