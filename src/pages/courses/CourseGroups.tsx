import { useId } from 'react'
import { FormattedMessage } from 'react-intl'
import type { MessageId } from '#src/i18n/messages.ts'
import type { CourseSummary } from '#src/lms/lms.ts'
import { CourseRow } from './CourseRow.tsx'
import styles from './CoursesPage.module.css'
import type { CourseGroup, Standing } from './course-groups.ts'

const TITLES: Record<Standing, MessageId> = {
  teaching: 'courses.teaching',
  learning: 'courses.learning',
  site: 'courses.site',
}

/** The course list, a section for each standing of the viewer; what has ended stands apart. */
export function CourseGroups({ groups }: { groups: readonly CourseGroup[] }) {
  return groups.map((group) => <Group key={group.standing} group={group} />)
}

function Group({ group: { standing, current, past } }: { group: CourseGroup }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={styles['group']}>
      <h2 id={id}>
        <FormattedMessage id={TITLES[standing]} />
      </h2>
      <Rows courses={current} standing={standing} />
      {past.length > 0 ? (
        <>
          <h3>
            <FormattedMessage id="courses.past" />
          </h3>
          <Rows courses={past} standing={standing} />
        </>
      ) : null}
    </section>
  )
}

function Rows({ courses, standing }: { courses: readonly CourseSummary[]; standing: Standing }) {
  if (courses.length === 0) return null
  return (
    <ul className={styles['list']}>
      {courses.map((course) => (
        <CourseRow key={course.id} course={course} standing={standing} />
      ))}
    </ul>
  )
}
