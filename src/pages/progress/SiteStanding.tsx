import { useId } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Progress } from '#src/domain/progress.ts'
import { percentText } from '#src/i18n/score-words.ts'
import styles from './Where.module.css'

/** The total of a site that works it out by rules of its own: as it is told, without arithmetic. */
export function SiteStanding({ progress: { grade } }: { readonly progress: Progress }) {
  const intl = useIntl()
  const id = useId()
  return (
    <section className={styles['where']} aria-labelledby={id}>
      <h2 id={id} className="visually-hidden">
        <FormattedMessage id="progress.where.title" />
      </h2>
      <div className={styles['stand']}>
        {Number.isNaN(grade.percent) ? (
          <span className={styles['letter']}>
            <FormattedMessage id="progress.site.noTotal" />
          </span>
        ) : (
          <span className={styles['big']}>{percentText(intl, grade.percent)}</span>
        )}
        <span className={styles['quiet']}>
          <FormattedMessage id="progress.site.rules" />
        </span>
      </div>
    </section>
  )
}
