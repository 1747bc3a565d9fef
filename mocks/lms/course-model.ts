import type { CourseKey, Instant, UsageKey, UserId } from './model.ts'

export interface CourseMode {
  readonly slug: string
  readonly name: string
  /** In whole units of `currency`. */
  readonly minPrice: number
  readonly currency: string
  /** When one can no longer enrol in it; null for never. */
  readonly expires: Instant | null
  /** Somebody set that moment by hand. */
  readonly expiryIsExplicit?: boolean
  readonly description?: string | null
  /** Under which number the shop sells it, one by one and in bulk. */
  readonly sku?: string | null
  readonly bulkSku?: string | null
}

export interface Cohort {
  readonly id: number
  readonly name: string
  /** `manual` or `random`: the server stores whatever else it is given, too. */
  readonly assignmentType: string
  /** The content group whose material its members get, where staff tied one to it. */
  readonly contentGroup?: { readonly partitionId: number; readonly groupId: number } | null
}

/** When a learner may see whether an answer was right, and with it the score. */
export type ShowCorrectness = 'always' | 'past_due' | 'never' | 'never_but_include_grade'

export interface Problem {
  readonly key: UsageKey
  readonly name: string
  readonly graded: boolean
  /** Points that the problem is worth; null: as many as `rawPossible`. Zero counts as set. */
  readonly weight: number | null
  readonly rawPossible: number
  /** Drawn from a library; absent for a problem of the course's own. */
  readonly fromLibrary?: true
  /** Scored by a tool outside the platform, through LTI; absent for the platform's own problems. */
  readonly byTool?: true
}

export interface Subsection {
  readonly key: UsageKey
  readonly name: string
  readonly graded: boolean
  /** The name of its assignment type, which the policy may or may not know. */
  readonly format: string | null
  /** When learners first see it; null: with its chapter. */
  readonly start: Instant | null
  readonly due: Instant | null
  readonly staffOnly: boolean
  readonly hiddenFromOutline: boolean
  readonly showCorrectness: ShowCorrectness
  /** The content closes once it is due; scores stay. */
  readonly hideAfterDue: boolean
  /** Ids of the cohorts that get it; null: everybody. */
  readonly onlyCohorts: readonly number[] | null
  readonly problems: readonly Problem[]
}

/** A subsection with its place in the course and the label that the gradebook gives it. */
export interface PlacedSubsection {
  readonly chapter: Chapter
  readonly subsection: Subsection
  /** `HW 01`: short label and running number in its type; null where ungraded or the type is not in the policy. */
  readonly label: string | null
  /** Staff-only, itself or with its chapter. */
  readonly staffOnly: boolean
  /** Left out of the outline, itself or with its chapter; staff-only content too. */
  readonly hidden: boolean
  /** When learners first see it: the later of its own start and its chapter's; null for always. */
  readonly released: Instant | null
}

export interface Chapter {
  readonly key: UsageKey
  readonly name: string
  readonly start: Instant | null
  readonly staffOnly: boolean
  readonly hiddenFromOutline: boolean
  readonly subsections: readonly Subsection[]
}

/** One assignment type as the policy stores it: nothing was checked, and any key may be missing (null). */
export interface AssignmentRule {
  readonly type: string | null
  readonly shortLabel: string | null
  /** Assignments expected; may be text such as "12". */
  readonly minCount: number | string | null
  readonly dropCount: number | null
  /** Fraction of the course grade. */
  readonly weight: number | null
  readonly showOnlyAverage?: boolean
  readonly hideAverage?: boolean
}

export interface Cutoff {
  /** A letter, or "Pass". */
  readonly letter: string
  /** The least course grade that earns it, a fraction. */
  readonly from: number
}

export interface GradingPolicy {
  readonly rules: readonly AssignmentRule[]
  /** In stored order, which need not be sorted. */
  readonly cutoffs: readonly Cutoff[]
}

/** Switches which the site's operators set for a course. */
export interface CourseFlags {
  /** Without it nobody may open the gradebook. */
  readonly writableGradebook: boolean
  readonly bulkManagement: boolean
  /** Grades freeze 30 days after the course's end. */
  readonly freezeAfterEnd: boolean
  readonly progressPage: boolean
  /** False where the progress page is to draw no graph; true where absent. */
  readonly progressGraph?: boolean
}

export interface Course {
  readonly key: CourseKey
  readonly name: string
  readonly org: string
  readonly number: string
  readonly run: string
  readonly start: Instant | null
  readonly end: Instant | null
  readonly selfPaced: boolean
  /** False where only the course team finds the course and its description; true where absent. */
  readonly listed?: boolean
  readonly modes: readonly CourseMode[]
  /** By name. */
  readonly cohorts: readonly Cohort[]
  readonly policy: GradingPolicy
  readonly flags: CourseFlags
  readonly chapters: readonly Chapter[]
  readonly roster: Roster
}

/** Courses that lead to a degree. Its learners are those who have a student key. */
export interface Program {
  readonly uuid: string
  readonly courseKeys: readonly CourseKey[]
}

/** Who is enrolled, by position in the order of enrolment. Rows are made when asked for: a roster may be huge. */
export interface Roster {
  readonly size: number
  /** Enrolment rows are numbered through: id = firstId + position. */
  readonly firstId: number
  at(position: number): RosterEntry
  /** Undefined for those who never enrolled. */
  positionOf(userId: UserId): number | undefined
}

export interface RosterEntry {
  readonly userId: UserId
  readonly mode: string
  /** False for those who left. */
  readonly active: boolean
  readonly created: Instant
  readonly cohortId: number | null
  /** The key by which a program knows the learner; null without a program. */
  readonly externalKey: string | null
}
