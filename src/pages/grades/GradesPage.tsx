import '#src/i18n/later-messages.ts'
import { useQuery } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import { lms } from '#src/lms/connect.ts'
import { LmsError } from '#src/lms/errors.ts'
import { q, queryClient, usePrefetched } from '#src/lms/query.ts'
import { PageTitle } from '#src/ui/PageTitle.tsx'
import styles from './Grades.module.css'
import { LookUp } from './LookUp.tsx'
import { OwnTotals } from './OwnTotals.tsx'
import { useLookUp } from './use-look-up.ts'

/**
 * Reads who is asking, which decides what is offered, and the courses, which name what is found. A token does not say whose it is:
 * then everything is offered, and the server decides.
 */
export async function loader() {
  const viewer = lms().token ? null : queryClient.fetchQuery(q('viewer', {}))
  await Promise.all([viewer, readCourses()])
  return null
}

/** Who may see their own grades only is told no courses by token; their own can be looked up all the same. */
async function readCourses(): Promise<void> {
  try {
    await queryClient.fetchQuery(q('courses', {}))
  } catch (error) {
    if (!lms().token || !(error instanceof LmsError) || error.kind !== 'forbidden') throw error
    queryClient.setQueryData(q('courses', {}).queryKey, [])
  }
}

/** Searching for other totals is done by the page itself; the courses stay as they are. */
export function shouldRevalidate(): boolean {
  return queryClient.getQueryData(q('courses', {}).queryKey) === undefined
}

/** Totals across courses: one's own and, for staff of the whole site, those of a course or of people. */
export function Component() {
  const intl = useIntl()
  const { data: viewer } = useQuery(q('viewer', {}))
  const courses = usePrefetched(q('courses', {}))
  const own = courses.filter(({ enrolled }) => enrolled)
  const { wanted } = useLookUp()
  const offers = viewer?.globalStaff !== false || wanted !== null
  return (
    <div className={styles['page']}>
      <PageTitle parts={[intl.formatMessage({ id: 'grades.title' })]} />
      <h1 tabIndex={-1}>
        <FormattedMessage id="grades.title" />
      </h1>
      {offers && lms().courseTotals ? <LookUp courses={courses} /> : null}
      {viewer && own.length > 0 && lms().courseTotal ? <OwnTotals courses={own} viewer={viewer} /> : null}
      {own.length === 0 && !offers ? (
        <p className={styles['quiet']}>
          <FormattedMessage id="grades.none" />
        </p>
      ) : null}
    </div>
  )
}
