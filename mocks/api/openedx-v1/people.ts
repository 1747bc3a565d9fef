import type { HttpHandler } from 'msw'
import { detailErrors, developerErrors, json } from '#mocks/answer.ts'
import { time } from '#mocks/api/time.ts'
import type { Resolvers } from '#mocks/asked.ts'
import { hasAuthorAccess, signedIn } from '#mocks/lms/access.ts'
import { cohortsOf } from '#mocks/lms/cohorts.ts'
import { enrolmentsOf, findCourse, rolesOf } from '#mocks/lms/courses.ts'
import { refusal } from '#mocks/lms/refusal.ts'
import { serve } from '#mocks/serve.ts'
import type { World } from '#mocks/world.ts'
import * as wire from '#src/lms/openedx-v1/endpoints-people.ts'
import { courseDetails } from './course-details.ts'
import { NOT_PROVIDED, NO_PERMISSION } from './texts.ts'
import { numbered } from './numbered-pages.ts'

const { cohorts, ...plain } = wire

const people: Resolvers<typeof plain> = {
  enrollmentCourse: ({ school, path, query }) => {
    const course = findCourse(school, path.courseId)
    if (!course) return json({ message: `No course found for course ID '${path.courseId}'` }, 400)
    return courseDetails(school, course, Boolean(query.include_expired))
  },

  ownEnrollments: ({ school, caller }) => {
    const account = signedIn(caller, NOT_PROVIDED)
    return enrolmentsOf(school, account)
      .filter(({ active }) => active)
      .flatMap((enrolment) => {
        const course = findCourse(school, enrolment.courseKey)
        if (!course) return []
        return {
          user: account.username,
          mode: enrolment.mode,
          is_active: enrolment.active,
          created: time(enrolment.created),
          course_details: courseDetails(school, course),
        }
      })
  },

  roles: ({ school, caller, query }) => {
    const account = signedIn(caller, NOT_PROVIDED)
    return {
      roles: rolesOf(school, account)
        .filter(({ courseKey }) => !query.course_id || courseKey === query.course_id)
        // A role in a whole organisation has an empty course id.
        .map(({ org, courseKey, role }) => ({ org, course_id: courseKey ?? '', role })),
      is_staff: account.globalStaff,
    }
  },

  me: ({ caller }) => ({ username: signedIn(caller, NOT_PROVIDED).username }),
}

const cohortList: Resolvers<{ cohorts: typeof cohorts }> = {
  cohorts: ({ school, caller, path, query, url }) => {
    const account = signedIn(caller, NOT_PROVIDED)
    const course = findCourse(school, path.courseId)
    if (!account.globalStaff && !(course && hasAuthorAccess(school, account, course))) {
      throw refusal(403, NO_PERMISSION)
    }
    if (!course) throw refusal(404, 'Not found.')
    const all = cohortsOf(school, course)
    if (query.ordering === 'desc') all.reverse()
    else if (query.ordering && query.ordering !== 'asc') {
      throw refusal(400, 'Invalid ordering value. Use asc or desc.', 'invalid-ordering-value')
    }
    // A bare array: where it was cut shows nowhere.
    return numbered(all, url).items.map(({ id, name, userCount, assignmentType }) => ({
      name,
      id,
      user_count: userCount,
      assignment_type: assignmentType,
      user_partition_id: null,
      group_id: null,
    }))
  },
}

/** Enrollment API v1 (course, own enrolments, roles), User API v1 (me) and Cohorts API v1 (list). */
export function peopleFace(world: World): HttpHandler[] {
  return [
    ...serve(world, plain, people, { errors: detailErrors }),
    ...serve(world, { cohorts }, cohortList, { errors: developerErrors, anonymous: NOT_PROVIDED }),
  ]
}
