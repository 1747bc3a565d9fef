import { FormattedMessage } from 'react-intl'
import type { GradingInfo } from '#src/domain/course.ts'
import type { GradingWarning } from '#src/domain/grading-checks.ts'
import styles from './Checks.module.css'
import { FindingSentence } from './FindingSentence.tsx'
import { findingsOf, severityOf } from './check-severity.ts'

/** What looks wrong in the grading of this course, in sentences; or that nothing does. */
export function Checks({ warnings, info }: { warnings: readonly GradingWarning[]; info: GradingInfo }) {
  const findings = findingsOf(warnings)
  if (findings.length === 0) {
    return (
      <p className={styles['fine']}>
        <FormattedMessage id="gradingInfo.checks.fine" />
      </p>
    )
  }
  return (
    <ul className={styles['checks']}>
      {findings.map((finding) => {
        const severity = severityOf(finding)
        return (
          <li key={JSON.stringify(finding)} className={styles['check']} data-severity={severity}>
            <b className={styles['word']}>
              <FormattedMessage id={`gradingInfo.severity.${severity}`} />
            </b>{' '}
            <FindingSentence finding={finding} subsections={info.subsections} />
          </li>
        )
      })}
    </ul>
  )
}
