import type { CourseId, LearnerId } from '#src/domain/course.ts'
import type { CourseHome } from '#src/domain/progress.ts'
import { LmsError } from '#src/lms/errors.ts'
import { q, queryClient } from '#src/lms/query.ts'

/** Tells whether the viewer has no standing of their own here, but may look at those of others. */
export function mustChoose(home: CourseHome | undefined, learnerId: LearnerId | null): boolean {
  return learnerId === null && home?.isStaff === true && !home.isEnrolled
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
    const isRefused = error instanceof LmsError && error.kind === 'forbidden'
    if (!isRefused || !mustChoose(home, learnerId)) throw error
  }
  await around
}
