import type { Explanation } from './explain-progress.ts'
import { roundHalfUp } from './rounding.ts'

/**
 * The sum as it is written, in points of 100, each with the same number of decimals:
 * `parts` + `unseen` + `rounding` + `gap` = `official`, to the last digit.
 */
export interface WrittenSum {
  /** What each type brings, in the explanation's order. */
  readonly parts: readonly number[]
  /** What the parts make together. */
  readonly together: number
  /** What scores bring that count and are not shown; null where there is nothing to say of them. */
  readonly unseen: number | null
  /** The course's own last rounding, and that of the numbers above. */
  readonly rounding: number
  /** What remains between that and the official total; null where nothing does. */
  readonly gap: number | null
  readonly official: number
}

/**
 * Writes the parts of a total so that they add up. Each part is rounded as it is shown, and the last rounding takes what
 * that leaves.
 * @param decimals of a point; 1 in a table, 2 where the arithmetic is told in full
 */
export function writtenSum(explanation: Explanation, decimals: 1 | 2): WrittenSum {
  const { types, gap, estimate, official } = explanation
  // Whole numbers of the last digit: only those add up exactly.
  const unit = 100 * 10 ** decimals
  const units = (fraction: number) => roundHalfUp(fraction * unit, 0)
  const parts = types.map(({ contribution }) => units(contribution))
  const together = parts.reduce((sum, part) => sum + part, 0)
  const end = units(official)
  // Where a part is not known, the sum of the others is not rounded by any rule: the gap takes that, too.
  const startOfGap = () => (gap?.because === 'unknown' ? units(estimate) : together)
  const unseen = gap?.unseen === undefined || gap.unseen === null ? null : units(gap.unseen)
  const rest = gap === null || unseen !== null ? null : end - startOfGap()
  const rounding = end - together - (unseen ?? 0) - (rest ?? 0)
  const points = (count: number) => count / 10 ** decimals
  return {
    parts: parts.map(points),
    together: points(together),
    unseen: unseen === null ? null : points(unseen),
    rounding: points(rounding),
    gap: rest === null || rest === 0 ? null : points(rest),
    official: points(end),
  }
}
