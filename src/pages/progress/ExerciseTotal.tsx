import { FormattedMessage, useIntl } from 'react-intl'
import type { CourseGrade } from '#src/domain/grading.ts'
import type { OfficialGrade } from '#src/domain/progress.ts'
import type { Exercise } from './exercise.ts'
import styles from './Exercise.module.css'
import { percentText } from '#src/i18n/score-words.ts'
import { useExercise } from './use-exercise.ts'

interface ExerciseTotalProps {
  readonly exercise: Exercise
  readonly official: OfficialGrade
  /** What the scores shown make without any change, a fraction. */
  readonly start: number
}

/** The official total beside the one of the exercise. */
export function ExerciseTotal({ exercise, official, start }: ExerciseTotalProps) {
  const intl = useIntl()
  const grade = useExercise(exercise, (one) => one.grade())
  const tone = grade.percent > start ? 'up' : grade.percent < start ? 'down' : 'same'
  return (
    <dl className={styles['totals']}>
      <div>
        <dt>
          <FormattedMessage id="progress.whatIf.official" />
        </dt>
        <dd>
          <Total total={official} />
        </dd>
      </div>
      {start === official.percent ? null : (
        <div>
          <dt>
            <FormattedMessage id="progress.whatIf.shown" />
          </dt>
          <dd>{percentText(intl, start)}</dd>
        </div>
      )}
      <div>
        <dt>
          <FormattedMessage id="progress.whatIf.tried" />
        </dt>
        <dd>
          <span role="status" className={styles['tried']} data-tone={tone}>
            <Total total={grade} />
          </span>
        </dd>
      </div>
    </dl>
  )
}

function Total({ total: { percent, letter } }: { readonly total: Pick<CourseGrade, 'percent' | 'letter'> }) {
  const intl = useIntl()
  return (
    <>
      {percentText(intl, percent)} {letter === null ? null : <bdi>{letter}</bdi>}
    </>
  )
}
