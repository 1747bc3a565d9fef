import { FormattedMessage, type IntlShape, useIntl } from 'react-intl'
import { Link } from 'react-router'
import type { MessageId } from '#src/i18n/messages.ts'
import { lms } from '#src/lms/connect.ts'
import type { CourseSummary } from '#src/lms/lms.ts'
import { path } from '#src/paths.ts'
import styles from './CoursesPage.module.css'
import type { Standing } from './course-groups.ts'

/** Words for the roles that servers name; any other stands as the server writes it. */
const ROLES: Readonly<Record<string, MessageId>> = {
  instructor: 'courses.role.instructor',
  staff: 'courses.role.staff',
  limited_staff: 'courses.role.limitedStaff',
  beta_testers: 'courses.role.betaTester',
  data_researcher: 'courses.role.dataResearcher',
}

/** One course: name, which one it is, when it runs, what the viewer is in it. */
export function CourseRow({ course, standing }: { course: CourseSummary; standing: Standing }) {
  const intl = useIntl()
  const facts = [course.org, course.number, course.run].filter((part) => part !== null)
  return (
    <li className={styles['row']}>
      <div className={styles['names']}>
        <CourseName course={course} opens={standing !== 'learning'} />
        {facts.length > 0 ? (
          <span className={styles['facts']}>
            <bdi>{facts.join(' · ')}</bdi>
          </span>
        ) : null}
      </div>
      <span className={styles['dates']}>{datesOf(intl, course)}</span>
      <span className={styles['role']}>
        <Role role={course.role} enrolled={course.enrolled} />
      </span>
    </li>
  )
}

/** A learner would be refused the gradebook: their course leads to their own standing, where the server tells it. */
function CourseName({ course, opens }: { course: CourseSummary; opens: boolean }) {
  const { id: courseId } = course
  const name = <bdi>{course.name}</bdi>
  const backend = lms()
  if (opens || backend.progress) {
    return (
      <Link
        to={opens ? path.gradebook({ courseId }) : path.progress({ courseId })}
        className={styles['name']}
      >
        {name}
      </Link>
    )
  }
  const href = backend.links.course?.(courseId)
  if (href === undefined) return <span className={styles['name']}>{name}</span>
  return (
    <a href={href} className={styles['name']} data-away="">
      {name}{' '}
      <span className="visually-hidden">
        <FormattedMessage id="courses.away" />
      </span>
    </a>
  )
}

function Role({ role, enrolled }: Pick<CourseSummary, 'role' | 'enrolled'>) {
  if (role === null) return enrolled ? <FormattedMessage id="courses.role.learner" /> : null
  const id = Object.hasOwn(ROLES, role) ? ROLES[role] : undefined
  return id ? <FormattedMessage id={id} /> : <bdi>{role}</bdi>
}

/** Gives when a course runs, in the viewer's zone; empty where no date is known. */
function datesOf(intl: IntlShape, course: CourseSummary): string {
  const start = dateOf(course.start)
  const end = dateOf(course.end)
  const shape = { dateStyle: 'medium' } as const
  if (start && end && start <= end) return intl.formatDateTimeRange(start, end, shape)
  if (end) return intl.formatMessage({ id: 'courses.until' }, { date: intl.formatDate(end, shape) })
  if (start) return intl.formatMessage({ id: 'courses.from' }, { date: intl.formatDate(start, shape) })
  return ''
}

function dateOf(text: string | null): Date | null {
  const time = text === null ? Number.NaN : Date.parse(text)
  return Number.isNaN(time) ? null : new Date(time)
}
