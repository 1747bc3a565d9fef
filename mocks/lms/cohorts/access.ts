import { hasAuthorAccess, signedIn } from '#mocks/lms/access.ts'
import { findCohort } from './cohorts.ts'
import { findCourse } from '#mocks/lms/courses.ts'
import { isCourseKey } from '#mocks/lms/keys.ts'
import type { Cohort, Course } from '#mocks/lms/course-model.ts'
import type { Caller } from '#mocks/lms/model.ts'
import { crash, refusal } from '#mocks/lms/refusal.ts'
import type { School } from '#mocks/lms/store.ts'

/**
 * Checks who may see and change the cohorts of a course: its team, and staff of the site. Cohorts API v1, before
 * anything else.
 * @returns the course; undefined where staff of the site ask for one that does not exist
 * @throws {Refusal} 401, a crash for a key that cannot be parsed, 403
 */
export function requireCohortRights(school: School, caller: Caller, key: string): Course | undefined {
  const account = signedIn(caller, 'Authentication credentials were not provided.')
  if (!isCourseKey(key)) throw crash(`${key} is no course key`)
  const course = findCourse(school, key)
  if (!account.globalStaff && !(course && hasAuthorAccess(school, account, course))) {
    throw refusal(403, 'You do not have permission to perform this action.')
  }
  return course
}

/**
 * Gives the course whose cohorts are to be seen or changed.
 * @throws {Refusal} as `requireCohortRights`, then 404 for an unknown course
 */
export function openCohorts(school: School, caller: Caller, key: string): Course {
  const course = requireCohortRights(school, caller, key)
  if (!course) throw refusal(404, 'Not found.')
  return course
}

/**
 * Gives a cohort by its id as it stands in the path.
 * @throws {Refusal} 404 in the words of the server's database
 */
export function knownCohort(school: School, course: Course, id: string): Cohort {
  const cohort = findCohort(school, course, Number(id))
  if (!cohort) throw refusal(404, 'CourseUserGroup matching query does not exist.')
  return cohort
}

/**
 * Gives the cohort whose members are to be seen or changed.
 * @throws {Refusal} 404 cohort-not-found
 */
export function cohortWithUsers(school: School, course: Course, id: string): Cohort {
  const cohort = findCohort(school, course, Number(id))
  if (!cohort) throw refusal(404, `Cohort (ID ${id}) not found for ${course.key}`, 'cohort-not-found')
  return cohort
}
