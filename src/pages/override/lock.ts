import type { GradingInfo } from '#src/domain/course.ts'
import { LmsError } from '#src/lms/errors.ts'
import type { Lms } from '#src/lms/lms.ts'

/**
 * Gives why grades cannot be changed, as an error to be put in words; null where they can. What the server refuses
 * only when it is asked to save is not known here.
 * @param closed what the gradebook refused to the viewer
 */
export function lockOf(info: GradingInfo, lms: Lms, closed: LmsError | null): LmsError | null {
  if (closed) return closed
  if (info.frozen) return new LmsError('forbidden', { reason: 'frozen' })
  if (!lms.saveOverrides) return new LmsError('unsupported')
  return null
}
