import { enrolmentOf } from '#mocks/lms/enrolments.ts'
import type { Course, CourseMode } from '#mocks/lms/course-model.ts'
import type { Enrolment, Instant, UserId } from '#mocks/lms/model.ts'
import { openModes } from '#mocks/lms/modes.ts'
import { draw, mix } from '#mocks/lms/random.ts'
import type { GivenStanding, Verification, VerificationState } from '#mocks/lms/standing-model.ts'
import type { School } from '#mocks/lms/store.ts'

const DAY = 24 * 3600 * 1000
/** Tracks that ask for a check of identity. */
const VERIFIED: ReadonlySet<string> = new Set(['verified', 'professional'])
/** Tracks from which one can go up to the verified one. */
const FREE: ReadonlySet<string> = new Set(['audit', 'honor'])

/** How many of the verified learners have got how far; shares add up to 1. */
const CHECKS: ReadonlyArray<readonly [VerificationState, share: number]> = [
  ['approved', 0.82],
  ['none', 0.06],
  ['pending', 0.06],
  ['expired', 0.03],
  ['must_reverify', 0.02],
  ['denied', 0.01],
]

/** When somebody who audits loses access. */
export interface AccessEnd {
  readonly at: Instant
  readonly isOver: boolean
  /** The track that would keep the access; null once one cannot upgrade any more. */
  readonly upgrade: CourseMode | null
}

/** Gives what the scenario says about a learner; nothing for the unknown and for those it does not mention. */
export function givenStanding(school: School, course: Course, userId: UserId): GivenStanding {
  return school.world.standing?.(course, userId) ?? {}
}

/** Gives the paid track that an enrolled learner can go up to now; null for those who have one, and where none is open. */
export function upgradeOf(school: School, course: Course, enrolment: Enrolment | null): CourseMode | null {
  if (!enrolment?.active || !FREE.has(enrolment.mode)) return null
  return openModes(school, course).find(({ slug }) => slug === 'verified') ?? null
}

/** Tells how the check of a learner's identity stands. Tracks without one have `none`. */
export function verificationOf(school: School, course: Course, enrolment: Enrolment | null): Verification {
  if (!enrolment) return { state: 'none', since: null }
  const given = givenStanding(school, course, enrolment.userId).verification
  if (given) return given
  if (!VERIFIED.has(enrolment.mode)) return { state: 'none', since: null }
  const drawn = mix(mix(school.world.seed, enrolment.userId), 77)
  const state = pick(draw(drawn, 1))
  const since = enrolment.created + Math.ceil(10 * draw(drawn, 2)) * DAY
  return { state, since: state === 'none' ? null : Math.min(since, school.now) }
}

/** Tells when an auditing learner loses access to the course; null for everybody who does not. */
export function accessEnd(school: School, course: Course, enrolment: Enrolment | null): AccessEnd | null {
  if (enrolment?.mode !== 'audit') return null
  const at = givenStanding(school, course, enrolment.userId).auditExpires
  if (at === undefined) return null
  return { at, isOver: at < school.now, upgrade: upgradeOf(school, course, enrolment) }
}

/** True where graded work is closed to a learner, who would have to upgrade first. */
export function isLocked(school: School, course: Course, userId: UserId): boolean {
  const { auditLocked = false } = givenStanding(school, course, userId)
  return auditLocked && enrolmentOf(school, course, userId)?.mode === 'audit'
}

function pick(at: number): VerificationState {
  let sum = 0
  for (const [state, share] of CHECKS) {
    sum += share
    if (at < sum) return state
  }
  return 'approved'
}
