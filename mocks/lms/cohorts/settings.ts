import type { Course } from '#mocks/lms/course-model.ts'
import { forgetAll, type School } from '#mocks/lms/store.ts'
import { table } from '#mocks/lms/tables.ts'

/** Whether a course uses cohorts, by its key, once somebody said so. */
const switched = table<boolean>('cohort-settings')

/** True where the course uses cohorts: it has some, unless staff said otherwise. Cohorts API v1, settings. */
export function usesCohorts(school: School, course: Course): boolean {
  return switched.get(school, course.key) ?? course.cohorts.length > 0
}

/**
 * Switches cohorts on or off. While they are off, everybody keeps their cohort, and nobody gets what is meant for some
 * cohorts only. Cohorts API v1, settings.
 */
export function switchCohorts(school: School, course: Course, on: boolean): void {
  switched.put(school, course.key, on)
  forgetAll(school)
}
