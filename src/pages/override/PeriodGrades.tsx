import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { LearnerId, PeriodGrade } from '#src/domain/course.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import { q, queryClient } from '#src/lms/query.ts'
import { CommentForm } from './CommentForm.tsx'
import styles from './Comments.module.css'
import { PanelProblem } from './PanelProblem.tsx'
import { percentText } from '#src/i18n/score-words.ts'

interface PeriodGradesProps {
  readonly gradebook: Gradebook
  readonly learnerId: LearnerId
  readonly isDisabled: boolean
  /** Open from the start. */
  readonly isOpen?: boolean
}

/** A learner's grades of periods and of the course, each with its comment; read once they are wanted. */
export function PeriodGrades({ gradebook, learnerId, isDisabled, isOpen = false }: PeriodGradesProps) {
  const [isWanted, setWanted] = useState(isOpen)
  const { courseId } = gradebook
  const reading = useQuery({ ...q('periodGrades', { courseId, learnerId }), enabled: isWanted })
  return (
    <details
      className={styles['periods']}
      open={isWanted}
      onToggle={(event) => setWanted(event.currentTarget.open)}
    >
      <summary>
        <FormattedMessage id="override.periods" />
      </summary>
      {reading.error && !reading.data ? (
        <PanelProblem error={reading.error} onRetry={() => void reading.refetch()} />
      ) : null}
      {reading.isLoading ? (
        <p className="loading">
          <FormattedMessage id="shell.loading" />
        </p>
      ) : null}
      {reading.data?.length === 0 ? (
        <p>
          <FormattedMessage id="override.periods.none" />
        </p>
      ) : null}
      <ul>
        {reading.data?.map((period) => (
          <Period key={period.id} {...{ gradebook, learnerId, isDisabled, period }} />
        ))}
      </ul>
    </details>
  )
}

interface PeriodProps extends Pick<PeriodGradesProps, 'gradebook' | 'learnerId' | 'isDisabled'> {
  readonly period: PeriodGrade
}

function Period({ gradebook, learnerId, isDisabled, period }: PeriodProps) {
  const intl = useIntl()
  const { lms, courseId, edits } = gradebook
  const { id, percent, weight, comment, isWhole } = period
  const name =
    period.name || intl.formatMessage({ id: isWhole ? 'override.periods.whole' : 'gradebook.group.noPeriod' })
  const read = async () => {
    const periods = await queryClient.fetchQuery(q('periodGrades', { courseId, learnerId }))
    return periods.find((one) => one.id === id)?.comment ?? null
  }
  return (
    <li>
      <p className={styles['grade']}>
        <bdi>{name}</bdi>
        <b>
          {percent === null ? <FormattedMessage id="override.periods.noGrade" /> : percentText(intl, percent)}
        </b>
        {weight === null ? null : (
          <small>
            <FormattedMessage id="override.periods.weight" values={{ weight: percentText(intl, weight) }} />
          </small>
        )}
      </p>
      {lms.saveComment ? (
        <CommentForm
          store={edits}
          name={`period\n${learnerId}\n${id}`}
          label={intl.formatMessage({ id: 'override.periods.comment' }, { name })}
          comment={comment}
          isDisabled={isDisabled}
          save={async (written) =>
            lms.saveComment?.({ courseId, learnerId, on: { kind: 'period', id }, comment: written })
          }
          read={read}
        />
      ) : null}
    </li>
  )
}
