import { findCourse, rolesOf } from './courses.ts'
import { isCourseKey } from './keys.ts'
import type { Course } from './course-model.ts'
import type { Account, Caller, RoleName } from './model.ts'
import { type Refusal, refusal } from './refusal.ts'
import type { School } from './store.ts'

const AUTHORS: ReadonlySet<RoleName> = new Set(['instructor', 'staff', 'limited_staff'])
const FREEZE_AFTER = 30 * 24 * 3600 * 1000

/**
 * Gives the caller, once it is known that there is one.
 * @throws {Refusal} 401; two endpoint families use different words for it
 */
export function signedIn(caller: Caller, words = 'Incorrect authentication credentials.'): Account {
  if (!caller) throw refusal(401, words)
  return caller
}

/**
 * Gives the course of a key as it came.
 * Grades API v1: key first, then existence.
 * @throws {Refusal} 404 invalid_course_key, 404 course_does_not_exist
 */
export function knownCourse(school: School, key: string): Course {
  if (!isCourseKey(key)) throw refusal(404, 'The provided course key cannot be parsed.', 'invalid_course_key')
  const course = findCourse(school, key)
  if (!course) throw refusal(404, `Requested grade for unknown course ${key}`, 'course_does_not_exist')
  return course
}

/** True for site staff and for the roles instructor, staff and limited staff in the course or its organisation. */
export function hasAuthorAccess(school: School, account: Account, course: Course): boolean {
  if (account.globalStaff) return true
  return rolesOf(school, account).some(
    ({ org, courseKey, role }) =>
      AUTHORS.has(role) && (courseKey === course.key || (courseKey === null && org === course.org)),
  )
}

/** Gives the refusal for those without author access: 403 user_permissions. */
export function refuseAuthor(): Refusal {
  const words = 'The requesting user does not have course author permissions.'
  return refusal(403, words, 'user_permissions')
}

/**
 * Checks author access.
 * @throws {Refusal} 403 user_permissions
 */
export function requireAuthor(school: School, account: Account, course: Course): void {
  if (!hasAuthorAccess(school, account, course)) throw refuseAuthor()
}

/** True where grades froze: the flag is on, the course has an end, and 30 days have passed since. */
export function isFrozen(school: School, course: Course): boolean {
  return course.flags.freezeAfterEnd && course.end !== null && course.end + FREEZE_AFTER < school.now
}

/**
 * Opens the gradebook for reading. Grades API v1, gradebook: signed in, key, course, flag, author access, in this
 * order; the flag is checked before the right.
 * @throws {Refusal} 401, 404 invalid_course_key, 404 course_does_not_exist, 403 feature_not_enabled,
 *   403 user_permissions
 */
export function openGradebook(school: School, caller: Caller, key: string): Course {
  const account = signedIn(caller)
  const course = knownCourse(school, key)
  if (!course.flags.writableGradebook) {
    throw refusal(
      403,
      'The writable gradebook feature is not enabled for this course.',
      'feature_not_enabled',
    )
  }
  requireAuthor(school, account, course)
  return course
}

/**
 * Opens the gradebook for writing: as for reading, then grades must not be frozen.
 * @throws {Refusal} as `openGradebook`, then 403 grades_frozen
 */
export function openGradebookToWrite(school: School, caller: Caller, key: string): Course {
  const course = openGradebook(school, caller, key)
  if (isFrozen(school, course)) throw refusal(403, 'Grades are frozen for this course.', 'grades_frozen')
  return course
}
