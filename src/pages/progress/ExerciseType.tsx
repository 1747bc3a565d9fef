import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { SubsectionId } from '#src/domain/course.ts'
import type { TypeGrade } from '#src/domain/grading.ts'
import type { ProgressSubsection } from '#src/domain/progress.ts'
import type { Exercise } from './exercise.ts'
import styles from './Exercise.module.css'
import { ExerciseRow } from './ExerciseRow.tsx'
import { Folded } from '#src/pages/Folded.tsx'
import { percentText } from '#src/i18n/score-words.ts'
import { useExercise } from './use-exercise.ts'

interface ExerciseTypeProps {
  readonly exercise: Exercise
  /** Which row of the policy. */
  readonly index: number
  /** As it stands. */
  readonly start: TypeGrade
  readonly subsections: ReadonlyMap<SubsectionId, ProgressSubsection>
}

/** The entries of one type, folded: a table with a field in each line. */
export function ExerciseType({ exercise, index, start, subsections }: ExerciseTypeProps) {
  const intl = useIntl()
  const [wasOpened, setOpened] = useState(false)
  const average = useExercise(exercise, (one) => one.type(index)?.average ?? 0)
  const entries = start.entries.flatMap((entry) =>
    entry.subsectionId === null || entry.standing === 'worth-nothing' ? [] : entry.subsectionId,
  )
  if (entries.length === 0) return null
  const values = {
    average: percentText(intl, average),
    weight: percentText(intl, start.weight),
  }
  return (
    <details className={styles['type']} onToggle={() => setOpened(true)}>
      <summary>
        <b>
          <bdi>{start.name}</bdi>
        </b>{' '}
        <small>
          <FormattedMessage id="progress.whatIf.type" values={values} />
        </small>
      </summary>
      {wasOpened ? (
        <Folded items={entries} first={40}>
          {(shown) => (
            <table className={styles['table']}>
              <thead>
                <tr>
                  <th scope="col">
                    <FormattedMessage id="progress.whatIf.column.work" />
                  </th>
                  <th scope="col">
                    <FormattedMessage id="progress.whatIf.column.try" />
                  </th>
                  <th scope="col">
                    <FormattedMessage id="progress.whatIf.column.standing" />
                  </th>
                </tr>
              </thead>
              <tbody>
                {shown.map((id, place) => (
                  <ExerciseRow
                    key={id}
                    id={id}
                    number={place + 1}
                    type={start.name}
                    subsection={subsections.get(id) ?? null}
                    exercise={exercise}
                  />
                ))}
              </tbody>
            </table>
          )}
        </Folded>
      ) : null}
    </details>
  )
}
