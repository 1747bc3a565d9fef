import type { CourseHome } from '#src/domain/progress.ts'
import { call } from '#src/lms/http.ts'
import type { CourseParams } from '#src/lms/lms.ts'
import type { Session } from '#src/lms/session.ts'
import { webLink } from '#src/lms/web-link.ts'
import { courseMetadata } from './endpoints-courses.ts'
import { requireCourseKey } from './ids.ts'

/** Reads the viewer's standing in a course, and its tabs. Course home API v1, course_metadata. */
export async function readCourseHome(
  session: Session,
  { courseId }: CourseParams,
  signal?: AbortSignal,
): Promise<CourseHome> {
  requireCourseKey(courseId)
  const home = await call(courseMetadata, { path: { courseId }, signal }, session)
  const { course_access: access } = home
  return {
    isStaff: home.is_staff,
    isEnrolled: home.is_enrolled,
    isMasquerading: (home.original_user_is_staff ?? home.is_staff) && !home.is_staff,
    closed:
      access && !access.has_access
        ? { code: access.error_code ?? null, message: access.user_message ?? null }
        : null,
    tabs: (home.tabs ?? []).flatMap(({ tab_id: id, title: name, url: address }) => {
      const url = webLink(address, session.baseUrl)
      return url ? [{ id, name, url }] : []
    }),
    timeZone: home.user_timezone ?? null,
  }
}
