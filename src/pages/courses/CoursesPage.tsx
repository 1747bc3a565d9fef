import '#src/i18n/later-messages.ts'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link, type LoaderFunctionArgs, replace } from 'react-router'
import { lms } from '#src/lms/connect.ts'
import type { CourseSummary } from '#src/lms/lms.ts'
import { q, queryClient, usePrefetched } from '#src/lms/query.ts'
import { path } from '#src/paths.ts'
import { PageTitle } from '#src/ui/PageTitle.tsx'
import { useNow } from '#src/ui/now.ts'
import { CourseGroups } from './CourseGroups.tsx'
import styles from './CoursesPage.module.css'
import { groupCourses, searchCourses, standingIn } from './course-groups.ts'

/** Up to so many courses are found by eye. */
const WITHOUT_SEARCH = 10

/**
 * Reads the viewer's courses. Who has one course only, and can open it, goes straight there; but not when the list was
 * asked for, or the way back from a course that cannot be shown would lead into it again.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  const courses = await queryClient.fetchQuery(q('courses', {}))
  const [only] = courses
  const wantsList = new URL(request.url).searchParams.has('all')
  if (wantsList || !only || courses.length > 1) return null
  if (standingIn(only) !== 'learning') return replace(path.gradebook({ courseId: only.id }))
  return lms().progress ? replace(path.progress({ courseId: only.id })) : null
}

/** The courses in which the viewer teaches or learns. */
export function Component() {
  const intl = useIntl()
  const courses = usePrefetched(q('courses', {}))
  const title = intl.formatMessage({ id: 'courses.title' })
  return (
    <div className={styles['page']}>
      <PageTitle parts={[title]} />
      <h1 tabIndex={-1}>{title}</h1>
      {courses.length === 0 ? <NoCourses /> : <Courses courses={courses} />}
      {courses.length > 0 && (lms().courseTotal || lms().courseTotals) ? (
        <p className={styles['across']}>
          <Link to={path.grades()}>
            <FormattedMessage id="grades.title" />
          </Link>
        </p>
      ) : null}
    </div>
  )
}

function NoCourses() {
  return (
    <div className={styles['empty']}>
      <p>
        <FormattedMessage id="courses.none.title" />
      </p>
      <p>
        <FormattedMessage id="courses.none.text" />
      </p>
    </div>
  )
}

function Courses({ courses }: { courses: readonly CourseSummary[] }) {
  const intl = useIntl()
  const now = useNow()
  const [text, setText] = useState('')
  const found = searchCourses(courses, text)
  const collator = new Intl.Collator(intl.locale, { numeric: true })
  return (
    <>
      {courses.length > WITHOUT_SEARCH ? (
        <div className={styles['tools']}>
          <input
            type="search"
            className={styles['search']}
            value={text}
            aria-label={intl.formatMessage({ id: 'courses.search.label' })}
            placeholder={intl.formatMessage({ id: 'courses.search.placeholder' })}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setText(event.target.value)}
          />
          <output className={styles['count']}>
            <FormattedMessage id="courses.count" values={{ shown: found.length, all: courses.length }} />
          </output>
        </div>
      ) : null}
      {found.length === 0 ? (
        <p className={styles['empty']}>
          <FormattedMessage id="courses.search.none" values={{ text: <bdi>{text.trim()}</bdi> }} />
        </p>
      ) : (
        <CourseGroups groups={groupCourses(found, now(), collator)} />
      )}
    </>
  )
}
