import type { CourseId } from '#src/domain/course.ts'
import { LmsError } from '#src/lms/errors.ts'
import { q, queryClient } from '#src/lms/query.ts'

/**
 * Fetches how a course is graded; where only that fails, the policy alone.
 * @returns null, or why nothing but the policy could be read
 * @throws {LmsError} where neither can be read
 */
export async function readGrading(courseId: CourseId): Promise<LmsError | null> {
  try {
    await queryClient.fetchQuery(q('gradingInfo', { courseId }))
    return null
  } catch (error) {
    if (!(error instanceof LmsError) || !mayComeOfThePolicy(error)) throw error
    try {
      await queryClient.fetchQuery(q('policy', { courseId }))
      return error
    } catch (second) {
      // Grading-info breaks down over a course that does not exist; the policy endpoint says that it does not.
      throw second instanceof LmsError && second.kind === 'not-found' ? second : error
    }
  }
}

/** A policy that lacks a value makes the server break down, or the answer not readable. */
function mayComeOfThePolicy({ kind, details }: LmsError): boolean {
  return kind === 'contract' || (kind === 'unavailable' && details.reason === 'server')
}
