import type { Cohort, CourseMode, Roster, RosterEntry } from '#mocks/lms/course-model.ts'
import type { Instant, UserId } from '#mocks/lms/model.ts'
import { draw, hashText, mix } from '#mocks/lms/random.ts'
import { learnerId, learnerIndex } from './people.ts'

const DRAW = { mode: 1, active: 2, cohort: 3, key: 4 }

/** Seconds between one enrolment and the next. */
const PACE = 97_000

export interface RosterPlan {
  /** Enrolment ids start here: no two courses may overlap. */
  readonly firstId: number
  /** Those who enrolled first: people with a part of their own. */
  readonly first: readonly UserId[]
  /** Then come so many learners, from this place in the list on. */
  readonly learners: number
  readonly from: number
  readonly opens: Instant
  /** A slug, and the share of learners who have it; shares add up to 1. */
  readonly modes: ReadonlyArray<readonly [slug: CourseMode['slug'], share: number]>
  /** The last one stays empty; some learners are in none. */
  readonly cohorts: readonly Cohort[]
}

/** Gives a roster whose rows are drawn when asked for. */
export function rosterOf(seed: number, plan: RosterPlan): Roster {
  const { first, learners, from, firstId } = plan
  return {
    firstId,
    size: first.length + learners,
    at: (position) => {
      const userId = first[position] ?? learnerId(from + position - first.length)
      return entry(seed, plan, userId, position)
    },
    positionOf: (userId) => {
      const named = first.indexOf(userId)
      if (named >= 0) return named
      const index = learnerIndex(userId) - from
      return index >= 0 && index < learners ? first.length + index : undefined
    },
  }
}

function entry(seed: number, plan: RosterPlan, userId: UserId, position: number): RosterEntry {
  const state = mix(mix(seed, userId), plan.firstId)
  const created = plan.opens + position * PACE
  if (position < plan.first.length) {
    return {
      userId,
      mode: plan.modes[0]?.[0] ?? 'audit',
      active: true,
      created,
      cohortId: null,
      externalKey: null,
    }
  }
  const mode = pickMode(plan.modes, draw(state, DRAW.mode))
  const known = mode === 'masters' || draw(state, DRAW.key) < 0.04
  return {
    userId,
    mode,
    // The one who signs in as the learner stays.
    active: userId === learnerId(0) || draw(state, DRAW.active) >= 0.04,
    created,
    cohortId: pickCohort(plan.cohorts, draw(state, DRAW.cohort)),
    externalKey: known ? externalKey(userId) : null,
  }
}

function pickMode(modes: RosterPlan['modes'], at: number): string {
  let sum = 0
  for (const [slug, share] of modes) {
    sum += share
    if (at < sum) return slug
  }
  return modes[0]?.[0] ?? 'audit'
}

function pickCohort(cohorts: readonly Cohort[], at: number): number | null {
  const filled = cohorts.slice(0, -1)
  // One in twenty is in none.
  return filled[Math.floor(at * filled.length * 1.05)]?.id ?? null
}

/** Student keys look like another system's: eight digits, no order. */
function externalKey(userId: UserId): string {
  return `S${String(mix(hashText('student key'), userId) % 100_000_000).padStart(8, '0')}`
}
