import type { SubsectionId } from './course.ts'
import { type CourseGrade, type GradingPolicy, type TypeGrade, regrade } from './grading.ts'

/** What changes would do to a course grade: "72 % C -> 75 % B, estimated from 15 % Homework, lowest 2 dropped". */
export interface Estimate {
  readonly before: CourseGrade
  readonly after: CourseGrade
  /** The rows of the policy that the changed subsections belong to, as they would be; empty: nothing counts. */
  readonly from: readonly TypeGrade[]
  /**
   * Official total minus `before.percent`, a fraction with two decimals: work that is not shown here, or a policy
   * changed since. Null where the official total is not known.
   */
  readonly gap: number | null
}

/** A score to try: fraction 0.., null for not attempted. */
export interface Trial {
  readonly subsectionId: SubsectionId
  readonly percent: number | null
}

/**
 * Gives what the trials would do to a learner's course grade. Cheap enough for each keystroke: grade the course once,
 * then only the types concerned are computed anew.
 * @param official the server's own total as a fraction; null or NaN where there is none
 */
export function estimate(
  policy: GradingPolicy,
  before: CourseGrade,
  trials: readonly Trial[],
  official: number | null = null,
): Estimate {
  let after = before
  for (const { subsectionId, percent } of trials) after = regrade(policy, after, subsectionId, percent)
  const from = after.types.filter((_, index) => after.types[index] !== before.types[index])
  const known = official !== null && Number.isFinite(official)
  return { before, after, from, gap: known ? Math.round((official - before.percent) * 100) / 100 || 0 : null }
}
