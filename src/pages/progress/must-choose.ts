import type { CourseId, LearnerId } from '#src/domain/course.ts'
import type { CourseHome } from '#src/domain/progress.ts'
import { lms } from '#src/lms/connect.ts'
import { LmsError } from '#src/lms/errors.ts'
import { q, queryClient } from '#src/lms/query.ts'

/** Tells whether the viewer has no standing of their own here, but may look at those of others. */
export function mustChoose(home: CourseHome | undefined, learnerId: LearnerId | null): boolean {
  return learnerId === null && home?.isStaff === true && !home.isEnrolled
}

/**
 * Tells whether the server has told no standing of the viewer's own, where it does not tell either who teaches there. Whoever
 * does may look at those of others.
 */
export function isUntold(courseId: CourseId, learnerId: LearnerId | null): boolean {
  const { queryKey } = q('progress', { courseId, learnerId })
  return learnerId === null && lms().courseHome === undefined && !queryClient.getQueryData(queryKey)
}

/**
 * Reads a standing, and what stands around it. Staff who are not enrolled have none of their own, which some releases
 * refuse to give and others make up: both are passed over. Rejects with `LmsError`.
 */
export async function readStanding(courseId: CourseId, learnerId: LearnerId | null): Promise<void> {
  const around = queryClient.prefetchQuery(q('courseHome', { courseId }))
  try {
    await queryClient.fetchQuery(q('progress', { courseId, learnerId }))
  } catch (error) {
    await around
    const home = queryClient.getQueryData(q('courseHome', { courseId }).queryKey)
    if (!(error instanceof LmsError)) throw error
    const isNobody = error.kind === 'not-found' || error.kind === 'unsupported'
    if (isNobody && isUntold(courseId, learnerId)) return
    if (error.kind !== 'forbidden' || !mustChoose(home, learnerId)) throw error
  }
  await around
}
