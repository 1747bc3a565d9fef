import type { IntlShape } from 'react-intl'
import type { CellFacts } from '#src/domain/conflict.ts'
import type { Batch, BatchItem, Edit } from '#src/domain/edits-state.ts'
import { numberText } from '#src/domain/figures.ts'
import { fileText, neutralised } from '#src/domain/table-text.ts'
import { displayName } from '#src/domain/view.ts'
import { decimalOf } from '#src/i18n/decimal-sign.ts'
import { refusalWords } from '#src/i18n/refusal-words.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import type { Tray } from '#src/lms/tray.ts'
import { saveTextFile } from '#src/ui/save-file.ts'
import { noneText } from '#src/i18n/exception-text.ts'

interface SummaryOptions {
  readonly intl: IntlShape
  readonly tray: Pick<Tray, 'learner'>
  readonly gradebook: Pick<Gradebook, 'sheet'>
  readonly batch: Batch
}

/** Gives what became of each cell of a batch, as a table for a spreadsheet; texts that people chose are neutralised. */
export function summaryTable({ intl, tray, gradebook, batch }: SummaryOptions): string[][] {
  const { sheet } = gradebook
  const decimal = decimalOf(intl.locale)
  const points = (value: number | null) => (value === null ? '' : numberText(value, decimal))
  const before = ({ attempted, earned, exception }: CellFacts) =>
    exception ?? (attempted === false ? '' : points(earned))
  const after = ({ was, will }: Edit) =>
    will ? (will.exception ?? points(will.earned)) : noneText(intl, was)
  const why = ({ outcome }: BatchItem) =>
    outcome.kind === 'refused' ? refusalWords(intl, outcome.refusal) : ''
  const lines = Array.from(batch.items.values(), (item) => {
    const { edit, outcome } = item
    const learner = tray.learner(edit.learnerId)
    const assignment = sheet.columns[sheet.column(edit.subsectionId)]
    const texts = [
      learner?.username ?? edit.learnerId,
      learner ? displayName(learner) : '',
      assignment?.name ?? edit.subsectionId,
    ]
    return [
      ...texts.map(neutralised),
      before(edit.was),
      after(edit),
      neutralised(edit.reason ?? ''),
      intl.formatMessage({ id: 'tray.outcome.word' }, { outcome: outcome.kind }),
      neutralised(why(item)),
    ]
  })
  const heads = ['username', 'name', 'assignment', 'before', 'after', 'reason', 'outcome', 'why'] as const
  return [heads.map((head) => intl.formatMessage({ id: 'tray.summary.head' }, { head })), ...lines]
}

/** Lets the browser store the summary of a batch as a file of comma-separated values. */
export function downloadSummary(options: SummaryOptions): void {
  const { intl } = options
  const name = `${intl.formatMessage({ id: 'tray.summary.file' })}.csv`
  saveTextFile(name, 'text/csv', [fileText(summaryTable(options), decimalOf(intl.locale))])
}
