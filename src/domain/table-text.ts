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

/** How a spreadsheet begins what it runs as a formula; some put blanks in front aside, some read full-width signs, too. */
const FORMULA = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/
/** One that got its apostrophe, or looks as if it had: gets one more, so that the way back is the same for both. */
const NEUTRAL = /^'+(?=\s*[=+\-@＝＋－＠]|[\t\r\n])/

/**
 * Gives a text that no spreadsheet runs as a formula: with an apostrophe in front where it would. For texts that people
 * chose (names, usernames, headers); figures are written by `numberText`.
 * Follows OWASP, CSV Injection.
 */
export function neutralised(text: string): string {
  return FORMULA.test(text) || NEUTRAL.test(text) ? `'${text}` : text
}

/** Gives back what `neutralised` was given. */
export function plainText(text: string): string {
  return NEUTRAL.test(text) ? text.slice(1) : text
}

/**
 * Writes a table as delimited text: tab-separated for the clipboard, with commas or semicolons for a file. Texts with
 * delimiters, quotes or line ends stand in quotes. Follows RFC 4180; lines end with CRLF.
 */
export function delimited(table: ReadonlyArray<readonly string[]>, delimiter: '\t' | ',' | ';'): string {
  const quote = (text: string): string =>
    text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  return table.map((line) => line.map(quote).join(delimiter)).join('\r\n')
}
