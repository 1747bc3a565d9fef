import type { Contract } from '#mocks/asked.ts'
import * as bulkGrades from '#mocks/api/bulk-grades/endpoints.ts'
import * as cohorts from '#mocks/api/cohorts/endpoints.ts'
import * as completion from '#mocks/api/completion/endpoints.ts'
import * as courseModes from '#mocks/api/course-modes/endpoints.ts'
import * as courseDetails from '#mocks/api/courses/endpoints.ts'
import * as enrollment from '#mocks/api/enrollment/endpoints.ts'
import * as ltiScores from '#mocks/api/lti-ags/endpoints-scores.ts'
import * as lineItems from '#mocks/api/lti-ags/endpoints.ts'
import * as members from '#mocks/api/lti-nrps/endpoints.ts'
import * as mfeConfig from '#mocks/api/mfe-config/endpoints.ts'
import * as instructor from '#mocks/api/instructor/endpoints.ts'
import * as programs from '#mocks/api/programs/endpoints.ts'
import * as user from '#mocks/api/user/endpoints.ts'
import * as session from '#src/lms/endpoints-session.ts'
import * as gradesV0 from '#src/lms/openedx-v0/endpoints.ts'
import * as blocks from '#src/lms/openedx-v1/endpoints-blocks.ts'
import * as breakdown from '#src/lms/openedx-v1/endpoints-breakdown.ts'
import * as certificates from '#src/lms/openedx-v1/endpoints-certificates.ts'
import * as courseGrades from '#src/lms/openedx-v1/endpoints-course-grades.ts'
import * as courses from '#src/lms/openedx-v1/endpoints-courses.ts'
import * as credit from '#src/lms/openedx-v1/endpoints-credit.ts'
import * as home from '#src/lms/openedx-v1/endpoints-home.ts'
import * as overrides from '#src/lms/openedx-v1/endpoints-overrides.ts'
import * as people from '#src/lms/openedx-v1/endpoints-people.ts'
import * as progress from '#src/lms/openedx-v1/endpoints-progress.ts'
import * as submissions from '#src/lms/openedx-v1/endpoints-submissions.ts'
import * as grades from '#src/lms/openedx-v1/endpoints.ts'
import * as schoologySections from '#src/lms/schoology/endpoints-sections.ts'
import * as schoologyUsers from '#src/lms/schoology/endpoints-users.ts'
import * as schoologyGrades from '#src/lms/schoology/endpoints.ts'
import * as so2 from '#src/lms/so2/endpoints.ts'

/** Every contract that a face with state serves. A test finds those that are missing here. */
export const contracts: readonly Contract[] = [
  grades,
  overrides,
  courseGrades,
  breakdown,
  submissions,
  gradesV0,
  so2,
  instructor,
  programs,
  bulkGrades,
  courses,
  home,
  people,
  progress,
  session,
  cohorts,
  courseModes,
  enrollment,
  user,
  lineItems,
  ltiScores,
  members,
  schoologyGrades,
  schoologySections,
  schoologyUsers,
  completion,
  courseDetails,
  credit,
  mfeConfig,
  blocks,
  certificates,
]
