import { FormattedMessage, useIntl } from 'react-intl'
import type { Progress } from '#src/domain/progress.ts'
import { gradeDifference, hidesFromLearner } from '#src/domain/stored-grade.ts'
import { useNow } from '#src/ui/now.ts'
import styles from './StaffView.module.css'

interface StoredGradeProps {
  readonly progress: Progress
  /** The gradebook's total, a fraction; null where it is not known. */
  readonly stored: number | null
}

/** The numbers of gradebook and page side by side where they differ, and why; and that the learner may see other ones. */
export function StoredGrade({ progress, stored }: StoredGradeProps) {
  const now = useNow()
  const { grade, passes } = progress
  const difference = gradeDifference(progress, stored)
  const hides = hidesFromLearner(progress, now())
  if (!difference && !hides) return null
  return (
    <>
      {difference ? (
        <table className={styles['numbers']}>
          <caption>
            <FormattedMessage id="progress.staff.differs" />
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">
                  <FormattedMessage id="progress.staff.figure" />
                </span>
              </th>
              <th scope="col">
                <FormattedMessage id="progress.staff.inGradebook" />
              </th>
              <th scope="col">
                <FormattedMessage id="progress.staff.here" />
              </th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">
                <FormattedMessage id="progress.staff.total" />
              </th>
              <td>{stored === null ? '–' : <Percent value={stored} />}</td>
              <td>
                <Percent value={grade.percent} />
              </td>
            </tr>
            <tr>
              <th scope="row">
                <FormattedMessage id="progress.staff.passing" />
              </th>
              <td>
                <YesNo value={passes} />
              </td>
              <td>
                <YesNo value={grade.passed} />
              </td>
            </tr>
          </tbody>
        </table>
      ) : null}
      <p className={styles['why']}>
        {difference ? <FormattedMessage id={`progress.staff.why.${difference.reason}`} /> : null}{' '}
        {hides ? <FormattedMessage id="progress.staff.hides" /> : null}
      </p>
    </>
  )
}

function Percent({ value }: { readonly value: number }) {
  return useIntl().formatNumber(value, { style: 'percent', maximumFractionDigits: 1 })
}

function YesNo({ value }: { readonly value: boolean | null }) {
  return value === null ? '–' : <FormattedMessage id="progress.staff.yesNo" values={{ yes: String(value) }} />
}
