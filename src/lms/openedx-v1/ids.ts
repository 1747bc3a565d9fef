import type { CourseId } from '#src/domain/course.ts'
import { LmsError } from '#src/lms/errors.ts'

/** Organisation, number and run; what else a key may hold, the server judges. */
const COURSE_KEY = /^[^/+]+[/+][^/+]+[/+][^/?]+$/

/**
 * Refuses a course id that is no course key. The server has no address for such a course and would answer with a page
 * of HTML, as a release does that lacks the operation. Open edX, COURSE_ID_PATTERN.
 * @throws {LmsError} `not-found`, reason `no-course`
 */
export function requireCourseKey(courseId: CourseId): void {
  if (!COURSE_KEY.test(courseId)) throw new LmsError('not-found', { reason: 'no-course' })
}

/**
 * Refuses a cohort id that is no whole number: the server would break down over it. Grades API v1, gradebook.
 * @throws {LmsError} `not-found`, reason `no-cohort`
 */
export function requireCohortId(cohort: string): void {
  if (!/^\d+$/.test(cohort)) throw new LmsError('not-found', { reason: 'no-cohort' })
}

/** Tells whether the endpoint said that there is no such thing; a page of HTML would say that there is no such endpoint. */
export function isUnknown(error: unknown): boolean {
  return error instanceof LmsError && error.kind === 'not-found' && error.details.reason !== 'html'
}

/** Takes a course key apart: `course-v1:org+number+run`, or the old `org/number/run`. */
export function keyParts(id: CourseId): { org: string | null; number: string | null; run: string | null } {
  const [org = null, number = null, run = null] = id.replace(/^[^:]*:/, '').split(/[+/]/)
  return number === null ? { org: null, number, run } : { org, number, run }
}
