/** A quoted field, or a plain one; then what ends it. */
const FIELD = /(?:"((?:[^"]|"")*)"?|([^",\r\n]*))[^,\r\n]*(,|\r\n|\r|\n|$)/y

/**
 * Reads comma-separated values (RFC 4180) into rows of fields. Empty lines are left out, a byte order mark too; a quote
 * that never closes takes the rest.
 */
export function readCsv(text: string): string[][] {
  const source = text.replace(/^\u{FEFF}/u, '')
  const rows: string[][] = []
  let row: string[] = []
  FIELD.lastIndex = 0
  while (FIELD.lastIndex < source.length || row.length > 0) {
    const [, quoted, plain = '', end] = FIELD.exec(source) ?? []
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
  }
  return rows
}

/** Writes rows of fields as comma-separated values (RFC 4180), quoted where needed, each line closed. */
export function writeCsv(rows: ReadonlyArray<ReadonlyArray<string | number | null>>): string {
  return rows.map((row) => `${row.map(writeField).join(',')}\r\n`).join('')
}

function writeField(value: string | number | null): string {
  const text = String(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
