import type { LearnerId, SubsectionId } from '#src/domain/course.ts'
import { call } from '#src/lms/http.ts'
import type { CourseParams } from '#src/lms/lms.ts'
import type { Session } from '#src/lms/session.ts'
import { progressOfLearner } from './endpoints-progress.ts'

/**
 * Reads when a learner's subsections are due, extensions included; those without a date are left out. Course home API
 * v1, progress: for staff only, and gone where the course shows no progress page.
 */
export async function readDueDates(
  session: Session,
  { courseId, learnerId }: CourseParams & { learnerId: LearnerId },
  signal?: AbortSignal,
): Promise<ReadonlyMap<SubsectionId, string>> {
  const progress = await call(progressOfLearner, { path: { courseId, learnerId }, signal }, session)
  const subsections = progress.section_scores.flatMap((section) => section.subsections)
  return new Map(subsections.flatMap(({ block_key: id, due }) => (due ? [[id, due] as const] : [])))
}
