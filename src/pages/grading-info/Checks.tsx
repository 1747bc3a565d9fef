import { FormattedMessage } from 'react-intl'
import type { GradingInfo } from '#src/domain/course.ts'
import type { GradingWarning } from '#src/domain/grading-checks.ts'
import styles from './Checks.module.css'
import { FindingSentence } from './FindingSentence.tsx'
import { findingsOf, severityOf } from './check-severity.ts'

interface ChecksProps {
  readonly warnings: readonly GradingWarning[]
  readonly info: GradingInfo
  /** Only weights could be checked. */
  readonly isPolicyOnly: boolean
}

/** What looks wrong in the grading of this course, in sentences; or that nothing does. */
export function Checks({ warnings, info, isPolicyOnly }: ChecksProps) {
  const findings = findingsOf(warnings)
  if (findings.length === 0) {
    return (
      <p className={styles['fine']}>
        <FormattedMessage id={isPolicyOnly ? 'gradingInfo.checks.fineWeights' : 'gradingInfo.checks.fine'} />
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
