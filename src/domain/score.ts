import { plainNumber } from './digits.ts'
import { roundHalfUp } from './rounding.ts'

/** How a bare number is meant. */
export type ScoreMode = 'points' | 'percent'

export interface ScoreInput {
  readonly mode: ScoreMode
  /** How the reader's locale writes decimals. A point is understood everywhere, a comma only where it is the custom. */
  readonly decimal: '.' | ','
  /** Points to be had; null while they are not known. */
  readonly possible: number | null
}

export type ScoreRefusal =
  /** Text, or several numbers. */
  | { readonly why: 'not-a-number' }
  /** `8,5` where the locale writes 8.5. */
  | { readonly why: 'decimal-comma' }
  /** `1.250` where the locale writes 1.250 for 1250 and 1,25 for 1.25. */
  | { readonly why: 'ambiguous' }
  /** `1e3`: mostly a spreadsheet's doing. */
  | { readonly why: 'exponent' }
  | { readonly why: 'negative' }
  | { readonly why: 'not-finite' }
  /** A percent, and the possible points are not known: read them, then parse again. */
  | { readonly why: 'possible-unknown' }
  /** A percent of no points, or `8/0`. */
  | { readonly why: 'nothing-possible' }
  /** `8/20` for work of 10 points. */
  | { readonly why: 'other-maximum'; readonly typed: number; readonly possible: number }

export type ParsedScore =
  | { readonly kind: 'blank' }
  /** Points with at most four decimals. `possible` is null where neither the caller nor the text told it. */
  | { readonly kind: 'score'; readonly earned: number; readonly possible: number | null }
  /** More than the maximum: ask ("12 of 10: extra credit?") before it becomes a score. */
  | { readonly kind: 'needs-confirmation'; readonly earned: number; readonly possible: number }
  | ({ readonly kind: 'refused' } & ScoreRefusal)

const NUMBER = /^(?:\d+\.?\d*|\.\d+)$/

/**
 * Gives the points that a person means by `8`, `8.5`, `8,5`, `80%` or `8/10`, in the digits of any script.
 * A bare number is points or percent as `mode` says; `%` and `/` always mean what they say. Never throws.
 */
export function parseScore(text: string, input: ScoreInput): ParsedScore {
  const typed = plainNumber(text)
  if (typed === '') return { kind: 'blank' }
  const [first = '', second, ...more] = typed.split('/')
  if (more.length > 0) return refused({ why: 'not-a-number' })
  if (second !== undefined) return parseFraction(first, second, input)
  const percent = typed.endsWith('%')
  const number = parseNumber(percent ? typed.slice(0, -1) : typed, input.decimal)
  if (typeof number !== 'number') return refused(number)
  if (!percent && input.mode === 'points') return score(number, input.possible)
  if (input.possible === null) return refused({ why: 'possible-unknown' })
  if (input.possible <= 0) return refused({ why: 'nothing-possible' })
  return score((number / 100) * input.possible, input.possible)
}

/** Gives points as they are shown: at most two decimals. Values themselves keep four. */
export function points(value: number): number {
  return roundHalfUp(value, 2)
}

/** Gives a fraction 0.. as the percent (0..100 and beyond) that is shown: at most two decimals. */
export function percent(fraction: number): number {
  return roundHalfUp(fraction * 100, 2)
}

function parseFraction(first: string, second: string, { decimal, possible }: ScoreInput): ParsedScore {
  const earned = parseNumber(first, decimal)
  if (typeof earned !== 'number') return refused(earned)
  const maximum = parseNumber(second, decimal)
  if (typeof maximum !== 'number') return refused(maximum)
  if (maximum === 0) return refused({ why: 'nothing-possible' })
  if (possible !== null && roundHalfUp(possible, 4) !== roundHalfUp(maximum, 4)) {
    return refused({ why: 'other-maximum', typed: maximum, possible })
  }
  return score(earned, possible ?? roundHalfUp(maximum, 4))
}

function parseNumber(text: string, decimal: '.' | ','): number | ScoreRefusal {
  const trimmed = text.trim()
  if (trimmed.startsWith('-')) {
    const size = parseNumber(trimmed.slice(1), decimal)
    return typeof size === 'number' || size.why === 'not-finite' ? { why: 'negative' } : size
  }
  if (/^(?:nan|inf|infinity|∞)$/i.test(trimmed)) return { why: 'not-finite' }
  if (/^[\d.,]+e[-+]?\d+$/i.test(trimmed)) return { why: 'exponent' }
  if (decimal === '.' && /^\d*,\d+$/.test(trimmed)) return { why: 'decimal-comma' }
  if (decimal === ',' && /^[1-9]\d{0,2}(?:\.\d{3})+$/.test(trimmed)) return { why: 'ambiguous' }
  const plain = decimal === ',' && !trimmed.includes('.') ? trimmed.replace(',', '.') : trimmed
  if (!NUMBER.test(plain)) return { why: 'not-a-number' }
  const value = Number(plain)
  return Number.isFinite(value) ? value : { why: 'not-finite' }
}

function score(exact: number, possible: number | null): ParsedScore {
  const earned = roundHalfUp(exact, 4)
  if (!Number.isFinite(earned)) return refused({ why: 'not-finite' })
  if (possible !== null && earned > possible) return { kind: 'needs-confirmation', earned, possible }
  return { kind: 'score', earned, possible }
}

function refused(refusal: ScoreRefusal): ParsedScore {
  return { kind: 'refused', ...refusal }
}
