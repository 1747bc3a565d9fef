import type { PastedTable } from '#src/domain/paste-columns.ts'
import { delimitedLines } from '#src/domain/read-delimited.ts'
import { plainText } from '#src/domain/table-text.ts'

/** Characters from which the number of lines is guessed. */
const SAMPLE = 20_000

/** Reads a text as a table, without the apostrophes that keep formulas from running. Whoever reads may pause between lines. */
export function* readTable(text: string): Generator<void, PastedTable> {
  const table: string[][] = []
  for (const line of delimitedLines(text)) {
    table.push(line.map(plainText))
    yield
  }
  return table
}

/** Gives about how many lines a text has. */
export function linesIn(text: string): number {
  const sample = text.slice(0, SAMPLE)
  return sample === '' ? 0 : (sample.split(/\r\n|\r|\n/).length * text.length) / sample.length
}
