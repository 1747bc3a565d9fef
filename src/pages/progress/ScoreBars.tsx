import { FormattedMessage } from 'react-intl'
import type { ExplainedEntry } from '#src/domain/explain-progress.ts'
import styles from './ScoreBars.module.css'
import { BAR_KINDS, barKind } from './bar-kind.ts'

/** From so many bars on they are drawn thin, and thinner. */
const THIN = 24
const HAIR = 90

/** The scores of a type as bars in course order. A drawing: the list beside it says each in words. */
export function ScoreBars({ entries }: { readonly entries: readonly ExplainedEntry[] }) {
  const full = Math.max(1, ...entries.map(({ percent }) => percent ?? 0))
  const size = entries.length > HAIR ? 'hair' : entries.length > THIN ? 'thin' : undefined
  return (
    <div aria-hidden className={styles['bars']} data-size={size}>
      {entries.map((entry, index) => (
        <i
          key={entry.subsection?.id ?? index}
          data-kind={barKind(entry)}
          data-overridden={entry.subsection?.override ? '' : undefined}
          style={{ '--height': (entry.percent ?? 0) / full }}
        />
      ))}
    </div>
  )
}

/** What the bars mean; only what is drawn. */
export function BarLegend({ entries }: { readonly entries: readonly ExplainedEntry[] }) {
  const drawn = new Set(entries.map(barKind))
  const overridden = entries.some(({ subsection }) => subsection?.override)
  return (
    <ul aria-hidden className={styles['legend']}>
      {BAR_KINDS.filter((kind) => drawn.has(kind)).map((kind) => (
        <li key={kind}>
          <span className={styles['bars']}>
            <i data-kind={kind} style={{ '--height': 1 }} />
          </span>
          <FormattedMessage id={`progress.why.bar.${kind}`} />
        </li>
      ))}
      {overridden ? (
        <li>
          <span className={styles['bars']}>
            <i data-kind="counted" data-overridden style={{ '--height': 1 }} />
          </span>
          <FormattedMessage id="progress.why.bar.overridden" />
        </li>
      ) : null}
    </ul>
  )
}
