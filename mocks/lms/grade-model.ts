import type { Problem, Subsection } from './course-model.ts'
import type { Instant, UserId } from './model.ts'
import type { OverrideSystem } from './write-model.ts'

/** Points of a subsection: of all its problems, and of those that are graded. */
export interface Totals {
  readonly earnedAll: number
  readonly possibleAll: number
  readonly earnedGraded: number
  readonly possibleGraded: number
}

/** A null falls back to the original value, field by field. */
export type OverrideTotals = { readonly [Field in keyof Totals]: number | null }

export interface Override extends OverrideTotals {
  readonly id: number
  readonly created: Instant
  readonly reason: string | null
  readonly system: OverrideSystem | null
}

export interface OverrideHistoryEntry extends OverrideTotals {
  readonly historyId: number
  readonly overrideId: number
  readonly gradeId: number
  /** When the override was first created: alike in all its entries. */
  readonly created: Instant
  readonly at: Instant
  readonly change: '+' | '~' | '-'
  /** Null where a system did it. */
  readonly userId: UserId | null
  readonly reason: string | null
  readonly system: OverrideSystem | null
}

/** Everything kept about overriding one learner's grade in one subsection. */
export interface OverrideRecord {
  readonly gradeId: number
  /** Null once it was removed; the history stays. */
  readonly override: Override | null
  /** Oldest first. */
  readonly history: readonly OverrideHistoryEntry[]
}

/** One problem of one learner, weight applied. */
export interface ProblemScore {
  readonly problem: Problem
  readonly attempted: boolean
  readonly earned: number
  readonly possible: number
}

export interface SubsectionGrade {
  readonly subsection: Subsection
  /** False where this learner cannot see it: it counts for nothing then, and cannot be overridden. */
  readonly available: boolean
  /** True once a problem was attempted or an override exists. */
  readonly stored: boolean
  /** True once a graded problem was attempted or an override exists. */
  readonly attempted: boolean
  readonly original: Totals
  /** The original with the override laid over it. */
  readonly effective: Totals
  readonly override: Override | null
  /** Effective graded points as a fraction, four decimals; may exceed 1. */
  readonly percent: number
}

export interface CourseGrade {
  /** Fraction, two decimals. */
  readonly percent: number
  readonly letter: string | null
  /** Null where the policy has no cutoff above zero. */
  readonly passed: boolean | null
  /** False for a learner without any stored subsection grade. */
  readonly stored: boolean
}
