import { FormattedMessage, useIntl } from 'react-intl'
import type { Progress, ProgressSubsection } from '#src/domain/progress.ts'
import { isWithoutScore, practicePoints } from '#src/domain/score-lists.ts'
import { percentText } from '#src/i18n/score-words.ts'
import { Comment } from './Comment.tsx'
import { EditScoreLink } from './EditScoreLink.tsx'
import { Moment } from './Moment.tsx'
import { PointsText } from './PointsText.tsx'
import { ProblemScores } from './ProblemScores.tsx'
import { ScoreNotes } from './ScoreNotes.tsx'
import styles from './Scores.module.css'

interface ScoreItemProps {
  readonly subsection: ProgressSubsection
  readonly progress: Progress
  readonly names: readonly string[] | undefined
  readonly showsProblems: boolean
}

/** One subsection: what it is, its score, and what there is to say about it. */
export function ScoreItem({ subsection, progress, names, showsProblems }: ScoreItemProps) {
  const { name, url, type, due, graded, score, comment } = subsection
  const title = <bdi>{name}</bdi>
  return (
    <li className={styles['item']}>
      <span className={styles['name']}>
        {url ? <a href={url}>{title}</a> : title}
        <small>
          {type === null ? null : <bdi>{type}</bdi>}
          {due === null ? null : (
            <span>
              <FormattedMessage id="progress.scores.due" values={{ moment: <Moment key="due" at={due} /> }} />
            </span>
          )}
        </small>
      </span>
      <Score subsection={subsection} />
      {comment ? (
        <p className={styles['comment']}>
          <Comment comment={comment} />
        </p>
      ) : null}
      <ScoreNotes subsection={subsection} progress={progress} />
      {score && showsProblems ? <ProblemScores problems={score.problems} names={names} /> : null}
      {graded ? (
        <span className={styles['edit']}>
          <EditScoreLink subsection={subsection} />
        </span>
      ) : null}
    </li>
  )
}

/** Points and, of what is graded, percent; a word where there is none. */
function Score({ subsection }: Pick<ScoreItemProps, 'subsection'>) {
  const { graded, score, exception } = subsection
  const intl = useIntl()
  if (!score) {
    return (
      <span className={styles['score']}>
        {exception ? (
          <b>
            <FormattedMessage id="gradebook.exception" values={{ exception }} />
          </b>
        ) : (
          <FormattedMessage
            id={isWithoutScore(subsection) ? 'progress.scores.noneYet' : 'progress.scores.hidden'}
          />
        )}
      </span>
    )
  }
  const points = graded ? score : practicePoints(score)
  return (
    <span className={styles['score']}>
      {points.possible > 0 || points.earned > 0 ? (
        <PointsText earned={points.earned} possible={points.possible} />
      ) : (
        <FormattedMessage id="progress.scores.noPoints" />
      )}
      {graded && score.possible > 0 ? <b>{percentText(intl, score.percent)}</b> : null}
    </span>
  )
}
