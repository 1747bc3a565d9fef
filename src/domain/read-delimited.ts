/** What parts the cells of a line. */
export type Delimiter = '\t' | ',' | ';'

/** Where two of them fit equally well, the earlier one: names have commas in them, and some decimals do. */
const DELIMITERS: readonly Delimiter[] = ['\t', ';', ',']
/** So many lines tell what the delimiter is. */
const SAMPLE = 50
/** Characters that they may have together: a text may be one endless line. */
const BEGINNING = 200_000

/**
 * Reads delimited text as a table: what `delimited` writes, and what spreadsheets put on the clipboard and into files.
 * Follows RFC 4180, and forgives: any line end, a byte order mark, a quote that is never closed. The line end behind the
 * last line is no line of its own.
 * @param delimiter absent: what the text itself tells
 */
export function readDelimited(text: string, delimiter?: Delimiter): string[][] {
  return Array.from(delimitedLines(text, delimiter))
}

/** The same line by line: whoever reads may pause between them. */
export function delimitedLines(text: string, delimiter?: Delimiter): Generator<string[], void> {
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text
  // A first line by which spreadsheets tell each other the delimiter.
  const told = /^sep=([\t,;])(?:\r\n|\r|\n)/.exec(plain)
  const body = told ? plain.slice(told[0].length) : plain
  if (delimiter) return linesOf(told && told[1] !== delimiter ? plain : body, delimiter)
  return linesOf(body, DELIMITERS.find((one) => one === told?.[1]) ?? delimiterOf(body.slice(0, BEGINNING)))
}

/** The delimiter that parts all lines into equally many cells; else the one that parts most lines. */
function delimiterOf(text: string): Delimiter {
  const parted = DELIMITERS.map((delimiter) => {
    const widths: number[] = []
    for (const line of linesOf(text, delimiter)) {
      if (line.some((cell) => cell.trim() !== '')) widths.push(line.length)
      if (widths.length === SAMPLE) break
    }
    const isEven = widths.every((width) => width === widths[0] && width > 1)
    return { delimiter, isEven, lines: widths.filter((width) => width > 1).length }
  })
  const most = Math.max(...parted.map(({ lines }) => lines))
  const best = parted.find(({ isEven, lines }) => isEven && lines > 0)
  return (best ?? parted.find(({ lines }) => lines === most))?.delimiter ?? '\t'
}

function* linesOf(text: string, delimiter: Delimiter): Generator<string[], void> {
  const ends = delimiter === '\t' ? /[\t\r\n]/g : delimiter === ',' ? /[,\r\n]/g : /[;\r\n]/g
  let at = 0
  let line: string[] = []
  while (at < text.length || line.length > 0) {
    const quoted = text[at] === '"' ? closingQuote(text, at + 1) : -1
    ends.lastIndex = quoted < 0 ? at : quoted + 1
    const end = ends.exec(text)?.index ?? text.length
    line.push(
      quoted < 0
        ? text.slice(at, end)
        : text.slice(at + 1, quoted).replaceAll('""', '"') + text.slice(quoted + 1, end),
    )
    const isLast = text[end] !== delimiter
    at = end + (text.startsWith('\r\n', end) ? 2 : 1)
    if (!isLast) continue
    yield line
    line = []
  }
}

/** Where a quoted cell ends; -1 where it never does: the quote is a text's own then. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at
}
