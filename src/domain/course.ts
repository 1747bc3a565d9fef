/** The nouns of a course. Ids are opaque strings: a backend's numbers are written out by its adapter. */
export type CourseId = string
export type LearnerId = string
export type SubsectionId = string

export interface Learner {
  readonly id: LearnerId
  readonly username: string
  /** Null where the server sends no name: show the username then. */
  readonly name: string | null
  readonly email: string | null
  /** The key by which a program (or a school) knows the learner. */
  readonly studentKey: string | null
}

/** What a server tells of a course total where no cutoffs do. */
export interface Standing {
  readonly letter: string | null
  /** A local time without a zone, as the server gives it; null for who has not passed. */
  readonly passedAt: string | null
  /** ISO 8601 date; null where there was none. */
  readonly lastActivity: string | null
}

/** A graded subsection: one column of the gradebook. */
export interface Assignment {
  readonly id: SubsectionId
  readonly name: string
  /** Short label such as `HW 01`; null where the subsection's type is not in the policy. */
  readonly label: string | null
  /** The name of its assignment type; null when it has none. */
  readonly type: string | null
  /** The id of the grading period that it belongs to; absent where the course has none. */
  readonly period?: string
  /** The server computes it (the grade of a period): nobody sets it. */
  readonly isComputed?: boolean
  /** Words that stand for scores, best first; absent where numbers are given. */
  readonly scale?: readonly ScaleLevel[]
}

/** A word of a scale, such as `B`, and the points of this assignment that it stands for. */
export interface ScaleLevel {
  readonly word: string
  readonly points: number
}

/** A learner's grade of a period, or of the whole course. */
export interface PeriodGrade {
  readonly id: string
  /** Empty for what is in no period, and for the whole course. */
  readonly name: string
  readonly isWhole: boolean
  /** Fraction; null where there is no grade. */
  readonly percent: number | null
  /** Fraction of the course; null where none is told. */
  readonly weight: number | null
  readonly comment: GradeComment | null
}

/** A part of the school year with a grade of its own. */
export interface GradingPeriod {
  readonly id: string
  readonly name: string
}

/** One row of the grading policy. */
export interface AssignmentType {
  readonly name: string
  readonly shortLabel: string | null
  /** Fraction of the course grade; 0..1, but nothing stops a policy from going beyond. */
  readonly weight: number | null
  /** How many assignments the policy expects; missing ones count as zero. */
  readonly required: number | null
  /** How many of the lowest are dropped. */
  readonly dropped: number | null
}

/** A letter (or "Pass") and the least course grade, a fraction 0..1, that earns it. */
export interface Cutoff {
  readonly letter: string
  readonly from: number
}

/** A subsection as the course outline shows it, graded or not. */
export interface OutlineSubsection extends Assignment {
  readonly graded: boolean
}

/** How a course is graded. Types stand in policy order, subsections in course order. */
export interface GradingInfo {
  readonly types: readonly AssignmentType[]
  /** Highest first. */
  readonly cutoffs: readonly Cutoff[]
  readonly subsections: readonly OutlineSubsection[]
  /** In their order; absent where the course has none. */
  readonly periods?: readonly GradingPeriod[]
  readonly frozen: boolean
  readonly bulkManagement: boolean
}

/** What stands in a score's place on servers that know such things: the work does not count, is not finished, is not there. */
export type Exception = 'excused' | 'incomplete' | 'missing'

/** Points of one subsection. `earned` may exceed `possible`. */
export interface Points {
  readonly earned: number
  readonly possible: number
}

/** One override field each may be null: the original value counts then. */
export interface OverridePoints {
  readonly earnedAll: number | null
  readonly possibleAll: number | null
  readonly earnedGraded: number | null
  readonly possibleGraded: number | null
}

export interface HistoryEntry {
  readonly id: string
  /** ISO 8601, with offset. */
  readonly at: string
  /** Who did it; null where the server does not know. */
  readonly by: string | null
  readonly change: 'created' | 'changed' | 'deleted'
  readonly through: 'gradebook' | 'import' | 'proctoring' | 'other'
  readonly reason: string | null
  readonly override: OverridePoints
}

/** What staff wrote to a grade. */
export interface GradeComment {
  readonly text: string
  /** The learner may read it. */
  readonly isShown: boolean
}

/** What the server knows about one learner's grade in one subsection. */
export interface SubsectionGrade {
  readonly learnerId: LearnerId
  readonly subsectionId: SubsectionId
  /** False where the subsection is not available to this learner: nothing else here means anything then. */
  readonly available: boolean
  readonly all: Points
  readonly graded: Points
  readonly override: OverridePoints | null
  /** Absent on servers without such things. */
  readonly exception?: Exception | null
  /** What staff wrote to the grade; absent on servers without comments, null where there is none. */
  readonly comment?: GradeComment | null
  /** Oldest first. Empty where no override exists, and on servers that keep none. */
  readonly history: readonly HistoryEntry[]
}
