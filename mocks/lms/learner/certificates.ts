import { enrolmentOf } from '#mocks/lms/enrolments.ts'
import { learnerGrades, totalOf } from '#mocks/lms/grades.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import type { Enrolment, Instant, UserId } from '#mocks/lms/model.ts'
import { findSubsection } from '#mocks/lms/outline.ts'
import { hashText, mix } from '#mocks/lms/random.ts'
import { givenStanding, verificationOf } from './standing.ts'
import type { CertificateState } from '#mocks/lms/standing-model.ts'
import type { School } from '#mocks/lms/store.ts'

const DAY = 24 * 3600 * 1000
/** From the course's end to the day on which certificates that are earned already can be had. */
const AVAILABLE_AFTER = 2 * DAY

/** States that a failing grade takes away. */
const HELD: ReadonlySet<CertificateState> = new Set([
  'downloadable',
  'generating',
  'earned_but_not_available',
  'honor_passing',
])
/** States that are told without that anything is kept. */
const UNKEPT: ReadonlySet<CertificateState> = new Set([
  'auditing',
  'audit_passing',
  'audit_notpassing',
  'requesting',
])
const PASSING: ReadonlySet<CertificateState> = new Set(['downloadable', 'generating'])

/** What the server keeps about a certificate. */
export interface CertificateRecord {
  readonly status: CertificateState
  readonly isPassing: boolean
  /** The track in which it was earned. */
  readonly type: string
  /** The course grade on it, a fraction: it stays when the grade changes and is still a passing one. */
  readonly grade: number
  /** 32 hexadecimal digits. */
  readonly uuid: string
  readonly created: Instant
  readonly modified: Instant
}

export interface Certificate {
  readonly course: Course
  /** As the progress page tells it. */
  readonly state: CertificateState
  /** When one that is earned can be had; null for all others. */
  readonly availableFrom: Instant | null
  /** Null where nothing is kept yet. */
  readonly record: CertificateRecord | null
}

/**
 * Tells how a learner's certificate in a course stands; null where there is none. The scenario says so, or else the
 * track: who audits gets none for passing, all others one when the course is over, if they pass. Today's grade has the
 * last word: a failing one takes a certificate away, and a passing one brings it.
 * @throws {Refusal} a crash, where the policy lacks a key
 */
export function certificateOf(school: School, course: Course, userId: UserId): Certificate | null {
  const enrolment = enrolmentOf(school, course, userId)
  if (!enrolment) return null
  const today = learnerGrades(school, course, userId)
  const passes = today.course.passed ?? false
  const availableFrom = course.end === null ? null : course.end + AVAILABLE_AFTER
  const waits = availableFrom !== null && availableFrom > school.now
  const state = afterWaiting(stateToday(school, course, enrolment, passes), waits)
  if (state === null) return null
  // As it was earned: before anybody overrode anything.
  const earned = totalOf(
    course,
    today.subsections.map((one) => ({ ...one, effective: one.original })),
  )
  const keepsGrade = state !== 'notpassing' && (earned.passed ?? false)
  return {
    course,
    state,
    availableFrom: state === 'earned_but_not_available' ? availableFrom : null,
    record: UNKEPT.has(state)
      ? null
      : recordOf(school, course, enrolment, state, keepsGrade ? earned.percent : today.course.percent),
  }
}

/** Gives somebody's certificates of which something is kept, in the order of the school's courses. */
export function certificatesOf(school: School, userId: UserId): Certificate[] {
  return school.world.courses.flatMap((course) => {
    const certificate = certificateOf(school, course, userId)
    return certificate?.record ? certificate : []
  })
}

function stateToday(
  school: School,
  course: Course,
  enrolment: Enrolment,
  passes: boolean,
): CertificateState | null {
  const { certificate: given } = givenStanding(school, course, enrolment.userId)
  const audits = enrolment.mode === 'audit'
  // Who upgraded since leaves the states of auditing behind.
  const holds = given !== undefined && (audits || !given.startsWith('audit'))
  const state = holds ? given : usualState(school, course, enrolment, passes)
  if (state === 'none' || state === null) return null
  if (!passes && state === 'requesting') return null
  if (!passes && HELD.has(state)) return 'notpassing'
  return passes && state === 'notpassing' ? 'downloadable' : state
}

function usualState(
  school: School,
  course: Course,
  enrolment: Enrolment,
  passes: boolean,
): CertificateState | null {
  if (enrolment.mode === 'audit') return 'audit_passing'
  if (course.end === null || course.end > school.now) return null
  if (!passes) return 'notpassing'
  const { state } = verificationOf(school, course, enrolment)
  return enrolment.mode === 'verified' && state !== 'approved' ? 'unverified' : 'downloadable'
}

function afterWaiting(state: CertificateState | null, waits: boolean): CertificateState | null {
  return state === 'earned_but_not_available' && !waits ? 'downloadable' : state
}

function recordOf(
  school: School,
  course: Course,
  { userId, mode }: Enrolment,
  state: CertificateState,
  grade: number,
): CertificateRecord {
  const drawn = mix(mix(school.world.seed, userId), hashText(course.key))
  const start = school.world.startsAt
  const created = course.end !== null && course.end < start ? course.end : start - (1 + (drawn % 20)) * DAY
  const status = state === 'earned_but_not_available' ? 'downloadable' : state
  return {
    status,
    isPassing: PASSING.has(status),
    type: mode,
    grade,
    uuid: Array.from({ length: 4 }, (_, index) => mix(drawn, index).toString(16).padStart(8, '0')).join(''),
    created,
    modified: Math.max(created, lastOverride(school, course, userId)),
  }
}

/** When a grade was last changed by hand, which may have changed the certificate; 0 for never. */
function lastOverride(school: School, course: Course, userId: UserId): Instant {
  const times = [...(school.overrides.get(userId) ?? [])]
    .filter(([key]) => findSubsection(course, key))
    .flatMap(([, { history }]) => history.map(({ at }) => at))
  return Math.max(0, ...times)
}
