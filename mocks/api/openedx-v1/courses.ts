import type { HttpHandler } from 'msw'
import { developerErrors } from '#mocks/answer.ts'
import { timeOrNull } from '#mocks/api/time.ts'
import type { Asked, Resolvers } from '#mocks/asked.ts'
import { hasAuthorAccess } from '#mocks/lms/access.ts'
import { accountByUsername } from '#mocks/lms/accounts.ts'
import { catalogue } from '#mocks/lms/courses.ts'
import type { Account, Course } from '#mocks/lms/model.ts'
import { refusal } from '#mocks/lms/refusal.ts'
import { serve } from '#mocks/serve.ts'
import type { World } from '#mocks/world.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import { courses } from '#src/lms/openedx-v1/endpoints-courses.ts'
import { numbered } from './numbered-pages.ts'
import { NO_PERMISSION } from './texts.ts'

type CourseItem = WireOf<typeof courses>['results'][number]

const list: Resolvers<{ courses: typeof courses }> = {
  courses: (asked) => {
    const viewer = viewerNamed(asked)
    const found = catalogue(asked.school).filter((course) => isWanted(asked, viewer, course))
    const page = numbered(found, asked.url)
    return {
      results: page.items.map((course) => present(course, asked.url.origin)),
      pagination: { next: page.next, previous: page.previous, count: page.count, num_pages: page.pages },
    }
  },
}

/** Whose view is asked for: one's own, or for staff anybody's; without a name an anonymous visitor's. */
function viewerNamed({ school, caller, query }: Asked<typeof courses>): Account | null {
  if (!query.username) return null
  if (!caller || (caller.username !== query.username && !caller.globalStaff))
    throw refusal(403, NO_PERMISSION)
  return accountByUsername(school, query.username) ?? null
}

function isWanted({ school, query }: Asked<typeof courses>, viewer: Account | null, course: Course): boolean {
  const term = query.search_term?.toLowerCase() ?? ''
  return (
    (!query.org || course.org === query.org) &&
    (query.course_keys.length === 0 || query.course_keys.includes(course.key)) &&
    [course.name, course.key].some((text) => text.toLowerCase().includes(term)) &&
    (!isTrue(query.active_only) || course.end === null || course.end > school.now) &&
    (query.permissions.length === 0 || (viewer !== null && hasAuthorAccess(school, viewer, course)))
  )
}

function isTrue(text: string | undefined): boolean {
  return text === '1' || text?.toLowerCase() === 'true'
}

function present(course: Course, origin: string): CourseItem {
  return {
    id: course.key,
    course_id: course.key,
    name: course.name,
    org: course.org,
    number: course.number,
    start: timeOrNull(course.start),
    end: timeOrNull(course.end),
    enrollment_start: null,
    enrollment_end: null,
    start_display: course.start === null ? null : new Date(course.start).toUTCString().slice(5, 16),
    start_type: course.start === null ? 'empty' : 'timestamp',
    short_description: '',
    effort: null,
    pacing: course.selfPaced ? 'self' : 'instructor',
    hidden: false,
    invitation_only: false,
    mobile_available: false,
    blocks_url: `${origin}/api/courses/v2/blocks/?course_id=${encodeURIComponent(course.key)}`,
  }
}

/** Courses API v1: the list, open to anybody. */
export function coursesFace(world: World): HttpHandler[] {
  return serve(world, { courses }, list, { errors: developerErrors })
}
