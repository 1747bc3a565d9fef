import { FormattedMessage } from 'react-intl'
import type { SubsectionId } from '#src/domain/course.ts'
import type { Progress, ProgressSubsection } from '#src/domain/progress.ts'
import { type ScoreList, isWithoutScore } from '#src/domain/score-lists.ts'
import { PointsText } from './PointsText.tsx'
import { ScoreItem } from './ScoreItem.tsx'
import styles from './Scores.module.css'

interface ScoreGroupProps {
  readonly list: ScoreList
  readonly progress: Progress
  /** Of the problems, by subsection; undefined while, or because, they are not known. */
  readonly names: ReadonlyMap<SubsectionId, readonly string[]> | undefined
  readonly isOpen: boolean
  readonly onToggle: (isOpen: boolean) => void
}

/** One section of the course: its graded work, and apart from it its practice. */
export function ScoreGroup({ list, progress, names, isOpen, onToggle }: ScoreGroupProps) {
  const { graded, practice, points } = list
  const items = (subsections: readonly ProgressSubsection[]) => (
    <ul className={styles['items']}>
      {subsections.map((subsection) => (
        <ScoreItem
          key={subsection.id}
          subsection={subsection}
          progress={progress}
          names={names?.get(subsection.id)}
          showsProblems={isOpen}
        />
      ))}
    </ul>
  )
  return (
    <details
      className={styles['group']}
      open={isOpen}
      onToggle={({ currentTarget }) => onToggle(currentTarget.open)}
    >
      <summary>
        <h3>
          {list.name === '' ? <FormattedMessage id="gradebook.group.noPeriod" /> : <bdi>{list.name}</bdi>}
        </h3>
        <span className={styles['sum']}>
          {points ? (
            <PointsText {...points} />
          ) : (
            <FormattedMessage id={`progress.scores.${withoutPoints(graded)}`} />
          )}
        </span>
      </summary>
      {graded.length > 0 ? items(graded) : null}
      {practice.length > 0 ? (
        <div className={styles['practice']}>
          <h4>
            <FormattedMessage id="progress.scores.practice" />
          </h4>
          {items(practice)}
        </div>
      ) : null}
    </details>
  )
}

function withoutPoints(graded: readonly ProgressSubsection[]): 'practiceOnly' | 'noneYet' | 'allHidden' {
  if (graded.length === 0) return 'practiceOnly'
  return graded.every(isWithoutScore) ? 'noneYet' : 'allHidden'
}
