import { type ExportForm, exportHeader, exportLine } from '#src/domain/export-table.ts'
import type { Sheet, SheetGrade } from '#src/domain/sheet.ts'
import { fileText } from '#src/domain/table-text.ts'

/** Rows that are written at one go: a few milliseconds' worth, also with many columns. */
const SLICE = 250

interface ExportPartsOptions {
  readonly form: ExportForm
  readonly sheet: Sheet
  readonly rows: Uint32Array
  readonly gradeOf: (row: number, column: number) => SheetGrade | null
  readonly signal: AbortSignal
  readonly onProgress: (done: number) => void
}

/**
 * Gives a file's text in parts, written in slices, so that a big course holds up nothing.
 * @throws the signal's reason, once it is aborted
 */
export async function exportParts(options: ExportPartsOptions): Promise<string[]> {
  const { form, sheet, rows, gradeOf, signal, onProgress } = options
  const columns = form.columns.map(({ id }) => sheet.column(id))
  const parts = [fileText([exportHeader(form)], form.decimal)]
  for (let from = 0; from < rows.length; from += SLICE) {
    const lines = Array.from(rows.subarray(from, from + SLICE)).flatMap((row) => {
      const learner = sheet.learners[row]
      const grades = columns.map((column) => gradeOf(row, column))
      return learner ? [exportLine(form, { learner, total: sheet.total(row), grades })] : []
    })
    parts.push(fileText(lines, form.decimal))
    onProgress(Math.min(from + SLICE, rows.length))
    await new Promise((resolve) => setTimeout(resolve))
    signal.throwIfAborted()
  }
  return parts
}
