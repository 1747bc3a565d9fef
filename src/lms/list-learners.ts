import { LmsError } from './errors.ts'
import type { GradebookQuery, Lms, SheetChunk } from './lms.ts'

/**
 * Lists the learners of a course with their grades.
 * @throws {LmsError} `unsupported` where the server gives one learner at a time only
 */
export function listLearners(
  lms: Pick<Lms, 'gradebook'>,
  query: GradebookQuery,
  signal?: AbortSignal,
): AsyncIterable<SheetChunk> {
  if (!lms.gradebook) throw new LmsError('unsupported', { endpoint: 'gradebook' })
  return lms.gradebook(query, signal)
}
