import { useId } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Progress } from '#src/domain/progress.ts'
import { Section } from './Section.tsx'
import styles from './Where.module.css'
import why from './Why.module.css'
import { percentText } from '#src/i18n/score-words.ts'

/** Tells whether a server has told the total and little more: neither scores nor the letters' cutoffs. */
export function isTotalOnly({ sections, cutoffs }: Progress): boolean {
  return sections === null && cutoffs.length === 0
}

/** A standing of which the server tells the total only: that, its letter, passing or not, and the policy where it is told. */
export function TotalStanding({ progress }: { readonly progress: Progress }) {
  const intl = useIntl()
  const id = useId()
  const { grade, types } = progress
  return (
    <>
      <section className={styles['where']} aria-labelledby={id}>
        <h2 id={id} className="visually-hidden">
          <FormattedMessage id="progress.where.title" />
        </h2>
        <div className={styles['stand']}>
          <span className={styles['big']}>{percentText(intl, grade.percent)}</span>
          {grade.letter === null ? null : (
            <span className={styles['letter']}>
              <span className="visually-hidden">
                <FormattedMessage id="progress.where.letter" />{' '}
              </span>
              <bdi>{grade.letter}</bdi>
            </span>
          )}
          {grade.passed === null ? null : (
            <span className={styles['passing']} data-passed={grade.passed || undefined}>
              <FormattedMessage id={grade.passed ? 'progress.where.passing' : 'progress.where.notPassing'} />
            </span>
          )}
        </div>
      </section>
      <Section
        title={<FormattedMessage id="progress.totalOnly.title" />}
        lead={
          <FormattedMessage id={types.length > 0 ? 'progress.totalOnly.policy' : 'progress.totalOnly.lead'} />
        }
      >
        {types.length === 0 ? null : (
          <table className={why['table']}>
            <thead>
              <tr>
                <th scope="col">
                  <FormattedMessage id="progress.totalOnly.type" />
                </th>
                <th scope="col">
                  <FormattedMessage id="progress.totalOnly.weight" />
                </th>
              </tr>
            </thead>
            <tbody>
              {types.map(({ name, weight }, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- a policy may name two types alike
                <tr key={`${index} ${name}`}>
                  <th scope="row">
                    <bdi>{name}</bdi>
                  </th>
                  <td>
                    {weight === null ? (
                      <FormattedMessage id="progress.totalOnly.notTold" />
                    ) : (
                      percentText(intl, weight)
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Section>
    </>
  )
}
