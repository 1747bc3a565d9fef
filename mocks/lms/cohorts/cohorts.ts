import type { Cohort, Course } from '#mocks/lms/course-model.ts'
import { enrolmentsIn } from '#mocks/lms/enrolments.ts'
import { crash, refusal } from '#mocks/lms/refusal.ts'
import type { School } from '#mocks/lms/store.ts'
import { table } from '#mocks/lms/tables.ts'

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

/** Gives the cohort with this id, or undefined. */
export function findCohort(school: School, course: Course, id: number): Cohort | undefined {
  return cohortsIn(school, course).find((cohort) => cohort.id === id)
}

/** Gives the cohort with exactly this name, or undefined. */
export function cohortNamed(school: School, course: Course, name: string): Cohort | undefined {
  return cohortsIn(school, course).find((cohort) => cohort.name === name)
}

/**
 * Adds an empty cohort. Cohorts API v1, create.
 * @throws {Refusal} a crash for a name that is taken: the server checks it where nobody catches
 */
export function addCohort(school: School, course: Course, cohort: Omit<Cohort, 'id'>): Cohort {
  if (cohortNamed(school, course, cohort.name)) throw crash(`There is a cohort ${cohort.name} already`)
  const added = { id: nextCohortId(school), ...cohort }
  changed.put(school, course.key, [...cohortsIn(school, course), added])
  return added
}

/**
 * Changes name, assignment type or content group; what is absent stays. Cohorts API v1, update.
 * A new name stays changed where the assignment type is then refused, as with the server.
 * @throws {Refusal} 400 cohort-name-exists, 400 last-random-cohort
 */
export function changeCohort(
  school: School,
  course: Course,
  cohort: Cohort,
  { name, assignmentType, contentGroup }: Partial<Omit<Cohort, 'id'>>,
): void {
  if (name !== undefined && name !== cohort.name) {
    if (cohortNamed(school, course, name)) {
      throw refusal(400, 'A cohort with the same name already exists.', 'cohort-name-exists')
    }
    update(school, course, cohort.id, { name })
  }
  if (assignmentType !== undefined && assignmentType !== cohort.assignmentType) {
    if (isLastRandom(school, course, cohort)) {
      const words = 'There must be one cohort to which students can automatically be assigned.'
      throw refusal(400, words, 'last-random-cohort')
    }
    update(school, course, cohort.id, { assignmentType })
  }
  if (contentGroup !== undefined) update(school, course, cohort.id, { contentGroup })
}

function update(school: School, course: Course, id: number, change: Partial<Cohort>): void {
  const cohorts = cohortsIn(school, course).map((cohort) =>
    cohort.id === id ? { ...cohort, ...change } : cohort,
  )
  changed.put(school, course.key, cohorts)
}

function isLastRandom(school: School, course: Course, { id }: Cohort): boolean {
  const random = cohortsIn(school, course).filter(({ assignmentType }) => assignmentType === 'random')
  return random.length === 1 && random[0]?.id === id
}

/** Ids are numbered through over all courses. */
function nextCohortId(school: School): number {
  const ids = school.world.courses.flatMap((course) => cohortsIn(school, course).map(({ id }) => id))
  return Math.max(0, ...ids) + 1
}
