import type { HttpHandler } from 'msw'
import { Reply, detailErrors, developerErrors, json } from '#mocks/answer.ts'
import { courseDetails } from '#mocks/api/openedx-v1/course-details.ts'
import { NOT_PROVIDED } from '#mocks/api/openedx-v1/texts.ts'
import type { Asked, Resolvers } from '#mocks/asked.ts'
import { signedIn } from '#mocks/lms/access.ts'
import { accountByUsername } from '#mocks/lms/accounts.ts'
import { enrolmentsOf, findCourse, rolesOf } from '#mocks/lms/courses.ts'
import { seesEnrolments } from '#mocks/lms/enrolment-access.ts'
import { enrolmentOf } from '#mocks/lms/enrolments.ts'
import { isCourseKey } from '#mocks/lms/keys.ts'
import { crash } from '#mocks/lms/refusal.ts'
import { serve } from '#mocks/serve.ts'
import type { World } from '#mocks/world.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import { enrollmentCourse, ownEnrollments, roles } from '#src/lms/openedx-v1/endpoints-people.ts'
import * as others from './endpoints.ts'
import { enroll, unenroll } from './enrol.ts'
import { listEnrollments } from './list.ts'
import { presentEnrollment } from './present.ts'

const { enrollments, enrollmentOfUser, ...mine } = others
// With a username comes first: the pattern of a course key takes that in too.
const wire = { enrollmentCourse, ownEnrollments, roles, enrollmentOfUser, ...mine }

const resolvers: Resolvers<typeof wire> = {
  enroll,
  unenroll,

  enrollmentCourse: ({ school, path, query }) => {
    const course = findCourse(school, path.courseId)
    if (!course) return json({ message: `No course found for course ID '${path.courseId}'` }, 400)
    return courseDetails(school, course, Boolean(query.include_expired))
  },

  ownEnrollments: ({ school, caller, query }) => {
    const account = signedIn(caller, NOT_PROVIDED)
    const username = query.user ?? account.username
    const person = accountByUsername(school, username)
    if (!person) return []
    return enrolmentsOf(school, person)
      .filter(({ active }) => active)
      .filter(({ courseKey }) => person.id === account.id || seesEnrolments(school, account, courseKey))
      .sort((one, other) => one.created - other.created)
      .flatMap((enrolment) => {
        const course = findCourse(school, enrolment.courseKey)
        return course ? presentEnrollment(school, course, enrolment) : []
      })
  },

  enrollmentOfUser: (asked) => single(asked, asked.path.username),
  enrollmentInCourse: (asked) => single(asked),

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
}

/** Others' enrolments do not exist for whoever is no staff of the site: the answer is the same, and empty. */
function single(
  { school, caller, path }: Pick<Asked<typeof mine.enrollmentInCourse>, 'school' | 'caller' | 'path'>,
  username?: string,
): Reply<WireOf<typeof mine.enrollmentInCourse>> | Response {
  const account = signedIn(caller, NOT_PROVIDED)
  if (username !== undefined && username !== account.username && !account.globalStaff) {
    return json(undefined, 404)
  }
  if (!isCourseKey(path.courseId)) throw crash(`${path.courseId} is no course key`)
  const course = findCourse(school, path.courseId)
  const person = username === undefined ? account : accountByUsername(school, username)
  const enrolment = course && person && enrolmentOf(school, course, person.id)
  return new Reply(enrolment && presentEnrollment(school, course, enrolment))
}

/**
 * Enrollment API v1: courses, roles, enrolments of one person, enrolling and leaving; and, with errors of another kind,
 * the list of all enrolments.
 */
export function enrollmentFace(world: World): HttpHandler[] {
  return [
    ...serve(world, wire, resolvers, { errors: detailErrors }),
    ...serve(world, { enrollments }, { enrollments: listEnrollments }, { errors: developerErrors }),
  ]
}
