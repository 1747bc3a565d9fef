import type { Exception } from '#src/domain/course.ts'
import type { TotalColumn } from '#src/domain/total-rows.ts'

/** What a backend can do, where that is a matter of more or less. What it cannot do at all is a missing method of `Lms`. */
export interface Capabilities {
  /** Which gradebook filters the server itself can do; the others work on the sheet. */
  readonly serverFilters: ReadonlySet<ServerFilter>
  /** Most items that one `saveOverrides` may carry. */
  readonly batchSize: number
  /** Longest reason, in characters; 0 where none can be given. */
  readonly reasonLength: number
  /** Changes of a grade are kept, with who, when and why. */
  readonly keepsHistory: boolean
  /** Scores are set, not overridden: clearing one leaves none, and no original comes back. */
  readonly setsGrades: boolean
  /** What can be put in a score's place. */
  readonly exceptions: readonly Exception[]
  /** The course total follows from types and weights alone, so that it can be estimated here. */
  readonly estimatesTotals: boolean
  /** Whether rows have a cell for each assignment, or the total only. */
  readonly rows: 'assignments' | 'totals'
  /** How a course is graded is told by types and weights alone: neither cutoffs nor subsections, nor whether grades are frozen. */
  readonly tellsPolicyOnly?: true
  /** Days after a course's end on which grades freeze, where a site has that switched on; absent: they never do. */
  readonly freezeDays?: number
  /** Most usernames that `courseTotals` takes at once; 0: it takes none. */
  readonly usernamesAtOnce?: number
  /** What totals tell beyond who, where, percent and passing. */
  readonly totalColumns?: ReadonlySet<TotalColumn>
}

export type ServerFilter =
  | 'search'
  | 'username'
  | 'track'
  | 'cohort'
  | 'assignmentGrade'
  | 'courseGrade'
  | 'courseTeam'
