import { FormattedMessage, useIntl } from 'react-intl'
import type { Cutoff } from '#src/domain/course.ts'
import { bandsOf, ticksOf } from '#src/ui/cutoff-scale.ts'
import styles from './GradeScale.module.css'
import { passingCutoff } from './letter-rows.ts'
import { percentText } from '#src/i18n/score-words.ts'

interface GradeScaleProps {
  /** Highest first. */
  readonly cutoffs: readonly Cutoff[]
  /** The learner's total, a fraction. */
  readonly percent: number
  /** Whose total it is, in a word. */
  readonly who: string
}

/** Closer to an end than this the label of the own place would lean out of the page. */
const NEAR = 0.14

/** The letters from 0 to 100 % and the own place among them. A drawing: the table of letters says the same. */
export function GradeScale({ cutoffs, percent, who }: GradeScaleProps) {
  const intl = useIntl()
  const full = Math.max(1, percent)
  const at = Math.max(0, percent) / full
  const ticks = ticksOf(cutoffs, full)
  const lanes = 1 + Math.max(0, ...ticks.map(({ lane }) => lane))
  const passing = passingCutoff(cutoffs)
  return (
    <div aria-hidden className={styles['scale']} style={{ '--lanes': lanes, '--own': at }}>
      <span className={styles['own']} data-anchor={at < NEAR ? 'start' : at > 1 - NEAR ? 'end' : 'middle'}>
        <span>
          <FormattedMessage
            id="progress.where.own"
            values={{ who: <bdi key="who">{who}</bdi>, percent: percentText(intl, percent) }}
          />
        </span>
      </span>
      <div className={styles['track']}>
        {bandsOf(cutoffs, full).map(({ from, to }) => (
          <span key={from} className={styles['band']} style={{ '--width': (to - from) / full }} />
        ))}
        <span className={styles['fill']} />
      </div>
      {ticks.map(({ cutoff, at: place, anchor, lane }) => (
        <span
          key={`${cutoff.letter} ${cutoff.from}`}
          className={styles['tick']}
          data-anchor={anchor}
          style={{ '--at': place, '--lane': lane }}
        >
          <span>
            <b>
              {cutoff === passing ? <i className={styles['mark']}>✓</i> : null}
              <bdi>{cutoff.letter}</bdi>
            </b>
            {percentText(intl, cutoff.from)}
          </span>
        </span>
      ))}
      {full > 1 ? (
        <span className={styles['full']} style={{ '--at': 1 / full }}>
          <span>{percentText(intl, 1)}</span>
        </span>
      ) : null}
    </div>
  )
}
