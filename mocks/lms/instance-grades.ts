import { accountById, accountByUsername } from './accounts.ts'
import { findCourse } from './courses.ts'
import { enrolmentById, enrolmentOf } from './enrolments.ts'
import { filterEnrolments } from './filters.ts'
import { learnerGrades } from './grades.ts'
import type { Course } from './course-model.ts'
import type { Account, CourseKey, Enrolment, UserId } from './model.ts'
import { Refusal } from './refusal.ts'
import type { LearnerGrades, School } from './store.ts'

/** Whose grades in what: all that is given must hold. */
export interface InstanceFilters {
  readonly courseKey?: CourseKey | undefined
  /** Exact. */
  readonly usernames?: readonly string[] | undefined
}

/** What somebody has in a course. */
export interface Outcome {
  readonly account: Account
  readonly course: Course
  readonly enrolment: Enrolment
  readonly grades: LearnerGrades
}

/**
 * Gives the ids of active enrolments in all courses of the school, ascending: the order of enrolment, whatever the course.
 * Who or what is not known adds nothing.
 */
export function instanceEnrolments(school: School, { courseKey, usernames }: InstanceFilters): number[] {
  const course = courseKey === undefined ? undefined : findCourse(school, courseKey)
  if (courseKey !== undefined && !course) return []
  const courses = course ? [course] : school.world.courses
  const ids = usernames
    ? courses.flatMap((one) => idsOf(school, one, usernames))
    : courses.flatMap((one) => filterEnrolments(school, one, {}))
  return ids.sort((one, other) => one - other)
}

function idsOf(school: School, course: Course, usernames: readonly string[]): number[] {
  return [...new Set(usernames)].flatMap((username) => {
    const account = accountByUsername(school, username)
    const enrolment = account && enrolmentOf(school, course, account.id)
    return enrolment?.active ? enrolment.id : []
  })
}

/** Gives what enrolments brought, in the same order; those whose grades cannot be computed are left out without a word. */
export function outcomesOf(school: School, ids: readonly number[]): Outcome[] {
  return ids.flatMap((id) => outcomeOf(school, id) ?? [])
}

function outcomeOf(school: School, id: number): Outcome | undefined {
  for (const course of school.world.courses) {
    const enrolment = enrolmentById(school, course, id)
    if (!enrolment) continue
    const account = accountById(school, enrolment.userId)
    const grades = account && gradesIfComputable(school, course, account.id)
    return grades && { account, course, enrolment, grades }
  }
  return undefined
}

/** Gives a learner's grades; undefined where they cannot be computed: over a policy that lacks a key, say. */
export function gradesIfComputable(
  school: School,
  course: Course,
  userId: UserId,
): LearnerGrades | undefined {
  try {
    return learnerGrades(school, course, userId)
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'crash') return undefined
    throw error
  }
}
