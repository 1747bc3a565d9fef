import type { HttpHandler } from 'msw'
import { detailErrors, developerErrors } from '#mocks/answer.ts'
import { timeOrNull } from '#mocks/api/time.ts'
import type { Asked, Resolvers } from '#mocks/asked.ts'
import { hasAuthorAccess } from '#mocks/lms/access.ts'
import { accountByUsername } from '#mocks/lms/accounts.ts'
import { catalogue, findCourse } from '#mocks/lms/courses.ts'
import { isEnrolled } from '#mocks/lms/enrolments.ts'
import { modesIn } from '#mocks/lms/modes.ts'
import type { Account, Course } from '#mocks/lms/model.ts'
import { refusal } from '#mocks/lms/refusal.ts'
import { serve } from '#mocks/serve.ts'
import type { World } from '#mocks/world.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import { courseMetadata, courses } from '#src/lms/openedx-v1/endpoints-courses.ts'
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

const metadata: Resolvers<{ courseMetadata: typeof courseMetadata }> = {
  courseMetadata: ({ school, caller, path, url }) => {
    const course = findCourse(school, path.courseId)
    if (!course) throw refusal(404, 'Not found.')
    const enrolled = caller !== null && isEnrolled(school, course, caller.id)
    const staff = caller !== null && hasAuthorAccess(school, caller, course)
    const home = `${url.origin}/courses/${course.key}`
    return {
      course_id: course.key,
      title: course.name,
      org: course.org,
      number: course.number,
      start: timeOrNull(course.start),
      username: caller?.username ?? null,
      is_enrolled: enrolled,
      is_staff: staff,
      original_user_is_staff: staff,
      is_self_paced: course.selfPaced,
      tabs: [
        { tab_id: 'outline', title: 'Course', url: `${home}/course/` },
        { tab_id: 'progress', title: 'Progress', url: `${home}/progress` },
        ...(staff ? [{ tab_id: 'instructor', title: 'Instructor', url: `${home}/instructor` }] : []),
      ],
      celebrations: null,
      verified_mode: null,
      user_timezone: null,
      can_view_certificate: false,
      course_modes: modesIn(school, course).map(({ slug, name }) => ({ slug, name })),
      studio_access: staff,
      has_course_author_access: staff,
      is_new_discussion_sidebar_view_enabled: false,
      course_access: access(enrolled || staff),
    }
  },
}

function access(allowed: boolean): WireOf<typeof courseMetadata>['course_access'] {
  return {
    has_access: allowed,
    error_code: allowed ? null : 'enrollment_required',
    developer_message: allowed ? null : 'User is not enrolled in the course',
    user_message: allowed ? null : 'You must be enrolled in the course to see course content.',
    additional_context_user_message: null,
    user_fragment: null,
  }
}

/** Courses API v1 (list) and Course home API v1 (course metadata); both open to anybody. */
export function coursesFace(world: World): HttpHandler[] {
  return [
    ...serve(world, { courses }, list, { errors: developerErrors }),
    ...serve(world, { courseMetadata }, metadata, { errors: detailErrors }),
  ]
}
