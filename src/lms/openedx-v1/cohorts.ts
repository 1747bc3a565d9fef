import type { CourseId } from '#src/domain/course.ts'
import { call } from '#src/lms/http.ts'
import type { Cohort, CourseParams } from '#src/lms/lms.ts'
import type { Session } from '#src/lms/session.ts'
import { cohorts } from './endpoints-people.ts'
import { isUnknown } from './ids.ts'

/** The most that the server gives at once. */
const COHORTS_PER_PAGE = 100

/** All cohorts of a course, by name. Cohorts API v1. */
export async function readCohorts(
  session: Session,
  { courseId }: CourseParams,
  signal?: AbortSignal,
): Promise<Cohort[]> {
  const all = new Map<string, Cohort>()
  for (let page = 1; ; page += 1) {
    const some = await readCohortPage(session, courseId, page, signal)
    const known = all.size
    for (const { id, name, user_count } of some)
      all.set(String(id), { id: String(id), name, size: user_count })
    // The list carries no counts: only a page that is not full tells that it was the last. A release that does not
    // know pages would give the same list for ever.
    if (some.length !== COHORTS_PER_PAGE || all.size === known) return [...all.values()]
  }
}

async function readCohortPage(session: Session, courseId: CourseId, page: number, signal?: AbortSignal) {
  try {
    const query = { page, page_size: COHORTS_PER_PAGE }
    return await call(cohorts, { path: { courseId }, query, signal }, session)
  } catch (error) {
    // The page behind a last one that happens to be full.
    if (page > 1 && isUnknown(error)) return []
    throw error
  }
}
