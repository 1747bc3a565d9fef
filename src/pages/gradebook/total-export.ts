import type { Sheet } from '#src/domain/sheet.ts'
import { numberText } from '#src/domain/figures.ts'
import { fileText, neutralised } from '#src/domain/table-text.ts'
import type { ToldColumn } from './total-columns.ts'

/** In any language the same, as in other exports. */
const HEADERS: Readonly<Record<ToldColumn, string>> = {
  email: 'email',
  letter: 'letter',
  passedAt: 'passed at (time zone not told)',
  lastActivity: 'last activity',
}

interface TotalExport {
  readonly sheet: Sheet
  /** Rows shown, in their order. */
  readonly rows: Uint32Array
  readonly told: readonly ToldColumn[]
  readonly decimal: '.' | ','
}

/** Gives a table of totals as CSV text: percentages unrounded, all else as the server tells it. */
export function totalsAsCsv({ sheet, rows, told, decimal }: TotalExport): string {
  const lines = Array.from(rows, (row) => {
    const learner = sheet.learners[row]
    const total = sheet.total(row)
    const standing = sheet.standing(row)
    const more = told.map((id) => (id === 'email' ? learner?.email : standing?.[id]) ?? '')
    const percent = Number.isNaN(total) ? '' : `${numberText(total * 100, decimal)}%`
    return [neutralised(learner?.username ?? ''), percent, ...more.map(neutralised)]
  })
  const head = ['username', 'total (%)', ...told.map((id) => HEADERS[id])]
  return fileText([head, ...lines], decimal)
}
