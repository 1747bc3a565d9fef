import '#src/i18n/later-messages.ts'
import { useEffect, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { type Summary, summarise } from '#src/domain/statistics.ts'
import { useToasts } from '#src/ui/toasts.ts'
import styles from './SelectionSummary.module.css'
import { type CellReader, type SelectedCells, selectedValues } from './selected-cells.ts'

interface SelectionSummaryProps {
  readonly cells: SelectedCells
  readonly reader: CellReader
}

/** Values that are added up at one go: a few milliseconds' worth. */
const SLICE = 20_000
/** Milliseconds for which the selection stays as it is before a screen reader hears of it. */
const RESTS = 600
const AT_MOST_TWO = { maximumFractionDigits: 2 }

/** How many cells are selected, and number, sum and mean of the grades among them. */
export default function SelectionSummary({ cells, reader }: SelectionSummaryProps) {
  const intl = useIntl()
  const toasts = useToasts()
  const summary = useSummary(cells, reader)
  const count = (cells.bottom - cells.top + 1) * cells.columns.length
  const words = summary
    ? intl.formatMessage(
        { id: 'gradebook.selection.summary' },
        {
          count,
          n: summary.n,
          sum: intl.formatNumber(summary.sum, AT_MOST_TWO),
          mean: intl.formatNumber(summary.mean ?? 0, AT_MOST_TWO),
          view: reader.scores,
        },
      )
    : null
  useEffect(() => {
    if (words === null) return undefined
    const timer = setTimeout(() => toasts.announce(words), RESTS)
    return () => clearTimeout(timer)
  }, [words, toasts])
  return (
    <p className={styles['summary']} data-selection="">
      {words ?? <FormattedMessage id="gradebook.selection.count" values={{ count }} />}
    </p>
  )
}

/** Adds up in slices, so that selecting a whole course holds up nothing; null until it is done. */
function useSummary(cells: SelectedCells, reader: CellReader): Summary | null {
  const { sheet, state, order, scores } = reader
  const { top, bottom, columns } = cells
  const [done, setDone] = useState<{ readonly key: unknown; readonly summary: Summary } | null>(null)
  const ids = columns.map(({ id }) => id).join(' ')
  const key = `${top} ${bottom} ${scores} ${ids}`
  useEffect(() => {
    const values: number[] = []
    const rest = selectedValues({ top, bottom, columns }, { sheet, state, order, scores })
    let timer: ReturnType<typeof setTimeout> | undefined
    const slice = (): void => {
      for (let left = SLICE; left > 0; left -= 1) {
        const next = rest.next()
        if (next.done) return setDone({ key, summary: summarise(values) })
        if (!Number.isNaN(next.value)) values.push(next.value)
      }
      timer = setTimeout(slice)
    }
    slice()
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react/exhaustive-deps -- `columns` is new with each drawing; `key` names them
  }, [key, sheet, state, order])
  return done?.key === key ? done.summary : null
}
