import type { CourseId } from './course.ts'

/** Somebody's total in one course, as a view across courses has it. What the server does not tell is absent. */
export interface CourseTotal {
  readonly courseId: CourseId
  /** Null where the server tells the id only. */
  readonly courseName: string | null
  readonly username: string
  readonly email?: string
  /** Fraction, two decimals. */
  readonly percent: number | null
  /** The percentage is cut off to whole percent, not rounded: all that the server told here. */
  readonly isCutOff?: true
  /** Null while no cutoff is reached. */
  readonly letter?: string | null
  readonly passed?: boolean | null
  /** ISO 8601, or a local time without a zone where the server tells none. */
  readonly passedAt?: string | null
  /** ISO 8601 date. */
  readonly lastActivity?: string | null
}

/** What stands behind a total: a score, a place that nothing fills yet, or what a whole type comes to. */
export interface TotalLine {
  /** The assignment type. */
  readonly type: string
  readonly label: string
  /** In the server's own words: name, percentage and points. */
  readonly detail: string
  /** Fraction, unrounded for a whole type. */
  readonly percent: number
  /** Stands for its whole type. */
  readonly isWhole: boolean
  /** Why it does not count, in the server's words; null where it does. */
  readonly dropped: string | null
}
