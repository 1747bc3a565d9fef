import { accountById } from './accounts.ts'
import { cohortsIn } from '#mocks/lms/cohorts/cohorts.ts'
import { enrolmentsIn } from './enrolments.ts'
import { gradeSubsection, storedPercent } from './grades.ts'
import type { Course, PlacedSubsection } from './course-model.ts'
import type { Enrolment, UsageKey, UserId } from './model.ts'
import { findSubsection } from './outline.ts'
import { Refusal, refusal } from './refusal.ts'
import type { School } from './store.ts'

/** What the gradebook filters by; all that is given must hold. */
export interface GradebookFilters {
  /** Part of the username, whatever the case. */
  readonly usernameContains?: string
  /** Part of username, e-mail or external key, whatever the case. */
  readonly userContains?: string
  readonly cohortId?: number
  /** A mode's slug, exact. */
  readonly mode?: string
  /** Percent 0..100, ends included; a missing end is 0 or 100. Without either end it has no effect. */
  readonly assignment?: { readonly usageKey: UsageKey; readonly min?: number; readonly max?: number }
  /** Percent 0..100, ends included; a missing end is open. */
  readonly courseGrade?: { readonly min?: number; readonly max?: number }
  /** Names of roles in this course; `all` stands for any role. */
  readonly excludedRoles?: readonly string[]
}

type Test = (enrolment: Enrolment) => boolean

/** How many filtered lists are kept: reading one to the end asks for it page after page. */
const KEPT_LISTS = 8

/**
 * Gives the ids of the active enrolments that a filter leaves, ascending. Exact at any time.
 * @throws {Refusal} 404 for an unknown cohort
 */
export function filterEnrolments(
  school: School,
  course: Course,
  filters: GradebookFilters,
): readonly number[] {
  const key = JSON.stringify([course.key, filters])
  const { filtered } = school.caches
  const known = filtered.get(key)
  if (known?.revision === school.revision) return known.ids
  filtered.delete(key)
  const oldest = filtered.size >= KEPT_LISTS ? filtered.keys().next().value : undefined
  if (oldest !== undefined) filtered.delete(oldest)
  const ids = scan(school, course, testsFor(school, course, filters))
  filtered.set(key, { revision: school.revision, ids })
  return ids
}

function scan(school: School, course: Course, tests: readonly Test[]): number[] {
  const ids: number[] = []
  for (const enrolment of enrolmentsIn(school, course)) {
    if (enrolment.active && tests.every((test) => test(enrolment))) ids.push(enrolment.id)
  }
  return ids
}

/** Cheap tests first: those on grades compute them. */
function testsFor(school: School, course: Course, filters: GradebookFilters): Test[] {
  const { usernameContains, userContains, cohortId, mode, assignment, courseGrade, excludedRoles } = filters
  const tests: Test[] = []
  if (mode) tests.push((enrolment) => enrolment.mode === mode)
  if (cohortId !== undefined) tests.push(inCohort(school, course, cohortId))
  if (excludedRoles?.length) tests.push(withoutRoles(school, course, excludedRoles))
  if (usernameContains) tests.push(textTest(school, usernameContains, false))
  if (userContains) tests.push(textTest(school, userContains, true))
  if (assignment && (assignment.min !== undefined || assignment.max !== undefined)) {
    tests.push(assignmentTest(school, course, assignment))
  }
  if (courseGrade && (courseGrade.min !== undefined || courseGrade.max !== undefined)) {
    tests.push(courseGradeTest(school, course, courseGrade))
  }
  return tests
}

function inCohort(school: School, course: Course, cohortId: number): Test {
  if (!cohortsIn(school, course).some(({ id }) => id === cohortId)) {
    throw refusal(404, 'CourseUserGroup matching query does not exist.')
  }
  return (enrolment) => enrolment.cohortId === cohortId
}

function withoutRoles(school: School, course: Course, names: readonly string[]): Test {
  const holders = new Set<UserId>()
  for (const { userId, courseKey, role } of school.world.roles) {
    if (courseKey === course.key && (names.includes('all') || names.includes(role))) holders.add(userId)
  }
  return ({ userId }) => !holders.has(userId)
}

function textTest(school: School, part: string, everywhere: boolean): Test {
  const wanted = part.toLowerCase()
  const has = (text: string | null): boolean => text?.toLowerCase().includes(wanted) ?? false
  return ({ userId, externalKey }) => {
    const account = accountById(school, userId)
    if (!account) return false
    return has(account.username) || (everywhere && (has(account.email) || has(externalKey)))
  }
}

/** Only what is stored is found; an override with an empty field has no percent, and is not found either. */
function assignmentTest(
  school: School,
  course: Course,
  { usageKey, min = 0, max = 100 }: NonNullable<GradebookFilters['assignment']>,
): Test {
  const place = findSubsection(course, usageKey)
  return ({ userId }) => {
    const percent = place ? storedSubsectionPercent(school, course, place, userId) : null
    return percent !== null && percent >= min && percent <= max
  }
}

function storedSubsectionPercent(
  school: School,
  course: Course,
  place: PlacedSubsection,
  userId: UserId,
): number | null {
  const { stored, original, override } = gradeSubsection(school, course, place, userId)
  const { earnedGraded, possibleGraded } = override ?? original
  if (!stored || earnedGraded === null || possibleGraded === null || possibleGraded === 0) return null
  return (earnedGraded / possibleGraded) * 100
}

/** Learners without a stored grade are found as long as no minimum above zero is asked for. */
function courseGradeTest(
  school: School,
  course: Course,
  { min, max }: NonNullable<GradebookFilters['courseGrade']>,
): Test {
  const from = (min ?? Number.NEGATIVE_INFINITY) / 100
  const to = (max ?? Number.POSITIVE_INFINITY) / 100
  return ({ userId }) => {
    const percent = storedPercentOrNull(school, course, userId)
    return percent === null ? !min : percent >= from && percent <= to
  }
}

/** Where grading crashes over the policy, nothing was ever stored. */
function storedPercentOrNull(school: School, course: Course, userId: UserId): number | null {
  try {
    return storedPercent(school, course, userId)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
