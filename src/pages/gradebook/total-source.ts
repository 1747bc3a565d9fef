import type { IntlShape } from 'react-intl'
import type { GradingInfo, Learner } from '#src/domain/course.ts'
import type { Sheet } from '#src/domain/sheet.ts'
import { displayName } from '#src/domain/view.ts'
import { dayText } from '#src/i18n/day-text.ts'
import { percentText } from '#src/i18n/score-words.ts'
import { FOOT, FootRow } from './foot-row.ts'
import type { RowOrder } from './row-order.ts'
import type { CellView, GridSource } from '#src/ui/grid/source.ts'

interface TotalSourceOptions {
  readonly intl: IntlShape
  readonly sheet: Sheet
  readonly order: RowOrder
  /** Who has passed is known by when; without that nobody knows. */
  readonly tellsPassing: boolean
}

/** Servers that tell totals only tell nothing of how they come about. */
export const NO_GRADING: GradingInfo = {
  types: [],
  cutoffs: [],
  subsections: [],
  frozen: false,
  bulkManagement: false,
}

const NOTHING: CellView = { text: '–', tone: 'quiet', align: 'start' }

/** Shows totals, and what else the server tells of them, to the grid. A new one for each language. */
export class TotalSource implements GridSource {
  readonly order: GridSource['order']
  readonly #options: TotalSourceOptions
  readonly #foot: FootRow

  constructor(options: TotalSourceOptions) {
    this.#options = options
    this.order = options.order.changes
    this.#foot = new FootRow({ ...options, info: NO_GRADING, scores: 'percent' })
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
    const { sheet } = this.#options
    return sheet.subscribeRow(sheet.row(rowKey), listener)
  }

  version(rowKey: string): number {
    const { sheet } = this.#options
    return rowKey === FOOT ? this.#foot.version() : sheet.version(sheet.row(rowKey))
  }

  cell(rowKey: string, columnId: string): CellView {
    if (rowKey === FOOT) {
      return columnId === 'learner' || columnId === 'total' ? this.#foot.cell(columnId) : { text: '' }
    }
    const { sheet } = this.#options
    const row = sheet.row(rowKey)
    const learner = sheet.learners[row]
    if (!learner) return { text: '' }
    if (columnId === 'learner') return this.#learner(learner)
    if (columnId === 'total') return this.#total(row, learner)
    return this.#told(row, learner, columnId)
  }

  #learner(learner: Learner): CellView {
    const name = displayName(learner)
    const second = learner.name === null ? null : learner.username
    return { text: name, second, spoken: second ? `${name}, ${second}` : name, align: 'start' }
  }

  #total(row: number, learner: Learner): CellView {
    const { sheet, intl, tellsPassing } = this.#options
    const total = sheet.total(row)
    const values = { learner: displayName(learner) }
    if (Number.isNaN(total)) {
      return {
        text: '–',
        spoken: intl.formatMessage({ id: 'gradebook.total.none' }, values),
        tone: 'quiet',
        align: 'end',
      }
    }
    const percent = percentText(intl, total)
    const { letter = null, passedAt = null } = sheet.standing(row) ?? {}
    const standing = tellsPassing ? (passedAt === null ? 'failing' : 'passing') : 'unknown'
    const spoken = intl.formatMessage(
      { id: 'gradebook.total.spoken' },
      { ...values, percent, hasLetter: String(letter !== null), letter: letter ?? '', standing },
    )
    return { text: percent, spoken, tone: standing === 'failing' ? 'bad' : 'strong', align: 'end' }
  }

  /** What the server tells, as it tells it: a time without a zone stays one. */
  #told(row: number, learner: Learner, columnId: string): CellView {
    const { sheet, intl } = this.#options
    const standing = sheet.standing(row)
    const told = {
      email: learner.email,
      letter: standing?.letter,
      passedAt: standing?.passedAt,
      lastActivity: standing?.lastActivity == null ? null : dayText(intl, standing.lastActivity),
    }
    const text = told[columnId as keyof typeof told] ?? null
    const column = intl.formatMessage({ id: `gradebook.column.${columnId as keyof typeof told}` })
    const said = text ?? intl.formatMessage({ id: 'gradebook.total.notTold' })
    const spoken = [column, displayName(learner), said].join(', ')
    return text === null ? { ...NOTHING, spoken } : { text, spoken, align: 'start' }
  }
}
