import type { Contract } from '#mocks/asked.ts'
import * as cohorts from '#mocks/api/cohorts/endpoints.ts'
import * as courseModes from '#mocks/api/course-modes/endpoints.ts'
import * as enrollment from '#mocks/api/enrollment/endpoints.ts'
import * as user from '#mocks/api/user/endpoints.ts'
import * as session from '#src/lms/endpoints-session.ts'
import * as courseGrades from '#src/lms/openedx-v1/endpoints-course-grades.ts'
import * as courses from '#src/lms/openedx-v1/endpoints-courses.ts'
import * as people from '#src/lms/openedx-v1/endpoints-people.ts'
import * as progress from '#src/lms/openedx-v1/endpoints-progress.ts'
import * as grades from '#src/lms/openedx-v1/endpoints.ts'

/**
 * Every contract that a face with state serves. A test finds those that are missing here.
 */
export const contracts: readonly Contract[] = [
  grades,
  courseGrades,
  courses,
  people,
  progress,
  session,
  cohorts,
  courseModes,
  enrollment,
  user,
]
