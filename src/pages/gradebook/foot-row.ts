import type { IntlShape } from 'react-intl'
import type { GradingInfo } from '#src/domain/course.ts'
import type { Sheet } from '#src/domain/sheet.ts'
import { summarise } from '#src/domain/statistics.ts'
import type { CellView } from '#src/ui/grid/source.ts'
import type { ScoreView } from './cell-words.ts'
import type { RowOrder } from './row-order.ts'

const FIGURES = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const

/** Key of the foot row in the grid's source. */
export const FOOT = ' foot'

interface FootRowOptions {
  readonly intl: IntlShape
  readonly info: GradingInfo
  readonly sheet: Sheet
  readonly order: RowOrder
  readonly scores: ScoreView
}

/** The mean of what is shown: of each column the attempted cells, with their number. Computed for the columns in sight. */
export class FootRow {
  readonly #options: FootRowOptions
  #version = -1
  #cells = new Map<string, CellView>()

  constructor(options: FootRowOptions) {
    this.#options = options
  }

  subscribe(listener: () => void): () => void {
    const { order, sheet } = this.#options
    const ends = [order.changes.subscribe(listener), sheet.content.subscribe(listener)]
    return () => ends.forEach((end) => end())
  }

  version(): number {
    const { order, sheet } = this.#options
    return order.changes.version() + sheet.content.version()
  }

  cell(columnId: string): CellView {
    if (this.#version !== this.version()) {
      this.#cells.clear()
      this.#version = this.version()
    }
    const known = this.#cells.get(columnId)
    if (known) return known
    const cell = this.#make(columnId)
    this.#cells.set(columnId, cell)
    return cell
  }

  #make(columnId: string): CellView {
    const { intl, sheet, order, scores } = this.#options
    if (columnId === 'learner') {
      return {
        text: intl.formatMessage({ id: 'gradebook.foot.mean' }, { count: order.rows.length }),
        align: 'start',
      }
    }
    const isTotal = columnId === 'total'
    const column = sheet.column(columnId)
    const inPoints = scores === 'points' && !isTotal
    const valueOf = (row: number) => {
      if (isTotal) return sheet.total(row)
      return inPoints ? sheet.earned(row, column) : sheet.percent(row, column)
    }
    const { n, mean } = summarise(valuesOf(order.rows, valueOf))
    const assignment = sheet.columns[column]?.name ?? this.#outlined(columnId)
    if (mean === null) {
      const none = isTotal ? 'gradebook.foot.noTotal' : 'gradebook.foot.none'
      return { text: '–', tone: 'quiet', spoken: intl.formatMessage({ id: none }, { assignment }) }
    }
    const percent = intl.formatNumber(mean, { style: 'percent', ...FIGURES })
    if (isTotal) {
      const spoken = intl.formatMessage({ id: 'gradebook.foot.total' }, { mean: percent, count: n })
      return { text: percent, spoken, tone: 'strong' }
    }
    const text = intl.formatNumber(inPoints ? mean : mean * 100, FIGURES)
    const told = inPoints ? intl.formatMessage({ id: 'gradebook.foot.points' }, { mean: text }) : percent
    return {
      text,
      second: intl.formatMessage({ id: 'gradebook.foot.count' }, { count: n }),
      spoken: intl.formatMessage({ id: 'gradebook.foot.cell' }, { assignment, mean: told, count: n }),
    }
  }

  #outlined(columnId: string): string {
    return this.#options.info.subsections.find(({ id }) => id === columnId)?.name ?? ''
  }
}

function* valuesOf(rows: Uint32Array, valueOf: (row: number) => number): Generator<number> {
  for (const row of rows) yield valueOf(row)
}
