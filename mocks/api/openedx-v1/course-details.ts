import { timeOrNull } from '#mocks/api/time.ts'
import type { Course, CourseMode, Instant } from '#mocks/lms/model.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import type { enrollmentCourse } from '#src/lms/openedx-v1/endpoints-people.ts'

/**
 * Presents a course as the Enrollment API v1 does.
 * @param now decides which modes have expired
 * @param includeExpired lists those too
 */
export function courseDetails(
  course: Course,
  now: Instant,
  includeExpired = false,
): WireOf<typeof enrollmentCourse> {
  const open = (mode: CourseMode) => includeExpired || mode.expires === null || mode.expires > now
  return {
    course_id: course.key,
    course_name: course.name,
    enrollment_start: null,
    enrollment_end: null,
    course_start: timeOrNull(course.start),
    course_end: timeOrNull(course.end),
    invite_only: false,
    course_modes: course.modes.filter(open).map((mode) => ({
      slug: mode.slug,
      name: mode.name,
      min_price: mode.minPrice,
      suggested_prices: '',
      currency: mode.currency,
      expiration_datetime: timeOrNull(mode.expires),
      description: null,
      sku: null,
      bulk_sku: null,
    })),
    pacing_type: course.selfPaced ? 'Self Paced' : 'Instructor Paced',
  }
}
