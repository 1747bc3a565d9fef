import { useQuery } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import type { CourseId } from '#src/domain/course.ts'
import type { TotalLine } from '#src/domain/course-total.ts'
import { percentText } from '#src/i18n/score-words.ts'
import { q } from '#src/lms/query.ts'
import { ReadFailure } from '#src/pages/ReadFailure.tsx'
import styles from './TotalsTable.module.css'

interface LinesProps {
  readonly courseId: CourseId
  readonly username: string
}

/** The server's own account of a total: each type with its scores. */
export function Lines(params: LinesProps) {
  const reading = useQuery(q('totalLines', { courseId: params.courseId, username: params.username }))
  const { data: lines, error } = reading
  if (error) return <ReadFailure error={error} onRetry={() => void reading.refetch()} />
  if (lines === undefined) {
    return (
      <p role="status">
        <FormattedMessage id="shell.loading" />
      </p>
    )
  }
  if (lines === null || lines.length === 0) {
    return (
      <p>
        <FormattedMessage id="grades.noScores" />
      </p>
    )
  }
  return [...Map.groupBy(lines, ({ type }) => type)].map(([type, ofType]) => (
    <TypeLines key={type} type={type} lines={ofType} />
  ))
}

function TypeLines({ type, lines }: { readonly type: string; readonly lines: readonly TotalLine[] }) {
  const intl = useIntl()
  const whole = lines.find(({ isWhole }) => isWhole)
  const scores = lines.filter(({ isWhole }) => !isWhole)
  return (
    <section aria-label={type} className={styles['type']}>
      <p>
        <b>
          <bdi>{type}</bdi>
        </b>{' '}
        {whole ? percentText(intl, whole.percent) : null}
      </p>
      {scores.length > 0 ? (
        <ul>
          {scores.map(({ label, detail, percent: value, dropped }) => (
            <li key={label} data-dropped={dropped === null ? undefined : ''}>
              <bdi>{label}</bdi> <b>{percentText(intl, value)}</b>{' '}
              <small>
                <bdi>{detail}</bdi>
                {dropped === null ? null : (
                  <>
                    {' '}
                    <FormattedMessage id="grades.dropped" />
                  </>
                )}
              </small>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}
