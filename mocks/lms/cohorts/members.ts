import { accountByEmail, accountById, accountByUsername } from '#mocks/lms/accounts.ts'
import { cohortsIn } from './cohorts.ts'
import { enrolmentOf, enrolmentsIn, saveEnrolment } from '#mocks/lms/enrolments.ts'
import type { Cohort, Course } from '#mocks/lms/course-model.ts'
import type { Account, UserId } from '#mocks/lms/model.ts'
import type { School } from '#mocks/lms/store.ts'
import { table } from '#mocks/lms/tables.ts'

/** The cohort of those who are in one without ever having enrolled, by course key and user id. */
const waiting = table<number>('cohort-waiting')

/**
 * Gives the id of somebody's cohort, enrolled or not; null for none. Nobody is in more than one. Who is in none stays so
 * until staff put them into one: the server would choose a random cohort as they open the course, which nobody does here.
 */
export function cohortIdOf(school: School, course: Course, userId: UserId): number | null {
  const enrolment = enrolmentOf(school, course, userId)
  return enrolment ? enrolment.cohortId : (waiting.get(school, keyOf(course, userId)) ?? null)
}

/** Gives everybody in a cohort, those who left the course or never enrolled too, by user id. Cohorts API v1, users. */
export function membersOf(school: School, course: Course, { id }: Cohort): Account[] {
  const prefix = `${course.key} `
  const ids = [
    ...enrolmentsIn(school, course)
      .filter(({ cohortId }) => cohortId === id)
      .map(({ userId }) => userId),
    ...waiting
      .entries(school)
      .filter(([key, cohortId]) => cohortId === id && key.startsWith(prefix))
      .map(([key]) => Number(key.slice(prefix.length))),
  ]
  return ids.sort((one, other) => one - other).flatMap((userId) => accountById(school, userId) ?? [])
}

/** What became of one name or address that was to join a cohort. */
export type Joining =
  | { readonly kind: 'added'; readonly account: Account }
  | { readonly kind: 'changed'; readonly account: Account; readonly previousCohort: string }
  | { readonly kind: 'present' | 'unknown' | 'preassigned' | 'invalid' }

/**
 * Puts somebody into a cohort, out of the one they were in. Cohorts API v1, add users.
 * An address that belongs to nobody is noted for the day of its registration; nobody can register here, so nothing is kept.
 * @param nameOrEmail an address where it has an `@`
 */
export function joinCohort(school: School, course: Course, cohort: Cohort, nameOrEmail: string): Joining {
  const account = nameOrEmail.includes('@')
    ? accountByEmail(school, nameOrEmail)
    : accountByUsername(school, nameOrEmail)
  if (!account) {
    if (!nameOrEmail.includes('@')) return { kind: 'unknown' }
    return { kind: isEmail(nameOrEmail) ? 'preassigned' : 'invalid' }
  }
  return move(school, course, cohort, account)
}

/** Puts an account into a cohort, out of the one that it was in. */
export function move(school: School, course: Course, cohort: Cohort, account: Account): Joining {
  const before = cohortIdOf(school, course, account.id)
  if (before === cohort.id) return { kind: 'present' }
  place(school, course, account.id, cohort.id)
  const previous = cohortsIn(school, course).find(({ id }) => id === before)
  return previous ? { kind: 'changed', account, previousCohort: previous.name } : { kind: 'added', account }
}

/** Takes somebody out of their cohort. */
export function leaveCohort(school: School, course: Course, userId: UserId): void {
  place(school, course, userId, null)
}

/** Takes along the cohort in which somebody waited for enrolling; null for none. To be called as they enrol. */
export function endWaiting(school: School, course: Course, userId: UserId): number | null {
  const key = keyOf(course, userId)
  const cohortId = waiting.get(school, key)
  if (cohortId === undefined) return null
  waiting.remove(school, key)
  return cohortId
}

function place(school: School, course: Course, userId: UserId, cohortId: number | null): void {
  if (enrolmentOf(school, course, userId)) saveEnrolment(school, course, userId, { cohortId })
  else if (cohortId === null) waiting.remove(school, keyOf(course, userId))
  else waiting.put(school, keyOf(course, userId), cohortId)
}

/** What Django takes for an address, near enough: a name, an `@`, a host with a dot. */
function isEmail(text: string): boolean {
  return /^[^\s@"(),:;<>[\]\\]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i.test(text)
}

function keyOf(course: Course, userId: UserId): string {
  return `${course.key} ${userId}`
}
