import type { GradingInfo, SubsectionId } from '#src/domain/course.ts'
import { letterFor } from '#src/domain/cutoffs.ts'
import { type Estimate, estimate } from '#src/domain/estimate.ts'
import { gradeCourse } from '#src/domain/grading.ts'
import type { SheetRow } from './use-row.ts'

/** A course grade as it is shown. */
export interface ShownTotal {
  /** Fraction, two decimals. */
  readonly percent: number
  /** Null below all cutoffs. */
  readonly letter: string | null
}

/** Gives the total that the server tells; null where it tells none. */
export function officialTotal(info: GradingInfo, { total }: Pick<SheetRow, 'total'>): ShownTotal | null {
  return total === null ? null : { percent: total, letter: letterFor(info.cutoffs, total) }
}

/**
 * Gives what a new score would do to the total, by the course's policy.
 * @param percent the new score as a fraction 0..
 * @returns null while the learner's row has not arrived
 */
export function effectOnTotal(
  info: GradingInfo,
  { learner, works, total }: Pick<SheetRow, 'learner' | 'works' | 'total'>,
  trial: { readonly subsectionId: SubsectionId; readonly percent: number },
): Estimate | null {
  if (!learner) return null
  return estimate(info, gradeCourse(info, works), [trial], total)
}
