import type {
  Assignment,
  CourseId,
  Exception,
  GradeComment,
  GradingInfo,
  Learner,
  LearnerId,
  PeriodGrade,
  Standing,
  SubsectionGrade,
  SubsectionId,
} from '#src/domain/course.ts'
import type { CourseTotal, TotalLine } from '#src/domain/course-total.ts'
import type { ProblemSubmissions } from '#src/domain/submission.ts'
import type { CertificateRecord, CourseHome, Progress } from '#src/domain/progress.ts'
import type { Capabilities } from './capabilities.ts'
import type { TokenHolder } from './token.ts'

/**
 * The one interface between the screens and any server with grades.
 * A missing operation is a missing method; a variation is a value in `capabilities`.
 * Every method rejects with `LmsError` and nothing else.
 */
export interface Lms {
  /** Names the server among others: its address. What is kept on the device is kept for it alone. */
  readonly site: string
  readonly capabilities: Capabilities
  readonly links: Links
  /** Where the server knows people by a token that they bring along; absent where they sign in at the site. */
  readonly token?: TokenHolder
  viewer(params: NoParams, signal?: AbortSignal): Promise<Viewer>
  /** Those in which the viewer has a role or is enrolled; for staff of the whole site every course, as far as listed. */
  courses(params: NoParams, signal?: AbortSignal): Promise<CourseSummary[]>
  course(params: CourseParams, signal?: AbortSignal): Promise<CourseFacts>
  /** How a course is graded; absent where the server tells nothing of it. */
  gradingInfo?(params: CourseParams, signal?: AbortSignal): Promise<GradingInfo>
  /** The policy alone; answers where `gradingInfo` fails over a broken policy. Its cutoffs and subsections are empty. */
  policy?(params: CourseParams, signal?: AbortSignal): Promise<Pick<GradingInfo, 'types'>>
  cohorts?(params: CourseParams, signal?: AbortSignal): Promise<Cohort[]>
  /** Rows, cells and late columns in chunks; each chunk carries the token from which to resume. Joins stay inside. */
  gradebook?(query: GradebookQuery, signal?: AbortSignal): AsyncIterable<SheetChunk>
  /** One learner, active or not, by exact username: a chunk of one row, with the columns it needs. */
  learnerGrades(params: CourseParams & { username: string }, signal?: AbortSignal): Promise<SheetChunk>
  /** The learner's username, or null where the id is unknown in this course. */
  usernameOf(params: CourseParams & { learnerId: LearnerId }, signal?: AbortSignal): Promise<string | null>
  /**
   * When subsections are due for a learner, ISO 8601 with offset; those without a date are left out. Rejects with
   * `forbidden` or `not-found` for viewers who may not know, although they may grade.
   */
  dueDates?(
    params: CourseParams & { learnerId: LearnerId },
    signal?: AbortSignal,
  ): Promise<ReadonlyMap<SubsectionId, string>>
  /**
   * A learner's standing, or the viewer's own (`learnerId` null). Another's is for staff: to all else it is `not-found`,
   * or `forbidden` on servers without `courseHome`.
   * `forbidden`, reason `not-enrolled`, where the viewer neither learns nor teaches there.
   */
  progress?(params: CourseParams & { learnerId: LearnerId | null }, signal?: AbortSignal): Promise<Progress>
  /** The viewer's standing in a course, and its tabs. */
  courseHome?(params: CourseParams, signal?: AbortSignal): Promise<CourseHome>
  /**
   * What a learner has sent in, problem by problem in course order; of one subsection where it is named. What was drawn from
   * a library is left out. For staff of the whole site: `forbidden` to all else.
   */
  submissions?(
    params: CourseParams & { username: string; subsectionId: SubsectionId | null; page: string | null },
    signal?: AbortSignal,
  ): Promise<Page<ProblemSubmissions>>
  /** Somebody's total in a course: the viewer's own, or (for staff of the whole site) anybody's. */
  courseTotal?(params: CourseParams & { username: string }, signal?: AbortSignal): Promise<CourseTotal>
  /**
   * Totals of a whole course (no `usernames`), or of people in all their courses or one. For staff of the whole site:
   * `forbidden` to all else. Malformed usernames are `invalid`; unknown ones are just not there.
   */
  courseTotals?(
    params: {
      readonly courseId: CourseId | null
      readonly usernames: readonly string[]
      readonly page: string | null
    },
    signal?: AbortSignal,
  ): Promise<Page<CourseTotal>>
  /** What stands behind somebody's total, in policy order; null where the server has nobody of that name there. */
  totalLines?(
    params: CourseParams & { username: string },
    signal?: AbortSignal,
  ): Promise<readonly TotalLine[] | null>
  /**
   * The names of a course's problems in course order, by subsection; empty where one has none.
   * `username`: as whom the course is seen; null: all of it, for staff.
   */
  problemNames?(
    params: CourseParams & { username: string | null },
    signal?: AbortSignal,
  ): Promise<ReadonlyMap<SubsectionId, readonly string[]>>
  /** What is kept about somebody's certificate, or null where there is none. One's own, or for staff a learner's. */
  certificate?(
    params: CourseParams & { username: string },
    signal?: AbortSignal,
  ): Promise<CertificateRecord | null>
  /** Until when somebody may ask for credit, ISO 8601; null where they may not. */
  creditDeadline?(params: CourseParams & { username: string }, signal?: AbortSignal): Promise<string | null>
  subsectionGrade?(
    params: CourseParams & { learnerId: LearnerId; subsectionId: SubsectionId; historyLimit?: number },
    signal?: AbortSignal,
  ): Promise<SubsectionGrade>
  /** A learner's grades of periods and of the course, with what staff wrote to them. */
  periodGrades?(
    params: CourseParams & { learnerId: LearnerId },
    signal?: AbortSignal,
  ): Promise<readonly PeriodGrade[]>
  /** Writes a comment once; an empty one takes it away. Rejects with `invalid` where it is refused. */
  saveComment?(comment: CommentToSave, signal?: AbortSignal): Promise<void>
  /** Writes once, never retried by itself. One outcome for each item, in order; a refused item is data. */
  saveOverrides?(batch: OverrideBatch, signal?: AbortSignal): Promise<OverrideOutcome[]>
}

export type NoParams = Readonly<Record<string, never>>
export interface CourseParams {
  courseId: CourseId
}

/** A part of a longer list. */
export interface Page<Item> {
  readonly items: readonly Item[]
  /** Token of the next part; null on the last one. */
  readonly next: string | null
}

/**
 * Absolute links into the learning system. Each was checked: http or https, on the configured origin. Those that take an
 * id throw `LmsError`, kind `not-found`, where the id would lead elsewhere.
 */
export interface Links {
  /** Sign-in page that comes back to `next` (a URL of this application). */
  signIn(next: string): string
  /** Ends the session. */
  signOut(): string
  profile?(username: string): string
  course?(courseId: CourseId): string
  subsection?(courseId: CourseId, subsectionId: SubsectionId): string
}

export interface Viewer {
  readonly username: string
  readonly name: string | null
  /** Staff of the whole site. Only widens what is offered; the server decides. */
  readonly globalStaff: boolean
}

export interface CourseSummary {
  readonly id: CourseId
  readonly name: string
  readonly org: string | null
  readonly number: string | null
  readonly run: string | null
  readonly start: string | null
  readonly end: string | null
  /** Role in the course team, in the server's word; null for those who only learn. */
  readonly role: string | null
  readonly enrolled: boolean
}

export interface CourseFacts {
  readonly id: CourseId
  readonly name: string
  readonly org: string | null
  readonly number: string | null
  readonly run: string | null
  readonly start: string | null
  readonly end: string | null
  /** Enrolment modes, expired ones included. */
  readonly tracks: readonly Track[]
}
export interface Track {
  readonly slug: string
  readonly name: string
}
export interface Cohort {
  readonly id: string
  readonly name: string
  readonly size: number
}

/** What the server filters. Grades in percent 0..100, both ends included. */
export interface GradebookQuery {
  readonly courseId: CourseId
  /** Part of a username, e-mail address or student key. */
  readonly search?: string
  readonly track?: string
  readonly cohort?: string
  readonly assignmentGrade?: {
    readonly subsectionId: SubsectionId
    readonly min?: number
    readonly max?: number
  }
  readonly courseGrade?: { readonly min?: number; readonly max?: number }
  /** The course team is left out unless this is true. */
  readonly courseTeam?: boolean
  readonly pageSize?: number
  /** The token of the last chunk that arrived: reading goes on after it. */
  readonly resume?: string
}

export interface SheetChunk {
  /** Columns met here for the first time, in course order. */
  readonly columns?: readonly Assignment[]
  readonly rows?: readonly SheetRow[]
  /** Cells for rows that arrived before or will arrive later. */
  readonly cells?: readonly SheetCell[]
  /** As the server counts, which may lag behind: never derive a page count from them. */
  readonly counts?: { readonly enrolled: number | null; readonly matching: number | null }
  /** Null when this was the last chunk. */
  readonly resume: string | null
}

export interface SheetRow {
  readonly learner: Learner
  /** Course grade, a fraction, two decimals; null where there is none. */
  readonly total: number | null
  /** What else the server tells of the total; absent where it tells nothing. */
  readonly standing?: Standing
  readonly grades: ReadonlyArray<Omit<SheetCell, 'learnerId'>>
}

export interface SheetCell {
  readonly learnerId: LearnerId
  readonly subsectionId: SubsectionId
  readonly attempted: boolean
  /** Graded points after override; NaN where the server tells no points. Both are 0 while not attempted. */
  readonly earned: number
  readonly possible: number
  /** Fraction, four decimals; may exceed 1. */
  readonly percent: number
  /** What stands in the score's place, which is not attempted then; absent on servers without such things. */
  readonly exception?: Exception | null
}

/** What staff write to a grade, or to the grade of a period. */
export interface CommentToSave extends CourseParams {
  readonly learnerId: LearnerId
  readonly on: { readonly kind: 'assignment' | 'period'; readonly id: string }
  readonly comment: GradeComment
}

export interface OverrideBatch {
  readonly courseId: CourseId
  readonly items: readonly OverrideItem[]
}
export interface OverrideItem {
  readonly learnerId: LearnerId
  readonly subsectionId: SubsectionId
  /** Graded points; null everywhere makes the original count again. `possible` null keeps the computed one. */
  readonly earned: number | null
  readonly possible: number | null
  /** What is to stand in the score's place; one of `capabilities.exceptions`. */
  readonly exception?: Exception
  readonly reason: string | null
}
export interface OverrideOutcome {
  readonly learnerId: LearnerId
  readonly subsectionId: SubsectionId
  readonly saved: boolean
  /** The server's own words, where it refused. */
  readonly reason: string | null
}
