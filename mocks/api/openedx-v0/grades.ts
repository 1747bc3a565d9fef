import type { HttpHandler } from 'msw'
import { developerErrors } from '#mocks/answer.ts'
import { presentPolicy } from '#mocks/api/openedx-v1/policy.ts'
import { INCORRECT } from '#mocks/api/openedx-v1/texts.ts'
import type { Resolvers } from '#mocks/asked.ts'
import { hasAuthorAccess, signedIn } from '#mocks/lms/access.ts'
import { accountByUsername } from '#mocks/lms/accounts.ts'
import { findCourse } from '#mocks/lms/courses.ts'
import { enrolmentOf } from '#mocks/lms/enrolments.ts'
import { learnerGrades } from '#mocks/lms/grades.ts'
import { isCourseKey } from '#mocks/lms/keys.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import { type Refusal, refusal } from '#mocks/lms/refusal.ts'
import type { School } from '#mocks/lms/store.ts'
import { serve } from '#mocks/serve.ts'
import type { World } from '#mocks/world.ts'
import * as wire from '#src/lms/openedx-v0/endpoints.ts'

const resolvers: Resolvers<typeof wire> = {
  // Signed in, key, course, right, learner, enrolment: an inactive row is enough, as in v1. The order is ours: neither
  // the document nor what is known of the server tells it.
  courseGrade: ({ school, caller, path, query }) => {
    const account = signedIn(caller)
    const course = courseOf(school, path.courseId)
    const username = query.username || account.username
    if (username !== account.username && !hasAuthorAccess(school, account, course)) {
      throw refusal(403, 'The user requested does not match the logged in user.', 'user_mismatch')
    }
    const learner = accountByUsername(school, username)
    if (!learner || !enrolmentOf(school, course, learner.id)) throw unknown()
    const { percent, letter } = learnerGrades(school, course, learner.id).course
    return [{ username, course_key: course.key, passed: letter !== null, percent, letter_grade: letter }]
  },

  // Who may not look is told the same as who names no course: 404.
  policy: ({ school, caller, path }) => {
    const account = signedIn(caller)
    const course = courseOf(school, path.courseId)
    if (!hasAuthorAccess(school, account, course)) throw unknown()
    return presentPolicy(course)
  },
}

function courseOf(school: School, key: string): Course {
  if (!isCourseKey(key)) throw refusal(404, 'The provided course key cannot be parsed.', 'invalid_course_key')
  const course = findCourse(school, key)
  if (!course) throw unknown()
  return course
}

function unknown(): Refusal {
  return refusal(404, 'The user, the course or both do not exist.', 'user_or_course_does_not_exist')
}

/** Grades API v0: one learner's course grade, and the policy. */
export function gradesV0Face(world: World): HttpHandler[] {
  return serve(world, wire, resolvers, { errors: developerErrors, anonymous: INCORRECT })
}
