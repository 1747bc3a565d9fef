import { timeOrNull } from '#mocks/api/time.ts'
import type { Asked, Resolvers } from '#mocks/asked.ts'
import { hasAuthorAccess } from '#mocks/lms/access.ts'
import { certificateOf } from '#mocks/lms/learner/certificates.ts'
import { type AccessError, accessError, seesCourse } from '#mocks/lms/course-access.ts'
import { findCourse } from '#mocks/lms/courses.ts'
import { enrolmentOf } from '#mocks/lms/enrolments.ts'
import { seenAs } from '#mocks/lms/learner/masquerade.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import type { Enrolment } from '#mocks/lms/model.ts'
import { modesIn } from '#mocks/lms/modes.ts'
import { timeZoneOf } from '#mocks/lms/preferences.ts'
import { refusal } from '#mocks/lms/refusal.ts'
import type { School } from '#mocks/lms/store.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import type { courseMetadata } from '#src/lms/openedx-v1/endpoints-courses.ts'
import { presentUpgrade } from './standing.ts'
import { NO_PERMISSION } from './texts.ts'

type Wire = WireOf<typeof courseMetadata>

/** Answers Course home API v1, course metadata: to anybody who may see the course, members or not. */
export const metadataResolvers: Resolvers<{ courseMetadata: typeof courseMetadata }> = {
  courseMetadata: present,
}

function present({ school, caller, path, url }: Asked<typeof courseMetadata>): Wire {
  const course = findCourse(school, path.courseId)
  if (!course) throw refusal(404, 'Not found.')
  if (!seesCourse(school, caller, course)) throw refusal(403, NO_PERMISSION)
  const visitor = caller && seenAs(school, course, caller)
  const enrolment = (visitor && enrolmentOf(school, course, visitor.id)) ?? null
  const enrolled = enrolment?.active ?? false
  const staff = visitor !== null && hasAuthorAccess(school, visitor, course)
  return {
    course_id: course.key,
    title: course.name,
    org: course.org,
    number: course.number,
    start: timeOrNull(course.start),
    username: visitor?.username ?? null,
    is_enrolled: enrolled,
    is_staff: staff,
    // Whoever wears a learner's mask is staff underneath.
    original_user_is_staff: caller !== null && hasAuthorAccess(school, caller, course),
    is_self_paced: course.selfPaced,
    tabs: tabsOf(course, url.origin, staff),
    celebrations: enrolled ? NOTHING_TO_CELEBRATE : null,
    verified_mode: presentUpgrade({ school, course, origin: url.origin }, enrolment),
    user_timezone: visitor && timeZoneOf(school, visitor),
    can_view_certificate: showsCertificates(school, course, enrolment),
    course_modes: modesIn(school, course).map(({ slug, name }) => ({ slug, name })),
    studio_access: staff,
    has_course_author_access: staff,
    is_new_discussion_sidebar_view_enabled: false,
    course_access: presentAccess(accessError(school, course, caller)),
    course_theme_variant: null,
  }
}

const NOTHING_TO_CELEBRATE = {
  first_section: false,
  streak_length_to_celebrate: null,
  streak_discount_enabled: false,
  weekly_goal: false,
}

function tabsOf(course: Course, origin: string, staff: boolean): Wire['tabs'] {
  const home = `${origin}/courses/${course.key}`
  return [
    { tab_id: 'outline', title: 'Course', url: `${home}/course/` },
    // The tab goes with the page.
    ...(course.flags.progressPage
      ? [{ tab_id: 'progress', title: 'Progress', url: `${home}/progress` }]
      : []),
    { tab_id: 'dates', title: 'Dates', url: `${home}/dates` },
    ...(staff ? [{ tab_id: 'instructor', title: 'Instructor', url: `${home}/instructor` }] : []),
  ]
}

/** Certificates show when the course is over; those that came before show at once. */
function showsCertificates(school: School, course: Course, enrolment: Enrolment | null): boolean {
  if (course.end !== null && course.end <= school.now) return true
  return enrolment !== null && certificateOf(school, course, enrolment.userId)?.state === 'downloadable'
}

function presentAccess(refused: AccessError | null): Wire['course_access'] {
  return {
    has_access: refused === null,
    error_code: refused?.code ?? null,
    developer_message: refused?.developerMessage ?? null,
    user_message: refused?.userMessage ?? null,
    additional_context_user_message: refused?.additionalUserMessage ?? null,
    user_fragment: null,
  }
}
