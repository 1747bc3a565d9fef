import type { IntlShape } from 'react-intl'
import type { GradingInfo, Learner } from '#src/domain/course.ts'
import { wordFor } from '#src/domain/scale-word.ts'
import { letterFor, passes } from '#src/domain/cutoffs.ts'
import { markOf } from '#src/domain/edits-read.ts'
import type { Sheet } from '#src/domain/sheet.ts'
import { displayName } from '#src/domain/view.ts'
import type { EditStore } from '#src/lms/edit-store.ts'
import type { CellView, GridSource } from '#src/ui/grid/source.ts'
import { type ScoreView, scoreText, scoreWords } from './cell-words.ts'
import { columnPoints } from './editing/column-points.ts'
import { periodName } from './column-groups.ts'
import { FOOT, FootRow } from './foot-row.ts'
import { markedCell } from './marked-cell.ts'
import type { RowOrder } from './row-order.ts'

export interface SheetSourceOptions {
  readonly intl: IntlShape
  readonly info: GradingInfo
  readonly sheet: Sheet
  readonly edits: EditStore
  readonly order: RowOrder
  readonly scores: ScoreView
  /** False where the server cannot change grades. */
  readonly canSave: boolean
}

const EMPTY: CellView = { text: '', state: 'empty' }

/** Shows the sheet and its staged edits to the grid, in words and figures. A new one for each language or score view. */
export class SheetSource implements GridSource {
  readonly order: GridSource['order']
  readonly #options: SheetSourceOptions
  readonly #foot: FootRow

  constructor(options: SheetSourceOptions) {
    this.#options = options
    this.order = options.order.changes
    this.#foot = new FootRow(options)
  }

  rowCount(): number {
    return this.#options.order.rows.length
  }

  rowKey(index: number): string {
    const { order, sheet } = this.#options
    return sheet.learners[order.rows[index] ?? -1]?.id ?? ''
  }

  rowIndex(rowKey: string): number {
    return this.#options.order.placeOf(rowKey)
  }

  subscribe(rowKey: string, listener: () => void): () => void {
    if (rowKey === FOOT) return this.#foot.subscribe(listener)
    const { sheet, edits } = this.#options
    const ends = [sheet.subscribeRow(sheet.row(rowKey), listener), edits.subscribeRow(rowKey, listener)]
    return () => ends.forEach((end) => end())
  }

  version(rowKey: string): number {
    if (rowKey === FOOT) return this.#foot.version()
    const { sheet, edits } = this.#options
    // Both only rise, so the sum differs after each change of either.
    return sheet.version(sheet.row(rowKey)) + edits.rowVersion(rowKey)
  }

  cell(rowKey: string, columnId: string): CellView {
    if (rowKey === FOOT) return this.#foot.cell(columnId)
    const { sheet } = this.#options
    const row = sheet.row(rowKey)
    const learner = sheet.learners[row]
    if (!learner) return EMPTY
    if (columnId === 'learner') return this.#learner(learner)
    if (columnId === 'total') return this.#total(row, learner)
    return this.#grade(row, learner, columnId)
  }

  #learner(learner: Learner): CellView {
    const name = displayName(learner)
    const seconds = [learner.name === null ? null : learner.username, learner.email, learner.studentKey]
    const second = seconds.filter(Boolean).join(' · ')
    return { text: name, second, spoken: second ? `${name}, ${second}` : name, align: 'start' }
  }

  #total(row: number, learner: Learner): CellView {
    const { sheet, intl, info } = this.#options
    const total = sheet.total(row)
    if (Number.isNaN(total)) {
      const spoken = intl.formatMessage({ id: 'gradebook.total.none' }, { learner: displayName(learner) })
      return { text: '–', spoken, tone: 'quiet' }
    }
    const text = intl.formatNumber(total, { style: 'percent', maximumFractionDigits: 0 })
    const letter = letterFor(info.cutoffs, total)
    const passed = passes(info.cutoffs, total)
    const standing = passed === null ? 'unknown' : passed ? 'passing' : 'failing'
    const spoken = intl.formatMessage(
      { id: 'gradebook.total.spoken' },
      {
        learner: displayName(learner),
        percent: text,
        hasLetter: String(letter !== null),
        letter: letter ?? '',
        standing,
      },
    )
    return { text, second: letter ?? '–', spoken, tone: passed === false ? 'bad' : 'strong' }
  }

  #grade(row: number, learner: Learner, columnId: string): CellView {
    const { sheet, intl, scores, edits } = this.#options
    const column = sheet.column(columnId)
    const assignment = sheet.columns[column]
    const grade = sheet.grade(row, column)
    if (!assignment || !grade) return EMPTY
    const mark = markOf(edits.state(), { learnerId: learner.id, subsectionId: columnId })
    const spoken = (...states: readonly string[]) =>
      [assignment.name || periodName(intl, ''), displayName(learner), ...states].join(', ')
    const words = scoreWords(intl, grade)
    if (mark && mark.kind !== 'saved' && mark.kind !== 'undone') {
      const marked = markedCell(
        intl,
        scores,
        { kind: mark.kind, edit: mark.edit },
        columnPoints(sheet, columnId),
      )
      // In a conflict both scores are named with whose they are.
      const now = mark.kind === 'conflict' ? [] : [words]
      return { ...marked, spoken: spoken(...now, ...marked.states) }
    }
    // Another query has read the row anew, and rows do not tell of overrides; what was saved here is known to be one.
    const isSaved = mark?.kind === 'saved' && mark.edit.will !== null
    const overridden = grade.exception === undefined && (grade.overridden || isSaved)
    const locked = assignment.isComputed ? null : this.#locked()
    const word = grade.attempted ? wordFor(grade.earned, assignment.scale) : null
    const states = word === null ? [words] : [words, word]
    if (assignment.isComputed) states.push(intl.formatMessage({ id: 'gradebook.group.computed' }))
    if (overridden) states.push(intl.formatMessage({ id: 'gradebook.cell.overridden' }))
    if (locked !== null) states.push(locked)
    return {
      text: scoreText(intl, scores, grade),
      bar: grade.attempted ? grade.percent : null,
      state: locked !== null ? 'locked' : grade.attempted ? 'plain' : 'empty',
      mark: grade.exception ?? (overridden ? 'overridden' : null),
      tone: grade.attempted ? 'plain' : 'quiet',
      hint: grade.exception ? words : word,
      spoken: spoken(...states),
    }
  }

  /** Why no cell can be changed; null where they can. */
  #locked(): string | null {
    const { intl, info, canSave } = this.#options
    if (info.frozen) return intl.formatMessage({ id: 'gradebook.cell.locked' })
    return canSave ? null : intl.formatMessage({ id: 'gradebook.cell.readOnly' })
  }
}
