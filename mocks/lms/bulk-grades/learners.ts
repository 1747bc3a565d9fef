import { accountById } from '#mocks/lms/accounts.ts'
import { cohortsIn } from '#mocks/lms/cohorts/cohorts.ts'
import { enrolmentById } from '#mocks/lms/enrolments.ts'
import { filterEnrolments } from '#mocks/lms/filters.ts'
import { gradeSubsection, learnerGrades } from '#mocks/lms/grades.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import type { Account, Enrolment, UserId } from '#mocks/lms/model.ts'
import { crash } from '#mocks/lms/refusal.ts'
import type { School } from '#mocks/lms/store.ts'
import { type ColumnFilters, gradeColumns } from './columns.ts'

/** What a table of grades may be narrowed to; all that is given must hold. A limit of 0 counts as none. */
export interface LearnerFilters extends ColumnFilters {
  /** A mode's slug. */
  readonly track?: string | undefined
  /** A cohort's name. */
  readonly cohort?: string | undefined
  /** Percent 0..100, ends included; needs `assignment`. */
  readonly assignmentGrade?: Range
  /** Percent 0..100, ends included. Who has no grade yet has zero. */
  readonly courseGrade?: Range
  readonly excludedRoles?: readonly string[]
}

interface Range {
  readonly min?: number | undefined
  readonly max?: number | undefined
}

export interface TableLearner {
  readonly account: Account
  readonly enrolment: Enrolment
  /** Empty without a cohort. */
  readonly cohortName: string
}

/**
 * Gives the active learners that a filter leaves, in the order of enrolment.
 * @throws {Refusal} a crash for limits on an assignment that is not graded
 */
export function tableLearners(school: School, course: Course, filters: LearnerFilters): TableLearner[] {
  const { track, cohort, excludedRoles = [] } = filters
  const cohorts = cohortsIn(school, course)
  const cohortId = cohort ? cohorts.find(({ name }) => name === cohort)?.id : undefined
  if (cohort && cohortId === undefined) return []
  const names = new Map(cohorts.map(({ id, name }) => [id, name]))
  const inRange = rangeTest(school, course, filters)
  const ids = filterEnrolments(school, course, {
    excludedRoles,
    ...(track ? { mode: track } : {}),
    ...(cohortId === undefined ? {} : { cohortId }),
  })
  return ids.flatMap((id): TableLearner | [] => {
    const enrolment = enrolmentById(school, course, id)
    const account = enrolment && accountById(school, enrolment.userId)
    if (!account || !inRange(account.id)) return []
    return { account, enrolment, cohortName: names.get(enrolment.cohortId ?? 0) ?? '' }
  })
}

function rangeTest(
  school: School,
  course: Course,
  { assignment, assignmentType, assignmentGrade = {}, courseGrade = {} }: LearnerFilters,
): (userId: UserId) => boolean {
  const tests: Array<(userId: UserId) => boolean> = []
  if (assignment && (assignmentGrade.min || assignmentGrade.max)) {
    const place = gradeColumns(course, { assignment, assignmentType })[0]?.place
    if (!place) throw crash(`No graded subsection to filter by: ${assignment}`)
    tests.push((userId) => {
      const { stored, effective } = gradeSubsection(school, course, place, userId)
      const percent = (effective.earnedGraded / effective.possibleGraded) * 100
      return stored && effective.possibleGraded > 0 && isWithin(percent, assignmentGrade)
    })
  }
  if (courseGrade.min || courseGrade.max) {
    tests.push((userId) => isWithin(learnerGrades(school, course, userId).course.percent * 100, courseGrade))
  }
  return (userId) => tests.every((test) => test(userId))
}

function isWithin(percent: number, { min, max }: Range): boolean {
  return !(min && percent < min) && !(max && percent > max)
}
