import { useSyncExternalStore } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Exception } from '#src/domain/course.ts'
import type { ScoreMode } from '#src/domain/score.ts'
import { histogram, spread, summarise } from '#src/domain/statistics.ts'
import type { LoadState, Loader } from '#src/lms/load.ts'
import { Button } from '#src/ui/Button.tsx'
import { Dialog } from '#src/ui/Dialog.tsx'
import type { Sheet } from '#src/domain/sheet.ts'
import styles from './ColumnTools.module.css'
import { FiltersOn } from './FiltersOn.tsx'
import { Histogram } from './Histogram.tsx'
import { ReadSoFar } from './ReadSoFar.tsx'
import { type PercentRange, rangeOf } from './bin-range.ts'
import { columnValues } from './column-values.ts'

/** Bars of a histogram: tenths. */
const BARS = 10

interface StatisticsDialogProps {
  readonly sheet: Sheet
  /** Rows of the sheet that the table shows. */
  readonly rows: Uint32Array
  readonly load: LoadState
  readonly loader: Loader
  readonly column: { readonly id: string; readonly name: string }
  readonly scores: ScoreMode
  /** Filters that are on, in words. */
  readonly filters: readonly string[]
  /** Changes in this column that are not saved: they are not counted. */
  readonly unsaved: number
  readonly onFilter: (range: PercentRange) => void
  readonly onClose: () => void
}

/** How the grades of a column are spread; each bar of the histogram filters the table. */
export function StatisticsDialog(props: StatisticsDialogProps) {
  const { sheet, rows, column, load, loader, filters, unsaved, onFilter, onClose } = props
  const version = useSyncExternalStore(sheet.content.subscribe, sheet.content.version)
  const isTotal = column.id === 'total'
  const scores = isTotal ? 'percent' : props.scores
  const { values, fractions, exceptions } = columnValues({
    sheet,
    rows,
    columnId: column.id,
    scores,
    version,
  })
  const { n } = summarise(values)
  const possible = scores === 'points' ? sheet.possible(sheet.column(column.id)) : null
  return (
    <Dialog
      title={
        <FormattedMessage
          id="gradebook.statistics.title"
          values={{ column: <bdi key="column">{column.name}</bdi> }}
        />
      }
      onClose={onClose}
    >
      {(close) => (
        <>
          <ReadSoFar load={load} loader={loader} />
          <FiltersOn filters={filters} />
          <Figures values={values} scores={scores} isTotal={isTotal} exceptions={exceptions} />
          {n > 0 ? (
            <Histogram
              histogram={histogram(fractions, 0, 1, BARS)}
              possible={possible}
              onChoose={(bin) => {
                onFilter(rangeOf(bin))
                close()
              }}
            />
          ) : (
            <p>
              <FormattedMessage id="gradebook.statistics.none" />
            </p>
          )}
          {unsaved > 0 ? (
            <p className={styles['quiet']}>
              <FormattedMessage id="gradebook.statistics.unsaved" values={{ count: unsaved }} />
            </p>
          ) : null}
          <div className={styles['actions']}>
            <Button onPress={close}>
              <FormattedMessage id="gradebook.tool.close" />
            </Button>
          </div>
        </>
      )}
    </Dialog>
  )
}

interface FiguresProps {
  readonly values: Float64Array
  readonly scores: ScoreMode
  readonly isTotal: boolean
  readonly exceptions: ReadonlyMap<Exception, number>
}

function Figures({ values, scores, isTotal, exceptions }: FiguresProps) {
  const intl = useIntl()
  const { n, mean } = summarise(values)
  const range = spread(values)
  const excepted = exceptions.values().reduce((sum, count) => sum + count, 0)
  const figure = (value: number) => {
    const text = intl.formatNumber(value, { maximumFractionDigits: 2 })
    return intl.formatMessage({ id: 'gradebook.statistics.figure' }, { value: text, scores })
  }
  const blank = isTotal ? 'gradebook.statistics.noTotal' : 'gradebook.statistics.blank'
  return (
    <dl className={styles['figures']}>
      <Figure name="gradebook.statistics.n" value={intl.formatNumber(n)} />
      <Figure name={blank} value={intl.formatNumber(values.length - n - excepted)} />
      {Array.from(exceptions, ([exception, count]) => (
        <div key={exception}>
          <dt>
            <FormattedMessage id="gradebook.exception.set" values={{ exception }} />
          </dt>
          <dd>{intl.formatNumber(count)}</dd>
        </div>
      ))}
      {range && mean !== null ? (
        <>
          <Figure name="gradebook.statistics.mean" value={figure(mean)} />
          <Figure name="gradebook.statistics.median" value={figure(range.median)} />
          <Figure name="gradebook.statistics.least" value={figure(range.least)} />
          <Figure name="gradebook.statistics.lowerQuartile" value={figure(range.lowerQuartile)} />
          <Figure name="gradebook.statistics.upperQuartile" value={figure(range.upperQuartile)} />
          <Figure name="gradebook.statistics.most" value={figure(range.most)} />
        </>
      ) : null}
    </dl>
  )
}

type FigureName =
  | 'n'
  | 'blank'
  | 'noTotal'
  | 'mean'
  | 'median'
  | 'least'
  | 'lowerQuartile'
  | 'upperQuartile'
  | 'most'

function Figure({
  name,
  value,
}: {
  readonly name: `gradebook.statistics.${FigureName}`
  readonly value: string
}) {
  return (
    <div>
      <dt>
        <FormattedMessage id={name} />
      </dt>
      <dd>{value}</dd>
    </div>
  )
}
