import type { ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Cutoff } from '#src/domain/course.ts'
import styles from './CutoffScale.module.css'
import info from './GradingInfo.module.css'
import { bandsOf, ticksOf } from '#src/ui/cutoff-scale.ts'
import { percentText } from '#src/i18n/score-words.ts'

const quiet = (words: ReactNode) => (
  <span key="words" className="visually-hidden">
    {words}
  </span>
)

/** The cutoffs on a scale from 0 to 100 %: a list of letters and grades, drawn where they stand. */
export function CutoffScale({ cutoffs }: { cutoffs: readonly Cutoff[] }) {
  const intl = useIntl()
  if (cutoffs.length === 0) {
    return (
      <p className={info['quiet']}>
        <FormattedMessage id="gradingInfo.cutoffs.none" />
      </p>
    )
  }
  const ticks = ticksOf(cutoffs)
  const lanes = 1 + Math.max(...ticks.map(({ lane }) => lane))
  const passing = Math.min(...cutoffs.map(({ from }) => from).filter((from) => from > 0))
  return (
    <>
      <p className={info['quiet']}>
        {Number.isFinite(passing) ? (
          <FormattedMessage id="gradingInfo.cutoffs.passing" values={{ from: percentText(intl, passing) }} />
        ) : null}
      </p>
      <div className={styles['scale']} style={{ '--lanes': lanes }}>
        <div className={styles['track']} aria-hidden>
          {bandsOf(cutoffs).map(({ letter, from, to }) => (
            <span
              key={from}
              className={styles['band']}
              data-passing={from >= passing || undefined}
              style={{ '--width': to - from }}
            >
              <b>{letter}</b>
            </span>
          ))}
        </div>
        <span className={styles['end']} aria-hidden style={{ '--at': 0 }}>
          {percentText(intl, 0)}
        </span>
        <span className={styles['end']} aria-hidden style={{ '--at': 1 }}>
          {percentText(intl, 1)}
        </span>
        <ul className={styles['ticks']}>
          {ticks.map(({ cutoff, at, anchor, lane }) => (
            <li
              key={`${cutoff.letter} ${cutoff.from}`}
              className={styles['tick']}
              data-anchor={anchor}
              style={{ '--at': at, '--lane': lane }}
            >
              <span>
                <FormattedMessage
                  id="gradingInfo.cutoffs.tick"
                  values={{
                    letter: (
                      <b key="letter">
                        <bdi>{cutoff.letter}</bdi>
                      </b>
                    ),
                    from: percentText(intl, cutoff.from),
                    quiet,
                  }}
                />
              </span>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}
