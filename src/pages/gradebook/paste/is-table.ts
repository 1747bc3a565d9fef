import type { Assignment } from '#src/domain/course.ts'
import { looksLikeTable } from '#src/domain/paste-columns.ts'
import { LearnerIndex, learnersIn } from '#src/domain/paste-learners.ts'
import { readDelimited } from '#src/domain/read-delimited.ts'
import { plainText } from '#src/domain/table-text.ts'
import { decimalOf } from '#src/i18n/decimal-sign.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'

/** Characters: what stands in the first lines decides. */
const SAMPLE = 20_000

interface IsTableOptions {
  readonly gradebook: Gradebook
  readonly assignments: readonly Assignment[]
  readonly locale: string
}

/** Tells whether a pasted text is a table that names its learners, rather than a block of scores for the cell. */
export function isTable(text: string, { gradebook, assignments, locale }: IsTableOptions): boolean {
  // One line, or no columns.
  if (!/[\t,;]/.test(text)) return false
  const { sheet } = gradebook
  const table = readDelimited(text.slice(0, SAMPLE)).map((line) => line.map(plainText))
  return looksLikeTable(table, {
    assignments,
    get learners() {
      // Not an index of all: the answer has to come at once, also among 100,000.
      return new LearnerIndex(learnersIn(table.flat(), sheet.learners))
    },
    possible: () => null,
    decimal: decimalOf(locale),
  })
}
