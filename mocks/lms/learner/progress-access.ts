import { hasAuthorAccess, signedIn } from '#mocks/lms/access.ts'
import { accountById } from '#mocks/lms/accounts.ts'
import { loadError } from '#mocks/lms/course-access.ts'
import { findCourse } from '#mocks/lms/courses.ts'
import { isEnrolled } from '#mocks/lms/enrolments.ts'
import { seenAs } from './masquerade.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import type { Account, Caller } from '#mocks/lms/model.ts'
import { refusal } from '#mocks/lms/refusal.ts'
import type { School } from '#mocks/lms/store.ts'

/** Who asks for whose progress in which course. */
export interface ProgressRequest {
  readonly course: Course
  readonly learner: Account
  /** Through whose eyes: under a learner's mask, the learner's. */
  readonly reader: Account
  /** Somebody else than the learner asks. */
  readonly masked: boolean
}

/**
 * Checks who may read a progress page. Course home API, progress: signed in, course, right, whether the course
 * lets the reader in, enrolment, in this order. Staff may read everybody's, enrolled or not; learners their own.
 * Staff under a learner's mask get that learner's page as their own.
 * @param student a user id as it came; absent for one's own page
 * @throws {Refusal} 401 for nobody, and for one who is not enrolled (`User not enrolled.`); 403 before the
 *   course begins and once access is over; 404 for all else
 */
export function openProgress(
  school: School,
  caller: Caller,
  courseKey: string,
  student?: string,
): ProgressRequest {
  const asker = signedIn(caller, 'Authentication credentials were not provided.')
  const course = findCourse(school, courseKey)
  if (!course?.flags.progressPage) throw notFound()
  const staff = hasAuthorAccess(school, asker, course)
  const own = student === undefined
  const learner = own ? seenAs(school, course, asker) : studentOf(school, student)
  if (!learner || (!own && learner.id !== asker.id && !staff)) throw notFound()
  const refused = loadError(school, course, asker)
  if (refused) throw refusal(403, refused.userMessage)
  if (!staff && !isEnrolled(school, course, learner.id)) throw refusal(401, 'User not enrolled.')
  return { course, learner, reader: own ? learner : asker, masked: learner.id !== asker.id }
}

function studentOf(school: School, student: string): Account | undefined {
  return /^\d+$/.test(student) ? accountById(school, Number(student)) : undefined
}

function notFound(): Error {
  return refusal(404, 'Not found.')
}
