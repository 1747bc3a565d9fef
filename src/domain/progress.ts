import type {
  AssignmentType,
  Cutoff,
  Exception,
  GradeComment,
  PeriodGrade,
  Points,
  SubsectionId,
} from './course.ts'

/**
 * A learner's standing in a course as the server tells it to this viewer. Whatever a server (or an old release) does not
 * tell is null; nothing here is computed.
 */
export interface Progress {
  readonly username: string
  /** Absent where the server tells no name beside the grades. */
  readonly name?: string
  /** Over what this viewer may see. Not the stored course grade, from which it may differ. */
  readonly grade: OfficialGrade
  /** By the stored course grade, hidden scores included. */
  readonly passes: boolean | null
  /** Rows of the policy in its order. */
  readonly types: readonly AssignmentType[]
  /** Highest first. */
  readonly cutoffs: readonly Cutoff[]
  /** What the total is made of, and the total itself, where a course has grading periods. */
  readonly periods?: readonly PeriodGrade[]
  /** Null where the server tells totals only. */
  readonly sections: readonly ProgressSection[] | null
  /** What the server says of each type, in policy order; null on releases without it. */
  readonly summaries: readonly TypeSummary[] | null
  /** The server's sum over all scores that count, hidden ones too: a fraction, four decimals. */
  readonly totalWithHidden: number | null
  /** False where the course wants no drawing of the grade. */
  readonly showsGraph: boolean
  /** Enrolment mode; null for staff who are not enrolled. */
  readonly track: string | null
  /** ISO 8601. */
  readonly courseEnd: string | null
  /** Something opens later. */
  readonly opensMore: boolean
  /** Units of the course by how far they are done. */
  readonly completion: { readonly done: number; readonly left: number; readonly locked: number } | null
  readonly certificate: CertificateState | null
  readonly credit: Credit | null
  readonly verification: Verification | null
  /** The paid track to which the learner could go up. */
  readonly upgrade: Upgrade | null
  readonly accessEnd: AccessEnd | null
  /** Where the grading is set up, a checked link; for staff only. */
  readonly studioUrl: string | null
}

export interface OfficialGrade {
  /** Fraction, two decimals (four where a server keeps more); may exceed 1. NaN where there is no total. */
  readonly percent: number
  readonly letter: string | null
  /** Null where the server knows nothing of passing. */
  readonly passed: boolean | null
}

export interface ProgressSection {
  /** Empty for work that belongs to no part of the course. */
  readonly name: string
  readonly subsections: readonly ProgressSubsection[]
}

/** When the learner may see scores. `counted-unseen`: they count, and never show. */
export type ScoreVisibility = 'always' | 'past-due' | 'never' | 'counted-unseen'

export interface ProgressSubsection {
  readonly id: SubsectionId
  readonly name: string
  /** The name of its assignment type; null when it has none. */
  readonly type: string | null
  /** Counts toward the course grade, where the policy has its type. */
  readonly graded: boolean
  /** Has a grade, which the course team left out of the total. */
  readonly leftOut?: true
  /** ISO 8601, or a local time without a zone where the server tells none. */
  readonly due: string | null
  readonly visibility: ScoreVisibility
  /**
   * Null while hidden from this viewer, also where the server sends it all the same; and where there is none, on servers
   * with exceptions, which hide nothing in this way.
   */
  readonly score: SubsectionScore | null
  /** Absent on servers without such things; null where there is none. */
  readonly exception?: Exception | null
  /** What staff wrote to the grade; absent on servers without comments. */
  readonly comment?: GradeComment | null
  readonly override: ScoreOverride | null
  /** False where the learner would have to upgrade. */
  readonly hasAccess: boolean
  /** A checked link; null while closed to the learner, absent where the server tells none. */
  readonly url?: string | null
}

export interface SubsectionScore extends Points {
  /** Graded points as a fraction, four decimals; may exceed 1. Earned 0 does not tell whether it was attempted. */
  readonly percent: number
  /** In course order, without names. */
  readonly problems: readonly Points[]
}

export interface ScoreOverride {
  readonly through: 'gradebook' | 'import' | 'proctoring' | 'other'
  readonly reason: string | null
}

/** What the server says of one type. */
export interface TypeSummary {
  readonly type: string
  /** Mean over the scores kept and visible, a fraction, four decimals. */
  readonly average: number
  /** The same times weight. */
  readonly contribution: number
  readonly hidden: 'none' | 'some' | 'all'
  /** When the last of the hidden scores shows, ISO 8601; null where none will. */
  readonly hiddenUntil: string | null
}

export interface CertificateState {
  /** `downloadable`, `notpassing`, `audit_passing`, … in the server's word. */
  readonly status: string
  /** Checked links; null where there is nothing to open. */
  readonly viewUrl: string | null
  readonly downloadUrl: string | null
  /** ISO 8601. */
  readonly availableFrom: string | null
}

/** What is kept about a certificate that was made. */
export interface CertificateRecord {
  /** The course grade written on it, a fraction; null where it is none. */
  readonly grade: number | null
}

export interface Credit {
  readonly eligibility: 'eligible' | 'partly' | 'not-eligible' | null
  /** A checked link. */
  readonly url: string | null
  readonly requirements: readonly CreditRequirement[]
}

export interface CreditRequirement {
  readonly name: string
  /** Fraction; null where no grade is asked for. */
  readonly leastGrade: number | null
  /** `satisfied`, `failed`, `submitted`, `declined`, or null while nothing is known. */
  readonly status: string | null
  /** ISO 8601. */
  readonly at: string | null
}

export interface Verification {
  /** `none`, `pending`, `approved`, `expired`, `must_reverify`, `denied`, in the server's word. */
  readonly status: string
  /** ISO 8601. */
  readonly at: string | null
  /** A checked link to where one verifies. */
  readonly url: string | null
}

export interface Upgrade {
  /** With its currency sign, as the server gives both; null where no price is told. */
  readonly price: {
    readonly amount: number
    readonly currency: string | null
    readonly symbol: string
  } | null
  /** A checked link. */
  readonly url: string | null
  /** ISO 8601: when access ends for those who do not go up. */
  readonly accessUntil: string | null
}

export interface AccessEnd {
  /** ISO 8601. */
  readonly at: string
  readonly upgradeUntil: string | null
  /** A checked link; null once one cannot upgrade. */
  readonly upgradeUrl: string | null
}

/** What stands around a course, for this viewer. */
export interface CourseHome {
  readonly isStaff: boolean
  readonly isEnrolled: boolean
  /** The viewer looks at the course as somebody else would. */
  readonly isMasquerading: boolean
  /** Why the viewer is kept out, in the server's own words; null where they are let in. */
  readonly closed: { readonly code: string | null; readonly message: string | null } | null
  /** The course's own tabs, with checked links. */
  readonly tabs: readonly { readonly id: string; readonly name: string; readonly url: string }[]
  /** The zone that the viewer has chosen, IANA; null: the device's. */
  readonly timeZone: string | null
}
