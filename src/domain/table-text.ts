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

/**
 * Writes a table, or a part of one, as it stands in a file: each line ended. A decimal comma leaves the semicolon between values,
 * as spreadsheets of such countries have it.
 */
export function fileText(table: ReadonlyArray<readonly string[]>, decimal: '.' | ','): string {
  return `${delimited(table, decimal === ',' ? ';' : ',')}\r\n`
}
