import type { Course, RosterEntry } from './course-model.ts'
import type { Enrolment, UserId } from './model.ts'
import { forgetAll, type School } from './store.ts'
import { table } from './tables.ts'

/** Rows that differ from the roster, and those that came later, by course key and user id. */
const changed = table<Enrolment>('enrolments')
/** Who enrols while the school runs gets ids from here on: above every roster's. */
const LATER = 1_000_000_000

/** Gives every enrolment row of a course, active or not, in the order of enrolment. Rows are made when reached. */
export function* enrolmentsIn(school: School, course: Course): Generator<Enrolment, void> {
  for (let position = 0; position < course.roster.size; position += 1) {
    yield enrolmentAt(school, course, position)
  }
  yield* laterOnes(school, course)
}

/** Gives the row with this id, active or not; undefined where the course has none. */
export function enrolmentById(school: School, course: Course, id: number): Enrolment | undefined {
  const position = id - course.roster.firstId
  if (position >= 0 && position < course.roster.size) return enrolmentAt(school, course, position)
  return id < LATER ? undefined : laterOnes(school, course).find((row) => row.id === id)
}

/** Gives somebody's enrolment row, active or not; undefined for those who never enrolled. */
export function enrolmentOf(school: School, course: Course, userId: UserId): Enrolment | undefined {
  const position = course.roster.positionOf(userId)
  if (position !== undefined) return enrolmentAt(school, course, position)
  return changed.get(school, keyOf(course, userId))
}

/** True for somebody who is enrolled now. */
export function isEnrolled(school: School, course: Course, userId: UserId): boolean {
  return enrolmentOf(school, course, userId)?.active ?? false
}

/**
 * Enrols somebody, or changes an enrolment: track, whether active, cohort. What is absent stays as it was; a new row is
 * active, in the first track and no cohort, and stands at the end of the list.
 */
export function saveEnrolment(
  school: School,
  course: Course,
  userId: UserId,
  change: Partial<Pick<RosterEntry, 'mode' | 'active' | 'cohortId'>>,
): Enrolment {
  const row = { ...(enrolmentOf(school, course, userId) ?? newRow(school, course, userId)), ...change }
  changed.put(school, keyOf(course, userId), row)
  forgetAll(school)
  return row
}

function newRow(school: School, course: Course, userId: UserId): Enrolment {
  return {
    id: LATER + changed.entries(school).filter(([, { id }]) => id >= LATER).length,
    courseKey: course.key,
    userId,
    mode: course.modes[0]?.slug ?? 'audit',
    active: true,
    created: school.now,
    cohortId: null,
    externalKey: null,
  }
}

function enrolmentAt(school: School, course: Course, position: number): Enrolment {
  const row = course.roster.at(position)
  const known = changed.isEmpty(school) ? undefined : changed.get(school, keyOf(course, row.userId))
  return known ?? { id: course.roster.firstId + position, courseKey: course.key, ...row }
}

function laterOnes(school: School, course: Course): Enrolment[] {
  if (changed.isEmpty(school)) return []
  return changed
    .entries(school)
    .map(([, row]) => row)
    .filter(({ id, courseKey }) => id >= LATER && courseKey === course.key)
}

function keyOf(course: Course, userId: UserId): string {
  return `${course.key} ${userId}`
}
