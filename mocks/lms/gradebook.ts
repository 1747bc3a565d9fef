import type { Account, Course, Enrolment, Subsection, UsageKey } from './model.ts'
import type { Cursor } from './paging.ts'
import type { School } from './store.ts'

/** One learner in the gradebook. */
export interface GradebookRow {
  readonly account: Account
  readonly enrolment: Enrolment
  /** Course grade, a fraction with two decimals; 0 where nothing is stored. */
  readonly percent: number
  /** One for each graded subsection, in course order, the same order for all learners. */
  readonly cells: readonly GradebookCell[]
}

export interface GradebookCell {
  readonly subsection: Subsection
  /** `HW 01`; null where the subsection's type is not in the policy. */
  readonly label: string | null
  readonly attempted: boolean
  /** Graded points after override; both are 0 while not attempted. */
  readonly earned: number
  readonly possible: number
  /** Fraction, four decimals. */
  readonly percent: number
}

/** What the gradebook filters by; all that is given must hold. */
export interface GradebookFilters {
  /** Part of the username, whatever the case. */
  readonly usernameContains?: string
  /** Part of username, e-mail or external key, whatever the case. */
  readonly userContains?: string
  readonly cohortId?: number
  /** A mode's slug, exact. */
  readonly mode?: string
  /** Ends included, in percent 0..100; a missing end is 0 or 100. Without either end it has no effect. */
  readonly assignment?: { readonly usageKey: UsageKey; readonly min?: number; readonly max?: number }
  readonly courseGrade?: { readonly min?: number; readonly max?: number }
  /** Role names in this course; `all` stands for any role. */
  readonly excludedRoles?: readonly string[]
}

export interface GradebookPage {
  readonly rows: readonly GradebookRow[]
  readonly next: Cursor | null
  readonly previous: Cursor | null
  /** Active enrolments in the course. */
  readonly totalUsers: number
  /** Those that the filters leave. */
  readonly filteredUsers: number
}
