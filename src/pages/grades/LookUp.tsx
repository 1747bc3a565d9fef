import { FormattedMessage } from 'react-intl'
import { useId } from 'react'
import type { CourseSummary } from '#src/lms/lms.ts'
import { FoundTotals } from './FoundTotals.tsx'
import styles from './Grades.module.css'
import { LookUpForm } from './LookUpForm.tsx'
import { useFound } from './use-found.ts'
import { useLookUp } from './use-look-up.ts'

/** For staff of the whole site: the totals of a course, or of people. */
export function LookUp({ courses }: { readonly courses: readonly CourseSummary[] }) {
  const titleId = useId()
  const { wanted, lookUp } = useLookUp()
  const found = useFound(wanted)
  const key = wanted && JSON.stringify(wanted)
  return (
    <section aria-labelledby={titleId} className={styles['section']}>
      <h2 id={titleId}>
        <FormattedMessage id="grades.find.title" />
      </h2>
      <LookUpForm courses={courses} wanted={wanted} error={found.error} onLookUp={lookUp} />
      {wanted ? <FoundTotals key={`found ${key}`} courses={courses} wanted={wanted} found={found} /> : null}
    </section>
  )
}
