import { accountById, accountByUsername } from './accounts.ts'
import { enrolmentById, enrolmentOf } from './enrolments.ts'
import { filterEnrolments, type GradebookFilters } from './filters.ts'
import { learnerGrades } from './grades.ts'
import type { SubsectionGrade } from './grade-model.ts'
import type { Course, Subsection } from './course-model.ts'
import type { Account, Enrolment } from './model.ts'
import { gradedSubsections } from './outline.ts'
import { type Cursor, pageOf } from './paging.ts'
import { Refusal, crash, refusal } from './refusal.ts'
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

interface GradebookCell {
  readonly subsection: Subsection
  /** `HW 01`; null where the subsection's type is not in the policy. */
  readonly label: string | null
  readonly attempted: boolean
  /** Graded points after override; both are 0 while not attempted. */
  readonly earned: number
  readonly possible: number
  /** Fraction, four decimals; may exceed 1. */
  readonly percent: number
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

export interface GradebookQuery extends GradebookFilters {
  /** Rows on a page; 50 where absent, no upper limit. */
  readonly pageSize?: number
  readonly cursor?: Cursor
}

/**
 * Gives a page of the gradebook, in the order of enrolment. Grades API v1, gradebook, list form.
 * A learner whose grades cannot be computed is left out without a word, so a page may be short.
 * @throws {Refusal} 404 for an unknown cohort; a crash for a page size below 1
 */
export function listGradebook(school: School, course: Course, query: GradebookQuery): GradebookPage {
  const { pageSize = 50, cursor, ...filters } = query
  if (pageSize < 1) throw crash('The page size is not positive')
  const ids = filterEnrolments(school, course, filters)
  const page = pageOf(ids, pageSize, cursor)
  return {
    rows: page.ids.flatMap((id) => rowOrNothing(school, course, id)),
    next: page.next,
    previous: page.previous,
    totalUsers: filterEnrolments(school, course, {}).length,
    filteredUsers: ids.length,
  }
}

/**
 * Gives one learner by exact username, active or not. Grades API v1, gradebook, single form.
 * @throws {Refusal} 404 user_does_not_exist, 404 user_not_enrolled; a crash where the policy lacks a key
 */
export function gradebookEntry(school: School, course: Course, username: string): GradebookRow {
  const account = accountByUsername(school, username)
  if (!account) {
    throw refusal(404, 'The user matching the requested username does not exist.', 'user_does_not_exist')
  }
  const enrolment = enrolmentOf(school, course, account.id)
  if (!enrolment) {
    const words = 'The user matching the requested username is not enrolled in this course'
    throw refusal(404, words, 'user_not_enrolled')
  }
  return rowOf(school, course, account, enrolment)
}

function rowOrNothing(school: School, course: Course, enrolmentId: number): GradebookRow | [] {
  const enrolment = enrolmentById(school, course, enrolmentId)
  const account = enrolment && accountById(school, enrolment.userId)
  if (!account) return []
  try {
    return rowOf(school, course, account, enrolment)
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'crash') return []
    throw error
  }
}

function rowOf(school: School, course: Course, account: Account, enrolment: Enrolment): GradebookRow {
  const grades = learnerGrades(school, course, account.id)
  const places = gradedSubsections(course)
  return {
    account,
    enrolment,
    percent: grades.course.percent,
    cells: grades.subsections.map((grade, index) => cellOf(grade, places[index]?.label ?? null)),
  }
}

function cellOf(
  { subsection, attempted, effective, percent }: SubsectionGrade,
  label: string | null,
): GradebookCell {
  if (!attempted) return { subsection, label, attempted, earned: 0, possible: 0, percent: 0 }
  const { earnedGraded, possibleGraded } = effective
  return { subsection, label, attempted, earned: earnedGraded, possible: possibleGraded, percent }
}
