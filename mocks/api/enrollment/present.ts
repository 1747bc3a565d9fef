import { courseDetails } from '#mocks/api/openedx-v1/course-details.ts'
import { time } from '#mocks/api/time.ts'
import { accountById } from '#mocks/lms/accounts.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import type { Enrolment } from '#mocks/lms/model.ts'
import type { School } from '#mocks/lms/store.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import type { enroll } from './endpoints.ts'

/** Presents an enrolment with its course, as the Enrollment API v1 does. */
export function presentEnrollment(
  school: School,
  course: Course,
  { userId, mode, active, created }: Enrolment,
): WireOf<typeof enroll> {
  return {
    created: time(created),
    mode,
    is_active: active,
    course_details: courseDetails(school, course),
    user: accountById(school, userId)?.username ?? '',
  }
}
