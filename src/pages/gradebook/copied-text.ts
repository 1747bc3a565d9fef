import { headerOf, idleHeader } from '#src/domain/paste-header.ts'
import { numberText, scoreText } from '#src/domain/figures.ts'
import { delimited, neutralised } from '#src/domain/table-text.ts'
import { displayName } from '#src/domain/view.ts'
import type { CellReader, SelectedCells } from './selected-cells.ts'
import { shownGrade } from './shown-grade.ts'

/** Gives what is copied of selected cells: tab-separated, with usernames and a header where they are wanted. */
export function copiedText(
  cells: SelectedCells,
  reader: CellReader,
  { decimal, withNames }: { readonly decimal: '.' | ','; readonly withNames: boolean },
): string {
  return delimited((withNames ? selectedTable : selectedTexts)(cells, reader, decimal), '\t')
}

/** Gives the selected cells as text, line by line. Unrounded: pasted again, it changes nothing. */
function selectedTexts(
  { top, bottom, columns }: SelectedCells,
  reader: CellReader,
  decimal: '.' | ',',
): string[][] {
  const lines: string[][] = []
  for (let place = top; place <= bottom; place += 1) {
    const row = reader.order.rows[place] ?? -1
    lines.push(columns.map(({ id }) => cellText(reader, row, id, decimal)))
  }
  return lines
}

/** The same with a header above and usernames in front, so that it can be pasted again in any order. */
function selectedTable(cells: SelectedCells, reader: CellReader, decimal: '.' | ','): string[][] {
  const { sheet, order, scores } = reader
  // Points above the maximum would be taken for percent, unless the header says what they are.
  const unit = scores === 'points' ? '(points)' : ''
  const header = cells.columns.map(({ id, header }) => {
    const assignment = sheet.columns[sheet.column(id)]
    if (assignment) return neutralised(headerOf(assignment, sheet.columns, unit))
    // An assignment may be called Total, too.
    return id === 'total' ? neutralised(idleHeader(header, sheet.columns)) : header
  })
  const lines = selectedTexts(cells, reader, decimal).map((line, index) => {
    const { username = '' } = sheet.learners[order.rows[cells.top + index] ?? -1] ?? {}
    return [neutralised(username), ...line]
  })
  return [['username', ...header], ...lines]
}

function cellText({ sheet, state, scores }: CellReader, row: number, id: string, decimal: '.' | ','): string {
  const learner = sheet.learners[row]
  if (!learner) return ''
  if (id === 'learner') return neutralised(displayName(learner))
  if (id === 'total') {
    const total = sheet.total(row)
    return Number.isNaN(total) ? '' : `${numberText(total * 100, decimal)}%`
  }
  return scoreText(shownGrade(sheet, state, row, sheet.column(id)), { mode: scores, decimal })
}
