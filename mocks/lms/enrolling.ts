import { cohortNamed } from '#mocks/lms/cohorts/cohorts.ts'
import { endWaiting, move } from '#mocks/lms/cohorts/members.ts'
import { enrolmentOf, enrolmentsIn, saveEnrolment } from './enrolments.ts'
import { enrolmentsOf, findCourse } from './courses.ts'
import type { Course } from './course-model.ts'
import type { Account, Enrolment } from './model.ts'
import { modesIn, openModes } from './modes.ts'
import { refusal } from './refusal.ts'
import type { School } from './store.ts'

/** What an enrolment is to be like; what is absent stays, or is as usual for a new one. */
export interface EnrolmentWish {
  readonly mode?: string
  readonly active?: boolean
  /** The name of a cohort to join. */
  readonly cohort?: string
}

/** The code of the refusal of a mode in which one cannot enrol. */
export const NO_SUCH_MODE = 'mode-unavailable'

/**
 * Enrols somebody, or changes an enrolment. Enrollment API v1, enrollment.
 * Only staff of the whole site change the mode of an enrolment, or end it; for others an active enrolment stays as it
 * is, and an inactive one begins anew. A wrong cohort is noticed last: what was done before stays done.
 * @param byStaff staff of the whole site asks
 * @returns the enrolment as it was before the cohort was joined
 * @throws {Refusal} 400: a mode in which one cannot enrol (code `NO_SUCH_MODE`), leaving with the wrong mode, an unknown
 *   cohort
 */
export function enrol(
  school: School,
  course: Course,
  account: Account,
  wish: EnrolmentWish,
  byStaff: boolean,
): Enrolment {
  const enrolment = byStaff
    ? change(school, course, account, wish)
    : begin(school, course, account, wish, enrolmentOf(school, course, account.id))
  if (wish.cohort !== undefined) join(school, course, account, wish.cohort)
  return enrolment
}

function change(school: School, course: Course, account: Account, wish: EnrolmentWish): Enrolment {
  const known = enrolmentOf(school, course, account.id)
  const { mode = known?.mode, active = known?.active } = wish
  if (!known || (mode === known.mode && active === known.active)) {
    return begin(school, course, account, wish, known)
  }
  if (mode !== known.mode && active !== known.active && !active) {
    // Whoever wants to end an enrolment but takes it for another one may know it only as it was.
    const words = `Enrollment mode mismatch: active mode=${known.mode}, requested mode=${mode}. Won't deactivate.`
    throw refusal(400, words)
  }
  if (wish.mode !== undefined) requireMode(school, course, wish.mode, wish.active)
  return saveEnrolment(school, course, account.id, { mode, active })
}

function begin(
  school: School,
  course: Course,
  { id }: Account,
  { mode = usualMode(school, course), active = true }: EnrolmentWish,
  known: Enrolment | undefined,
): Enrolment {
  requireMode(school, course, mode, active)
  if (known?.active) return known
  const cohortId = known ? known.cohortId : endWaiting(school, course, id)
  return saveEnrolment(school, course, id, { mode, active, cohortId })
}

/** To end an enrolment, an expired mode will do. */
function requireMode(school: School, course: Course, mode: string, active = true): void {
  const modes = active ? openModes(school, course) : modesIn(school, course)
  if (modes.some(({ slug }) => slug === mode)) return
  const words = `The [${mode}] course mode is expired or otherwise unavailable for course run [${course.key}].`
  throw refusal(400, words, NO_SUCH_MODE)
}

function usualMode(school: School, course: Course): string {
  const open = new Set(openModes(school, course).map(({ slug }) => slug))
  return open.has('honor') && !open.has('audit') ? 'honor' : 'audit'
}

function join(school: School, course: Course, account: Account, name: string): void {
  const cohort = cohortNamed(school, course, name)
  if (!cohort) throw refusal(400, `An error occured while adding to cohort [${name}]`)
  move(school, course, cohort, account)
}

/**
 * Ends all enrolments of somebody. Enrollment API v1, unenroll.
 * @returns the organisations whose courses they have ever been enrolled in, each once; null where nothing was active
 */
export function leaveAllCourses(school: School, account: Account): string[] | null {
  const rows = enrolmentsOf(school, account)
  const active = rows.filter((row) => row.active)
  if (active.length === 0) return null
  for (const { courseKey } of active) {
    const course = findCourse(school, courseKey)
    if (course) saveEnrolment(school, course, account.id, { active: false })
  }
  return [...new Set(rows.flatMap(({ courseKey }) => findCourse(school, courseKey)?.org ?? []))]
}

/** Gives the enrolments of some courses and (where given) some people, active or not, the newest first. */
export function newestEnrolments(
  school: School,
  courses: readonly Course[],
  usernames?: readonly Account[],
): Enrolment[] {
  const rows = courses.flatMap((course) =>
    usernames
      ? usernames.flatMap(({ id }) => enrolmentOf(school, course, id) ?? [])
      : [...enrolmentsIn(school, course)],
  )
  return rows.sort((one, other) => other.created - one.created || other.id - one.id)
}
