import type { CourseId } from '#src/domain/course.ts'
import { LmsError } from '#src/lms/errors.ts'
import { call } from '#src/lms/http.ts'
import type { CourseFacts, CourseParams } from '#src/lms/lms.ts'
import type { Session } from '#src/lms/session.ts'
import { enrollmentCourse } from './endpoints-people.ts'
import { keyParts, requireCourseKey } from './ids.ts'

/** Name, dates and tracks of one course. Enrollment API v1, course; where that fails, Course home API v1, metadata. */
export async function readCourse(
  session: Session,
  { courseId }: CourseParams,
  signal?: AbortSignal,
): Promise<CourseFacts> {
  requireCourseKey(courseId)
  try {
    const query = { include_expired: true }
    const course = await call(enrollmentCourse, { path: { courseId }, query, signal }, session)
    return {
      id: courseId,
      name: course.course_name,
      ...keyParts(courseId),
      start: course.course_start ?? null,
      end: course.course_end ?? null,
      tracks: course.course_modes.map(({ slug, name }) => ({ slug, name })),
    }
  } catch (error) {
    // Who has waited once does not wait as long again for a name.
    if (!(error instanceof LmsError) || error.details.reason === 'timeout') throw error
    return readTitle(session, courseId, signal).catch(() => {
      signal?.throwIfAborted()
      throw error
    })
  }
}

async function readTitle(session: Session, courseId: CourseId, signal?: AbortSignal): Promise<CourseFacts> {
  const { courseMetadata } = await import('./endpoints-courses.ts')
  const course = await call(courseMetadata, { path: { courseId }, signal }, session)
  return {
    id: courseId,
    name: course.title,
    ...keyParts(courseId),
    start: course.start ?? null,
    end: null,
    tracks: (course.course_modes ?? []).map(({ slug, name }) => ({ slug, name })),
  }
}
