import { enrolmentOf } from '#mocks/lms/enrolments.ts'
import { learnerGrades } from '#mocks/lms/grades.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import type { Instant, UserId } from '#mocks/lms/model.ts'
import { givenStanding } from './standing.ts'
import type { CreditRequirement } from '#mocks/lms/standing-model.ts'
import type { School } from '#mocks/lms/store.ts'

/** Tracks in which credit can be earned. */
const CREDIT_TRACKS: ReadonlySet<string> = new Set(['verified', 'professional', 'masters', 'credit'])

export interface CreditStanding {
  readonly eligibility: 'eligible' | 'not_eligible' | 'partial_eligible'
  /** Until when credit can be asked for. */
  readonly deadline: Instant
  readonly requirements: readonly CreditRequirement[]
}

/**
 * Tells how a learner's credit for a course stands: eligible once all requirements are met, not eligible once one of them
 * failed; null where no credit is given. A required grade is met by today's grade, and failed when the course is over.
 * @throws {Refusal} a crash, where the policy lacks a key
 */
export function creditOf(school: School, course: Course, userId: UserId): CreditStanding | null {
  const { credit } = givenStanding(school, course, userId)
  const enrolment = enrolmentOf(school, course, userId)
  if (!credit || !enrolment?.active || !CREDIT_TRACKS.has(enrolment.mode)) return null
  const requirements = credit.requirements.map((one) => today(school, course, userId, one))
  return { deadline: credit.deadline, requirements, eligibility: eligibilityOf(requirements) }
}

function today(
  school: School,
  course: Course,
  userId: UserId,
  requirement: CreditRequirement,
): CreditRequirement {
  const { minGrade, since } = requirement
  if (minGrade === null) return requirement
  const { percent } = learnerGrades(school, course, userId).course
  if (percent >= minGrade)
    return { ...requirement, state: 'satisfied', since: since ?? school.world.startsAt }
  const over = course.end !== null && course.end <= school.now
  return { ...requirement, state: over ? 'failed' : null, since: over ? course.end : null }
}

function eligibilityOf(requirements: readonly CreditRequirement[]): CreditStanding['eligibility'] {
  if (requirements.every(({ state }) => state === 'satisfied')) return 'eligible'
  const lost = requirements.some(({ state }) => state === 'failed' || state === 'declined')
  return lost ? 'not_eligible' : 'partial_eligible'
}
