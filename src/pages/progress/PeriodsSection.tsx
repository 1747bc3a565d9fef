import { FormattedMessage, useIntl } from 'react-intl'
import type { PeriodGrade } from '#src/domain/course.ts'
import { percentText } from '#src/i18n/score-words.ts'
import { Comment } from './Comment.tsx'
import styles from './Periods.module.css'
import { Section } from './Section.tsx'

/** Grades of periods and exams, what they count, and what staff wrote to them. Nothing where the site tells none. */
export function PeriodsSection({ periods }: { readonly periods: readonly PeriodGrade[] }) {
  if (periods.length === 0) return null
  const parts = periods.filter(({ isWhole }) => !isWhole)
  const whole = periods.filter(({ isWhole }) => isWhole)
  return (
    <Section
      title={<FormattedMessage id="progress.periods.title" />}
      lead={<FormattedMessage id="progress.periods.lead" />}
    >
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">
              <FormattedMessage id="progress.periods.period" />
            </th>
            <th scope="col" className={styles['number']}>
              <FormattedMessage id="progress.totalOnly.weight" />
            </th>
            <th scope="col" className={styles['number']}>
              <FormattedMessage id="progress.periods.grade" />
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map((period) => (
            <PeriodRow key={period.id} period={period} />
          ))}
        </tbody>
        <tfoot>
          {whole.map((period) => (
            <PeriodRow key={period.id} period={period} />
          ))}
        </tfoot>
      </table>
    </Section>
  )
}

function PeriodRow({ period }: { readonly period: PeriodGrade }) {
  const intl = useIntl()
  const { name, isWhole, percent, weight, comment } = period
  return (
    <tr>
      <th scope="row">
        {name && !isWhole ? (
          <bdi>{name}</bdi>
        ) : (
          <FormattedMessage id={isWhole ? 'override.periods.whole' : 'gradebook.group.noPeriod'} />
        )}
        {comment ? (
          <p className={styles['comment']}>
            <Comment comment={comment} />
          </p>
        ) : null}
      </th>
      <td className={styles['number']}>{weight === null ? '–' : percentText(intl, weight)}</td>
      <td className={styles['number']}>
        {percent === null ? <FormattedMessage id="override.periods.noGrade" /> : percentText(intl, percent)}
      </td>
    </tr>
  )
}
