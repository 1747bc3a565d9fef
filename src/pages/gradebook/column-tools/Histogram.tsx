import { FormattedMessage, useIntl } from 'react-intl'
import type { Bin, Histogram as Counts } from '#src/domain/statistics.ts'
import styles from './Histogram.module.css'

interface HistogramProps {
  /** Of fractions, from 0 to 1. */
  readonly histogram: Counts
  /** In points view, what the points are of: edges are told in points, too. */
  readonly possible: number | null
  readonly onChoose: (bin: Bin) => void
}

/** Bars that each filter the table, and the same as a table. */
export function Histogram({ histogram, possible, onChoose }: HistogramProps) {
  const intl = useIntl()
  const { bins, below, above } = histogram
  const tallest = Math.max(above, ...bins.map(({ count }) => count))
  /** Above the tallest bar there is room for its number. */
  const height = (count: number) => `calc((100% - 1.5rem) * ${tallest > 0 ? count / tallest : 0})`
  const edge = (fraction: number) =>
    intl.formatNumber(fraction * (possible ?? 100), { maximumFractionDigits: 2 })
  const view = possible === null ? 'percent' : 'points'
  const words = ({ from, to }: Bin) =>
    intl.formatMessage(
      // The last bar has its upper edge, too.
      { id: to < 1 ? 'gradebook.statistics.range' : 'gradebook.statistics.last' },
      { from: edge(from), to: edge(to), view },
    )
  const aboveWords = intl.formatMessage({ id: 'gradebook.statistics.above' }, { to: edge(1), view })
  return (
    <figure className={styles['figure']}>
      <figcaption>
        <FormattedMessage id="gradebook.statistics.bars" values={{ view }} />
      </figcaption>
      <ol
        className={styles['bars']}
        aria-label={intl.formatMessage({ id: 'gradebook.statistics.histogram' })}
      >
        {bins.map((bin) => (
          <li key={bin.from}>
            <button
              type="button"
              className={styles['bar']}
              disabled={bin.count === 0}
              aria-label={intl.formatMessage(
                { id: 'gradebook.statistics.bar' },
                { range: words(bin), count: bin.count },
              )}
              title={words(bin)}
              onClick={() => onChoose(bin)}
            >
              <span className={styles['count']}>{bin.count > 0 ? intl.formatNumber(bin.count) : ''}</span>
              <span className={styles['fill']} style={{ blockSize: height(bin.count) }} />
            </button>
            <span className={styles['edge']} aria-hidden>
              {edge(bin.from)}
            </span>
          </li>
        ))}
        {above > 0 ? (
          <li>
            <span className={styles['bar']} title={aboveWords}>
              <span className={styles['count']}>{intl.formatNumber(above)}</span>
              <span className={styles['fill']} style={{ blockSize: height(above) }} />
            </span>
            <span className={styles['edge']} aria-hidden>
              {`>${edge(1)}`}
            </span>
          </li>
        ) : null}
      </ol>
      {above > 0 ? (
        <p className={styles['note']}>
          <FormattedMessage id="gradebook.statistics.aboveNote" values={{ count: above }} />
        </p>
      ) : null}
      <details>
        <summary>
          <FormattedMessage id="gradebook.statistics.table" />
        </summary>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">
                <FormattedMessage id="gradebook.statistics.grades" />
              </th>
              <th scope="col">
                <FormattedMessage id="gradebook.statistics.learners" />
              </th>
            </tr>
          </thead>
          <tbody>
            {below > 0 ? (
              <Line
                words={intl.formatMessage({ id: 'gradebook.statistics.below' }, { from: edge(0), view })}
                count={below}
              />
            ) : null}
            {bins.map((bin) => (
              <Line key={bin.from} words={words(bin)} count={bin.count} />
            ))}
            {above > 0 ? <Line words={aboveWords} count={above} /> : null}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

function Line({ words, count }: { readonly words: string; readonly count: number }) {
  const intl = useIntl()
  return (
    <tr>
      <th scope="row">{words}</th>
      <td>{intl.formatNumber(count)}</td>
    </tr>
  )
}
