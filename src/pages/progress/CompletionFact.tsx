import { FormattedMessage } from 'react-intl'
import type { Progress } from '#src/domain/progress.ts'
import styles from './Around.module.css'
import { Fact } from './Fact.tsx'

interface CompletionFactProps {
  readonly completion: NonNullable<Progress['completion']>
  /** Something opens later, which is not counted yet. */
  readonly opensMore: boolean
}

const PARTS = ['done', 'left', 'locked'] as const

/** How much of the course is done, left, and closed to the learner: drawn, and in words. */
export function CompletionFact({ completion, opensMore }: CompletionFactProps) {
  const total = completion.done + completion.left + completion.locked
  // Nothing is said of what there is none of, but for what is done and left.
  const parts = PARTS.filter((part) => part !== 'locked' || completion.locked > 0)
  return (
    <Fact
      title={<FormattedMessage id="progress.completion.title" />}
      state={
        total === 0 ? (
          <FormattedMessage id="progress.completion.none" />
        ) : (
          <FormattedMessage id="progress.completion.done" values={{ done: completion.done, total }} />
        )
      }
    >
      {total === 0 ? null : (
        <>
          <div className={styles['bar']} aria-hidden>
            {parts
              .filter((part) => completion[part] > 0)
              .map((part) => (
                <span key={part} data-part={part} style={{ '--share': completion[part] }} />
              ))}
          </div>
          <ul className={styles['parts']}>
            {parts.map((part) => (
              <li key={part} data-part={part}>
                <FormattedMessage
                  id={`progress.completion.part.${part}`}
                  values={{ count: completion[part] }}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {opensMore ? (
        <p>
          <FormattedMessage id="progress.completion.more" />
        </p>
      ) : null}
    </Fact>
  )
}
