import { FormattedMessage } from 'react-intl'
import type { Points } from '#src/domain/course.ts'
import { PointsText } from './PointsText.tsx'
import styles from './Scores.module.css'

interface ProblemScoresProps {
  readonly problems: readonly Points[]
  /** In course order, where they are known. */
  readonly names: readonly string[] | undefined
}

/** The score of each problem, under its name where names and scores are as many; else numbered. */
export function ProblemScores({ problems, names }: ProblemScoresProps) {
  if (problems.length === 0) return null
  const named = names?.length === problems.length ? names : undefined
  return (
    <ol className={styles['problems']}>
      {problems.map((points, index) => (
        // Problems have no id; their order is all there is.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          <span>
            {named?.[index] ? (
              <bdi>{named[index]}</bdi>
            ) : (
              <FormattedMessage id="progress.scores.problem" values={{ number: index + 1 }} />
            )}
          </span>{' '}
          <PointsText {...points} />
        </li>
      ))}
    </ol>
  )
}
