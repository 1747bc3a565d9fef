import type { Cohort, Course } from './model.ts'
import { enrolmentAt } from './enrolments.ts'

export interface CohortWithSize extends Cohort {
  readonly userCount: number
}

/** Gives all cohorts of a course, by name, each with the number of its active members. */
export function cohortsOf(course: Course): CohortWithSize[] {
  const sizes = new Map<number, number>()
  for (let position = 0; position < course.roster.size; position += 1) {
    const { active, cohortId } = enrolmentAt(course, position)
    if (active && cohortId !== null) sizes.set(cohortId, (sizes.get(cohortId) ?? 0) + 1)
  }
  return [...course.cohorts]
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map((cohort) => ({ ...cohort, userCount: sizes.get(cohort.id) ?? 0 }))
}
