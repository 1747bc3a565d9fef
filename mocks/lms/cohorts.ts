import type { Cohort, Course } from './model.ts'
import { enrolmentsIn } from './enrolments.ts'
import type { School } from './store.ts'
import { table } from './tables.ts'

/** All cohorts of a course by its key, once one was added or changed. */
const changed = table<readonly Cohort[]>('cohorts')

/** Gives the cohorts of a course, in the order in which they were made. */
export function cohortsIn(school: School, course: Course): readonly Cohort[] {
  return changed.get(school, course.key) ?? course.cohorts
}

export interface CohortWithSize extends Cohort {
  readonly userCount: number
}

/** Gives all cohorts of a course, by name, each with the number of its active members. */
export function cohortsOf(school: School, course: Course): CohortWithSize[] {
  const sizes = new Map<number, number>()
  for (const { active, cohortId } of enrolmentsIn(school, course)) {
    if (active && cohortId !== null) sizes.set(cohortId, (sizes.get(cohortId) ?? 0) + 1)
  }
  return [...cohortsIn(school, course)]
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map((cohort) => ({ ...cohort, userCount: sizes.get(cohort.id) ?? 0 }))
}
