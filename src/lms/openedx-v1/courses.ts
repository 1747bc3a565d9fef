import type { CourseId } from '#src/domain/course.ts'
import type { AnswerOf } from '#src/lms/endpoint.ts'
import { call } from '#src/lms/http.ts'
import type { CourseSummary } from '#src/lms/lms.ts'
import type { Session } from '#src/lms/session.ts'
import { courses } from './endpoints-courses.ts'
import { me, ownEnrollments } from './endpoints-people.ts'
import { keyParts } from './ids.ts'
import { readRoles } from './people.ts'

const PER_PAGE = 100
/** Pages of the site's course list that are read; a larger site is found by the course's address. */
const MOST_PAGES = 10

type Listed = AnswerOf<typeof courses>['results'][number]
type Enrollment = AnswerOf<typeof ownEnrollments>[number]

/**
 * The courses in which the viewer has a role or is enrolled; for staff of the site, those of its course list too.
 * The list is asked only for what the others lack: names of courses one is not enrolled in, and the courses of a role
 * held for a whole organisation. Enrollment API v1, enrollment and roles; Courses API v1.
 */
export async function readCourses(session: Session, signal?: AbortSignal): Promise<CourseSummary[]> {
  const [enrollments, { roles, is_staff }] = await Promise.all([
    call(ownEnrollments, { signal }, session),
    readRoles(session, signal),
  ])
  const found = new Map<CourseId, CourseSummary>()
  for (const enrollment of enrollments) {
    if (enrollment.is_active) found.set(enrollment.course_details.course_id, enrolled(enrollment))
  }
  const orgRoles = new Map<string, string>()
  const orgs = new Set<string>()
  for (const { org, course_id, role } of roles) {
    if (!course_id || course_id === 'None') {
      if (org) orgRoles.set(org.toLowerCase(), role)
      if (org) orgs.add(org)
      continue
    }
    const known = found.get(course_id)
    if (!known && org) orgs.add(org)
    found.set(course_id, { ...(known ?? unnamed(course_id)), role: higher(known?.role ?? null, role) })
  }
  const listed = await readList(session, is_staff ? [undefined] : [...orgs], signal)
  for (const course of listed) {
    const known = found.get(course.id)
    const role = known?.role ?? orgRoles.get(course.org.toLowerCase()) ?? null
    if (!known && role === null && !is_staff) continue
    found.set(course.id, { ...fromList(course), role, enrolled: known?.enrolled ?? false })
  }
  return [...found.values()]
}

/** The server's words for those who grade, highest first. Only for show: what one may do, its answers tell. */
const RANKS = ['instructor', 'staff', 'limited_staff']

function higher(one: string | null, other: string): string {
  const [first] = RANKS.filter((role) => role === one || role === other)
  return first ?? one ?? other
}

async function readList(
  session: Session,
  orgs: ReadonlyArray<string | undefined>,
  signal?: AbortSignal,
): Promise<Listed[]> {
  if (orgs.length === 0) return []
  // Without a name the server answers as to a visitor who is not signed in.
  const { username } = await call(me, { signal }, session)
  const lists = orgs.map(async (org) => {
    const all: Listed[] = []
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const query = { username, org, page, page_size: PER_PAGE }
      const { results, pagination } = await call(courses, { query, signal }, session)
      all.push(...results)
      if (page >= pagination.num_pages) break
    }
    return all
  })
  return (await Promise.all(lists)).flat()
}

function enrolled({ course_details: course }: Enrollment): CourseSummary {
  return {
    ...unnamed(course.course_id),
    name: course.course_name,
    start: course.course_start ?? null,
    end: course.course_end ?? null,
    enrolled: true,
  }
}

function fromList(course: Listed): Omit<CourseSummary, 'role' | 'enrolled'> {
  return {
    id: course.id,
    name: course.name,
    ...keyParts(course.id),
    start: course.start ?? null,
    end: course.end ?? null,
  }
}

/** A course that no list has named: its number and run stand in. */
function unnamed(id: CourseId): CourseSummary {
  const { org, number, run } = keyParts(id)
  const name = [number, run].filter(Boolean).join(' ') || id
  return { id, name, org, number, run, start: null, end: null, role: null, enrolled: false }
}
