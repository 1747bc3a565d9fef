import { FormattedMessage } from 'react-intl'
import type { CourseId } from '#src/domain/course.ts'
import { checkGrading } from '#src/domain/grading-checks.ts'
import { lms } from '#src/lms/connect.ts'
import { q, usePrefetched } from '#src/lms/query.ts'
import { Checks } from './Checks.tsx'
import { CutoffScale } from './CutoffScale.tsx'
import { FreezeNote } from './FreezeNote.tsx'
import styles from './GradingInfo.module.css'
import { Section } from './Section.tsx'
import { SubsectionTable } from './SubsectionTable.tsx'
import { TypeTable } from './TypeTable.tsx'
import { WeightBar } from './WeightBar.tsx'
import { policyRows } from './policy-rows.ts'

/**
 * The whole picture: what looks wrong, weights, letters, subsections.
 * @param end the course's end, ISO 8601; null where it is not known
 */
export function Grading({ courseId, end }: { courseId: CourseId; end: string | null }) {
  const info = usePrefetched(q('gradingInfo', { courseId }))
  const { types, subsections, cutoffs, frozen } = info
  const isPolicyOnly = lms().capabilities.tellsPolicyOnly === true
  return (
    <div className={styles['columns']}>
      <div className={styles['aside']}>
        <Section title="gradingInfo.checks.title">
          <Checks warnings={checkGrading(info, isPolicyOnly)} info={info} isPolicyOnly={isPolicyOnly} />
        </Section>
        {isPolicyOnly ? null : (
          <Section title="gradingInfo.freeze.title">
            <FreezeNote frozen={frozen} end={end} />
          </Section>
        )}
      </div>
      <div>
        <Section title="gradingInfo.weights.title">
          <WeightBar types={types} />
          <TypeTable rows={policyRows(types, isPolicyOnly ? null : subsections)} />
        </Section>
        <Section title="gradingInfo.cutoffs.title">
          {isPolicyOnly ? <NotTold /> : <CutoffScale cutoffs={cutoffs} />}
        </Section>
        <Section title="gradingInfo.subsections.title">
          {isPolicyOnly ? <NotTold /> : <SubsectionTable info={info} />}
        </Section>
      </div>
    </div>
  )
}

/** Stands where the server tells nothing: not the same as that there is nothing. */
function NotTold() {
  return (
    <p className={styles['quiet']}>
      <FormattedMessage id="gradingInfo.notTold" />
    </p>
  )
}
