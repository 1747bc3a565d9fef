import { timeOrNull } from '#mocks/api/time.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import { modesIn, openModes } from '#mocks/lms/modes.ts'
import type { School } from '#mocks/lms/store.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import type { enrollmentCourse } from '#src/lms/openedx-v1/endpoints-people.ts'

/**
 * Presents a course as the Enrollment API v1 does.
 * @param includeExpired lists the modes that expired, too
 */
export function courseDetails(
  school: School,
  course: Course,
  includeExpired = false,
): WireOf<typeof enrollmentCourse> {
  const modes = includeExpired ? modesIn(school, course) : openModes(school, course)
  return {
    course_id: course.key,
    course_name: course.name,
    enrollment_start: null,
    enrollment_end: null,
    course_start: timeOrNull(course.start),
    course_end: timeOrNull(course.end),
    invite_only: false,
    course_modes: modes.map((mode) => ({
      slug: mode.slug,
      name: mode.name,
      min_price: mode.minPrice,
      suggested_prices: '',
      currency: mode.currency,
      expiration_datetime: timeOrNull(mode.expires),
      description: mode.description ?? null,
      sku: mode.sku ?? null,
      bulk_sku: mode.bulkSku ?? null,
    })),
    pacing_type: course.selfPaced ? 'Self Paced' : 'Instructor Paced',
  }
}
