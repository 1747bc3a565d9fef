import type { IntlShape } from 'react-intl'
import type { CellMark } from '#src/domain/edits-read.ts'
import { fractionOf } from '#src/domain/rounding.ts'
import type { SheetGrade } from '#src/domain/sheet.ts'
import { refusalWords } from '#src/i18n/refusal-words.ts'
import type { CellView } from '#src/ui/grid/source.ts'
import { NOT_ATTEMPTED, type ScoreView, scoreText, scoreWords } from './cell-words.ts'

/** Marks of changes on their way; a saved cell looks like any other. */
export type OpenKind = Exclude<CellMark['kind'], 'saved' | 'undone'>

/** A cell that shows a change on its way: the new score, and what is the matter with it. */
export interface MarkedCell extends CellView {
  /** In words, for a screen reader: new score, state, reason. */
  readonly states: readonly string[]
}

/**
 * Gives how a cell with an open change looks.
 * @param possible points of the column; null where nobody has told
 */
export function markedCell(
  intl: IntlShape,
  scores: ScoreView,
  mark: CellMark & { readonly kind: OpenKind },
  possible: number | null,
): MarkedCell {
  const grade = willBe(mark, possible)
  const { kind } = mark
  const hint = hintOf(intl, mark)
  const score = grade ? scoreWords(intl, grade) : intl.formatMessage({ id: 'gradebook.cell.noOverride' })
  return {
    text: grade ? scoreText(intl, scores, grade) : NOT_ATTEMPTED,
    bar: grade && Number.isFinite(grade.percent) ? grade.percent : null,
    state: kind,
    hint,
    states: [intl.formatMessage({ id: `gradebook.cell.${kind}` }, { score }), ...(hint ? [hint] : [])],
  }
}

/** Gives the grade that an open change makes; null where it takes an override away. */
export function willBe({ edit }: CellMark, columnPossible: number | null): SheetGrade | null {
  if (edit.will === null) return null
  const possible = edit.will.possible ?? edit.was.possible ?? columnPossible ?? Number.NaN
  const { earned } = edit.will
  const percent = Number.isNaN(possible) ? Number.NaN : fractionOf(earned, possible)
  return { attempted: true, overridden: true, earned, possible, percent }
}

function hintOf(intl: IntlShape, { edit }: CellMark): string | null {
  return edit.status.kind === 'refused' ? refusalWords(intl, edit.status.refusal) : null
}
