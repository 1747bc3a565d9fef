import { hasAuthorAccess } from './access.ts'
import { isBetaTester } from './availability.ts'
import { enrolmentOf, isEnrolled } from './enrolments.ts'
import type { Course } from './course-model.ts'
import type { Account, Caller, Instant } from './model.ts'
import { accessEnd } from '#mocks/lms/learner/standing.ts'
import type { School } from './store.ts'

/** Why somebody may not enter a course, as the server says it. */
export interface AccessError {
  readonly code: 'course_not_started' | 'audit_expired' | 'authentication_required' | 'enrollment_required'
  readonly developerMessage: string
  readonly userMessage: string
  readonly additionalUserMessage: string | null
}

/** True for who finds a course in the catalogue and may read about it. */
export function seesCourse(school: School, caller: Caller, course: Course): boolean {
  return course.listed !== false || (caller !== null && hasAuthorAccess(school, caller, course))
}

/** Tells why somebody may not load a course: it has not begun, or their access is over; null where they may. */
export function loadError(school: School, course: Course, caller: Caller): AccessError | null {
  if (caller && hasAuthorAccess(school, caller, course)) return null
  const { start } = course
  if (start !== null && start > school.now && !(caller && isBetaTester(school, course, caller.id))) {
    const words = `Course does not start until ${day(start)}`
    return {
      code: 'course_not_started',
      developerMessage: words,
      userMessage: words,
      additionalUserMessage: null,
    }
  }
  return caller && expiryError(school, course, caller)
}

/** Tells why somebody may not enter a course: as `loadError`, or they are nobody, or not enrolled; null where they may. */
export function accessError(school: School, course: Course, caller: Caller): AccessError | null {
  const refused = loadError(school, course, caller)
  if (refused) return refused
  if (!caller) {
    return {
      code: 'authentication_required',
      developerMessage: 'User must be authenticated to view the course',
      userMessage: 'You must be logged in to see this course',
      additionalUserMessage: null,
    }
  }
  if (isEnrolled(school, course, caller.id) || hasAuthorAccess(school, caller, course)) return null
  return {
    code: 'enrollment_required',
    developerMessage: 'User must be enrolled to view the course',
    userMessage: 'You must be enrolled in the course to see course content.',
    additionalUserMessage: null,
  }
}

function expiryError(school: School, course: Course, caller: Account): AccessError | null {
  const end = accessEnd(school, course, enrolmentOf(school, course, caller.id) ?? null)
  if (!end?.isOver) return null
  return {
    code: 'audit_expired',
    developerMessage: `User ${caller.username} had access to ${course.key} until ${day(end.at)}`,
    userMessage: `Access expired on ${day(end.at)}`,
    additionalUserMessage: `Access to ${course.name} expired on ${day(end.at)}`,
  }
}

/** Writes a day as the server does for people: `Nov 20, 2026`. */
export function day(instant: Instant): string {
  const [, date = '', month = '', year = ''] = new Date(instant).toUTCString().split(' ')
  return `${month} ${date}, ${year}`
}
