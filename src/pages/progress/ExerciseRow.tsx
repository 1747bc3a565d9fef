import { useId } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { SubsectionId } from '#src/domain/course.ts'
import type { ProgressSubsection } from '#src/domain/progress.ts'
import { decimalOf } from '#src/i18n/decimal-sign.ts'
import { pointsText, scoreRefusalWords } from '#src/i18n/score-words.ts'
import type { Exercise } from './exercise.ts'
import styles from './Exercise.module.css'
import { type TriedScore, triedScore } from './tried-score.ts'
import { useExercise } from './use-exercise.ts'

interface ExerciseRowProps {
  readonly id: SubsectionId
  /** Its place in the type, from 1. */
  readonly number: number
  readonly type: string
  /** Null for a place that no subsection fills yet. */
  readonly subsection: ProgressSubsection | null
  readonly exercise: Exercise
}

/** One entry: what it has, a field for another score, whether it counts then. */
export function ExerciseRow({ id, number, type, subsection, exercise }: ExerciseRowProps) {
  const intl = useIntl()
  const noteId = useId()
  const text = useExercise(exercise, (one) => one.text(id))
  const standing = useExercise(exercise, (one) => one.standing(id))
  const score = subsection?.score ?? null
  const possible = score?.possible ?? null
  const read = (typed: string) => triedScore(typed, possible, decimalOf(intl.locale))
  const tried = read(text)
  const note = noteOn(tried)
  const name = subsection?.name ?? intl.formatMessage({ id: 'progress.whatIf.place' }, { type, number })
  const change = (typed: string) => {
    const next = read(typed)
    exercise.write(id, typed, next.kind === 'percent' ? next.percent : null)
  }
  return (
    <>
      <tr data-touched={text === '' ? undefined : ''}>
        <th scope="row">
          <bdi>{name}</bdi>{' '}
          <small>
            {score === null ? (
              <FormattedMessage id="progress.whatIf.unpublished" />
            ) : (
              <FormattedMessage
                id="progress.whatIf.now"
                values={{
                  earned: pointsText(intl, score.earned),
                  possible: pointsText(intl, score.possible),
                }}
              />
            )}
          </small>
        </th>
        <td>
          <span className={styles['field']}>
            <input
              data-item
              aria-label={intl.formatMessage({ id: 'progress.whatIf.field' }, { name })}
              aria-invalid={tried.kind === 'refused' || undefined}
              aria-describedby={note === null ? undefined : noteId}
              value={text}
              autoComplete="off"
              inputMode="decimal"
              onChange={(event) => change(event.target.value)}
            />
            <span>
              {possible === null ? (
                <FormattedMessage id="progress.need.percentSign" />
              ) : (
                <FormattedMessage id="progress.whatIf.of" values={{ possible: pointsText(intl, possible) }} />
              )}
            </span>
          </span>
        </td>
        <td className={styles['standing']} data-standing={standing}>
          <FormattedMessage id={`progress.whatIf.standing.${standing}`} />
        </td>
      </tr>
      {note === null ? null : (
        <tr>
          <td colSpan={3} id={noteId} className={styles['note']} data-kind={tried.kind}>
            {note}
          </td>
        </tr>
      )}
    </>
  )

  function noteOn(tried: TriedScore): string | null {
    if (tried.kind === 'refused') return scoreRefusalWords(intl, tried)
    if (tried.kind === 'percent' && tried.percent > 1) {
      return intl.formatMessage({ id: 'progress.whatIf.beyond' })
    }
    return null
  }
}
