import type { LearnerId } from '#src/domain/course.ts'
import type { CourseHome } from '#src/domain/progress.ts'
import { LmsError } from '#src/lms/errors.ts'
import type { CourseFacts } from '#src/lms/lms.ts'

/** Why there is no progress page, in the words of the one who would read it. */
export type ProgressRefusal =
  | 'not-enrolled'
  | 'not-begun'
  | 'access-over'
  | 'kept-out'
  | 'switched-off'
  | 'no-course'
  | 'not-yours'
  | 'no-learner'

/** What was read beside the page: as far as that was possible. */
interface Around {
  /** Null: one's own page. */
  readonly learnerId: LearnerId | null
  readonly home: CourseHome | undefined
  readonly course: CourseFacts | undefined
  readonly now: Date
}

/**
 * Tells why a server refused a progress page; null where the usual words fit (nobody signed in, a server that fails).
 * Servers say 404 of many things: of a course or learner that they do not know, of a page that is switched off, and of what
 * is not for this viewer.
 */
export function progressRefusal(
  error: unknown,
  { learnerId, home, course, now }: Around,
): ProgressRefusal | null {
  if (!(error instanceof LmsError)) return null
  const { kind, details } = error
  if (kind === 'forbidden') {
    if (details.reason === 'not-enrolled') return 'not-enrolled'
    if (course?.start && new Date(course.start) > now) return 'not-begun'
    // Some servers say so of another's, and nothing of who teaches; the course itself is open.
    if (learnerId !== null && course && !home) return 'not-yours'
    return home?.closed?.code === 'audit_expired' ? 'access-over' : 'kept-out'
  }
  // A page of HTML tells that the server lacks the operation.
  if (kind !== 'not-found' || details.reason === 'html') return null
  if (details.reason === 'no-course' || !(course ?? home)) return 'no-course'
  if (learnerId !== null) return home?.isStaff === false ? 'not-yours' : 'no-learner'
  return 'switched-off'
}
