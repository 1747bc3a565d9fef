import type { HttpHandler } from 'msw'
import { developerErrors } from '#mocks/answer.ts'
import type { Asked, Resolvers } from '#mocks/asked.ts'
import { courseDetail, courseIds } from '#mocks/api/courses/endpoints.ts'
import { hasAuthorAccess } from '#mocks/lms/access.ts'
import { accountByUsername } from '#mocks/lms/accounts.ts'
import { seesCourse } from '#mocks/lms/course-access.ts'
import { catalogue, findCourse, rolesOf } from '#mocks/lms/courses.ts'
import { isCourseKey } from '#mocks/lms/keys.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import type { Account, Caller } from '#mocks/lms/model.ts'
import { invalid, refusal } from '#mocks/lms/refusal.ts'
import type { School } from '#mocks/lms/store.ts'
import { serve } from '#mocks/serve.ts'
import type { World } from '#mocks/world.ts'
import { courses } from '#src/lms/openedx-v1/endpoints-courses.ts'
import { presentOverview } from './course-overview.ts'
import { type NumberedPage, numbered } from './numbered-pages.ts'
import { NO_PERMISSION } from './texts.ts'

const contract = { courses, courseDetail, courseIds }

const resolvers: Resolvers<typeof contract> = {
  courses: (asked) => {
    const { school, caller, query, url } = asked
    const keys = list(query.course_keys)
    const broken = keys.find((key) => !isCourseKey(key))
    if (broken !== undefined) throw invalid({ course_keys: `'${broken}' is not a valid course key.` })
    const viewer = viewerNamed(school, caller, query.username)
    const page = numbered(
      catalogue(school).filter((course) => isWanted(asked, viewer, course)),
      url,
    )
    return {
      results: page.items.map((course) => presentOverview(course, url.origin)),
      pagination: pagination(page),
    }
  },

  courseDetail: ({ school, caller, path, query, url }) => {
    const viewer = viewerNamed(school, caller, query.username)
    const course = findCourse(school, path.courseId)
    if (!course || !seesCourse(school, viewer ?? caller, course)) throw refusal(404, 'Course not found.')
    return {
      ...presentOverview(course, url.origin),
      overview: `<section class="about"><h2>About this course</h2><p>${course.name}</p></section>`,
    }
  },

  courseIds: ({ school, caller, query, url }) => {
    if (caller && !query.username) {
      throw invalid({ username: 'A username is required for non-anonymous access.' })
    }
    if (!query.role) throw invalid({ role: 'This field is required.' })
    const viewer = viewerNamed(school, caller, query.username)
    const held = viewer ? coursesAs(school, viewer, query.role.toLowerCase()) : []
    const page = numbered(
      held.map(({ key }) => key),
      url,
    )
    return { results: [...page.items], pagination: pagination(page) }
  },
}

/**
 * Whose view is asked for: one's own, or for staff anybody's; without a name an anonymous visitor's.
 * @throws {Refusal} 403 for somebody else's, 404 for a name that nobody has
 */
function viewerNamed(school: School, caller: Caller, username: string | undefined): Account | null {
  if (!username) return null
  if (!caller || (caller.username !== username && !caller.globalStaff)) throw refusal(403, NO_PERMISSION)
  const viewer = accountByUsername(school, username)
  if (!viewer) throw refusal(404, 'Not found.')
  return viewer
}

function isWanted({ school, query }: Asked<typeof courses>, viewer: Account | null, course: Course): boolean {
  const term = query.search_term?.toLowerCase() ?? ''
  const keys = list(query.course_keys)
  return (
    seesCourse(school, viewer, course) &&
    (!query.org || course.org.toLowerCase() === query.org.toLowerCase()) &&
    (keys.length === 0 || keys.includes(course.key)) &&
    [course.name, course.key].some((text) => text.toLowerCase().includes(term)) &&
    (!isTrue(query.active_only) || course.end === null || course.end > school.now) &&
    // No course of the school is made for phones.
    !isTrue(query.mobile) &&
    list(query.permissions).every((permission) => viewer && has(school, viewer, course, permission))
  )
}

/** `instructor` is a role of its own; everything else that is asked for, the whole team may do. */
function has(school: School, viewer: Account, course: Course, permission: string): boolean {
  if (permission !== 'instructor') return hasAuthorAccess(school, viewer, course)
  return coursesAs(school, viewer, permission).includes(course)
}

/** Gives the courses in which somebody holds a role; staff of the whole site hold it in all. */
function coursesAs(school: School, person: Account, role: string): readonly Course[] {
  if (person.globalStaff) return catalogue(school)
  const held = rolesOf(school, person).filter((one) => one.role === role)
  return catalogue(school).filter(({ key, org }) =>
    held.some((one) => one.courseKey === key || (one.courseKey === null && one.org === org)),
  )
}

function pagination({ next, previous, count, pages }: NumberedPage<unknown>) {
  return { next, previous, count, num_pages: pages }
}

/** Values come one by one, joined by commas, or both. */
function list(values: readonly string[]): string[] {
  return values.flatMap((value) => value.split(',')).filter((value) => value !== '')
}

function isTrue(text: string | undefined): boolean {
  return text === '1' || text?.toLowerCase() === 'true'
}

/** Courses API v1: the list, one of them, and the ids of those in which somebody has a role; open to anybody. */
export function coursesFace(world: World): HttpHandler[] {
  return serve(world, contract, resolvers, { errors: developerErrors })
}
