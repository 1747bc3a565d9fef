import type { ReactNode } from 'react'
import { FormattedDate, FormattedMessage, FormattedNumber } from 'react-intl'
import { type ProblemSubmissions, type Submission, stateLines } from '#src/domain/submission.ts'
import styles from './Submissions.module.css'

interface ProblemProps {
  readonly problem: ProblemSubmissions
  readonly timeZone: string | undefined
}

/** What was sent in for one problem, the newest first. */
export function ProblemLine({ problem: { name, submissions }, timeZone }: ProblemProps) {
  const newest = submissions[0]
  return (
    <li>
      <details>
        <summary>
          <bdi>{name}</bdi>{' '}
          <small>
            {newest ? <Score submission={newest} /> : null}
            {' · '}
            <FormattedMessage id="submissions.count" values={{ count: submissions.length }} />
          </small>
        </summary>
        <ol className={styles['list']} reversed>
          {submissions.map((submission, index) => (
            // Nothing else tells two of them apart; the list is read as a whole and never reordered.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index} value={submissions.length - index}>
              <p className={styles['fact']}>
                <Score submission={submission} />
                {' · '}
                <Time at={submission.at} timeZone={timeZone} />
              </p>
              <State state={submission.state} />
            </li>
          ))}
        </ol>
      </details>
    </li>
  )
}

function Score({ submission: { earned, possible } }: { readonly submission: Submission }): ReactNode {
  if (earned === null) return <FormattedMessage id="submissions.noScore" />
  const value = <FormattedNumber key="earned" value={earned} maximumFractionDigits={2} />
  if (possible === null) return value
  return (
    <FormattedMessage
      id="submissions.score"
      values={{
        earned: value,
        possible: <FormattedNumber key="possible" value={possible} maximumFractionDigits={2} />,
      }}
    />
  )
}

function Time({ at, timeZone }: Pick<Submission, 'at'> & Pick<ProblemProps, 'timeZone'>) {
  if (at === null) return <FormattedMessage id="submissions.noTime" />
  return (
    <time dateTime={at}>
      <FormattedDate value={at} dateStyle="medium" timeStyle="short" timeZone={timeZone} />
    </time>
  )
}

function State({ state }: Pick<Submission, 'state'>) {
  if (!state) {
    return (
      <p className={styles['note']}>
        <FormattedMessage id="submissions.noState" />
      </p>
    )
  }
  return (
    <dl className={styles['state']}>
      {stateLines(state).map(({ key, text, isBlock }) => (
        <div key={key} data-block={isBlock || undefined}>
          <dt>
            <bdi>{key}</bdi>
          </dt>
          <dd dir="auto">{isBlock ? <pre>{text}</pre> : text}</dd>
        </div>
      ))}
    </dl>
  )
}
