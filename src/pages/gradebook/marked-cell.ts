import type { IntlShape } from 'react-intl'
import type { CellMark } from '#src/domain/edits-read.ts'
import { fractionOf } from '#src/domain/rounding.ts'
import type { SheetGrade } from '#src/domain/sheet.ts'
import { exceptionText, noneText } from '#src/i18n/exception-text.ts'
import { refusalWords } from '#src/i18n/refusal-words.ts'
import type { CellView } from '#src/ui/grid/source.ts'
import { NOT_ATTEMPTED, type ScoreView, scoreText, scoreWords } from './cell-words.ts'

/** Marks of changes on their way; a saved cell looks like any other. */
export type OpenKind = Exclude<CellMark['kind'], 'saved' | 'undone'>

/** A cell that shows a change on its way: the new score, and what is the matter with it. */
export interface MarkedCell extends CellView {
  /** In words, for a screen reader: new score, state, reason; in a conflict both scores. */
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
  const score = grade ? scoreWords(intl, grade) : noneText(intl, mark.edit.was)
  const theirs = theirsOf(intl, mark.edit, possible)
  const state = intl.formatMessage({ id: `gradebook.cell.${kind}` }, { score, theirs })
  const reason = reasonOf(intl, mark)
  return {
    text: grade ? scoreText(intl, scores, grade) : NOT_ATTEMPTED,
    bar: grade?.attempted && Number.isFinite(grade.percent) ? grade.percent : null,
    state: kind,
    mark: grade?.exception ?? null,
    // What the sign in the cell means: nobody knows it by heart.
    hint: reason ?? (kind === 'conflict' || kind === 'unknown' ? state : null),
    states: reason === null ? [state] : [state, reason],
  }
}

/** Gives the grade that an open change makes; null where it takes an override away. */
export function willBe({ edit }: CellMark, columnPossible: number | null): SheetGrade | null {
  if (edit.will === null) return null
  const { exception } = edit.will
  if (exception) return { ...gradeOf(false, 0, 0), exception }
  return gradeOf(true, edit.will.earned, edit.will.possible ?? edit.was.possible ?? columnPossible)
}

function gradeOf(attempted: boolean, earned: number, possible: number | null): SheetGrade {
  const percent = possible === null ? Number.NaN : fractionOf(earned, possible)
  return { attempted, overridden: true, earned, possible: possible ?? Number.NaN, percent }
}

function reasonOf(intl: IntlShape, { edit }: CellMark): string | null {
  return edit.status.kind === 'refused' ? refusalWords(intl, edit.status.refusal) : null
}

/** What somebody else has made of the cell meanwhile, in words; empty without a conflict. */
function theirsOf(intl: IntlShape, { status }: CellMark['edit'], columnPossible: number | null): string {
  if (status.kind !== 'conflict') return ''
  const { attempted, earned, possible, exception } = status.theirs
  if (exception) return exceptionText(intl, exception)
  if (earned === null && attempted !== false) return intl.formatMessage({ id: 'tray.notKnown' })
  return scoreWords(intl, gradeOf(attempted !== false, earned ?? 0, possible ?? columnPossible))
}
