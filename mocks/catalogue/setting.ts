import { accountById, accountByUsername, signedInAs } from '#mocks/lms/accounts.ts'
import { findCourse } from '#mocks/lms/courses.ts'
import { courseKeyOf, usageKey } from '#mocks/lms/keys.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import type { Account, Caller, Instant } from '#mocks/lms/model.ts'
import type { School } from '#mocks/lms/store.ts'
import { isCourseParameter, isUsageParameter } from './routes.ts'

/** Whom and what an answer of the generic face tells of: people, courses and times of the school. */
export interface Setting {
  /** Decoded. */
  readonly params: Readonly<Record<string, string>>
  /** Scheme and host that were asked. */
  readonly origin: string
  /** `METHOD /path` as documented. */
  readonly operation: string
  readonly now: Instant
  /** Null for nobody. */
  readonly caller: Caller
  /** The one that the path names; else the caller first, then learners of the course. */
  readonly person: (position: number) => Pick<Account, 'id' | 'username' | 'email' | 'name'>
  /** The one that the path names first, then others of the school. */
  readonly course: (position: number) => Course | undefined
  /** The key in the path, known to the school or not; else that of `course`. */
  readonly courseKey: (position: number) => string
  readonly usageKey: (position: number) => string
}

/** Where the school has nobody to tell of. */
const STAFF = { id: 1, username: 'staff', email: 'staff@example.com', name: 'Course Staff' }

/** Looks up what an answer can tell of. Changes nothing in the school. */
export function settingOf(
  school: School,
  { params, origin, operation, caller }: Pick<Setting, 'params' | 'origin' | 'operation' | 'caller'>,
): Setting {
  const inPath = courseKeyIn(params)
  const known = inPath === undefined ? undefined : findCourse(school, inPath)
  const named = personIn(school, params, operation)
  const { courses } = school.world
  const course = (position: number) =>
    known ?? (inPath === undefined ? courses[position % courses.length] : courses[0])
  const courseKey = (position: number) => inPath ?? course(position)?.key ?? 'course-v1:edX+DemoX+Demo_Course'
  return {
    params,
    origin,
    operation,
    caller,
    now: school.now,
    person: (position) =>
      named ??
      (position === 0 ? caller : learner(school, course(0), position - 1)) ??
      signedInAs(school, 'instructor') ??
      STAFF,
    course,
    courseKey,
    usageKey: (position) => usageKeyIn(params) ?? blockOf(course(position), courseKey(position)),
  }
}

/** People of a path may be such whom the school has never seen: the answer is about them all the same. */
function personIn(school: School, { username, id }: Setting['params'], operation: string) {
  if (operation.endsWith('/users/{id}/'))
    return accountById(school, Number(id)) ?? { ...STAFF, id: Number(id) }
  if (username === undefined) return null
  const name = username.replaceAll(/[._-]+/g, ' ').replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase())
  return (
    accountByUsername(school, username) ?? { id: STAFF.id, username, name, email: `${username}@example.com` }
  )
}

function learner(school: School, course: Course | undefined, position: number): Account | null {
  if (!course || position >= course.roster.size) return null
  return accountById(school, course.roster.at(position).userId) ?? null
}

function courseKeyIn(params: Setting['params']): string | undefined {
  const name = Object.keys(params).find(isCourseParameter)
  if (name !== undefined) return params[name]
  const usage = usageKeyIn(params)
  return usage === undefined ? undefined : courseKeyOf(usage)
}

function usageKeyIn(params: Setting['params']): string | undefined {
  const name = Object.keys(params).find(isUsageParameter)
  return name === undefined ? undefined : params[name]
}

function blockOf(course: Course | undefined, courseKey: string): string {
  const subsection = course?.chapters.flatMap(({ subsections }) => subsections)[0]
  return subsection?.key ?? usageKey(courseKey, 'sequential', 'basic_questions')
}
