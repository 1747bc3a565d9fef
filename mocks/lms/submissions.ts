import { answeredAt } from './answered-at.ts'
import { availableTo } from './availability.ts'
import type { Course, PlacedSubsection, Problem } from './course-model.ts'
import type { Instant, UserId } from './model.ts'
import { subsectionsOf } from './outline.ts'
import { draw, hashText, mix } from './random.ts'
import type { School } from './store.ts'

const DRAW = { attempts: 31, times: 32, wrong: 33 }
/** From one attempt to the next, in milliseconds. */
const PAUSE = 7 * 60_000
/** Where a problem is worth more, it is one question with partial credit. */
const MOST_PARTS = 10

/** One answer to one part of a problem. */
export interface PartAnswer {
  readonly given: number
  /** What would have been right. */
  readonly solution: number
}

/** What somebody sent in. */
export interface Submission {
  /** Counts from 1. */
  readonly attempt: number
  /** One for each part; null where the score came from outside, without answers. */
  readonly answers: readonly PartAnswer[] | null
  /** Raw points, before any weight; null where a tool took its score back. */
  readonly earned: number | null
  /** When; null where the problem does not note it. */
  readonly at: Instant | null
}

export interface ProblemSubmissions {
  readonly problem: Problem
  /** The newest first, one at least. */
  readonly submissions: readonly Submission[]
}

/**
 * Gives what a learner submitted, problem by problem, in course order. What is drawn from a library is left out, as is
 * what was not answered or is not available to the learner. Depends on the school's state only.
 */
export function submissionsOf(school: School, course: Course, userId: UserId): ProblemSubmissions[] {
  const available = availableTo(school, course, userId)
  return subsectionsOf(course)
    .filter(available)
    .flatMap((place) => {
      const answers = school.world.answers(course, place, userId)
      return place.subsection.problems.flatMap((problem, index): ProblemSubmissions | [] => {
        if (problem.fromLibrary) return []
        const own = ownSubmissions(school, course, { place, problem, userId, earned: answers[index] ?? null })
        const submissions = [...fromOutside(school, problem, userId, own.length), ...own]
        return submissions.length === 0 ? [] : { problem, submissions }
      })
    })
}

/** Gives the right answer to each part of a problem. */
export function solutionsOf({ key, rawPossible }: Problem): number[] {
  const parts =
    Number.isInteger(rawPossible) && rawPossible > 0 && rawPossible <= MOST_PARTS ? rawPossible : 1
  const state = hashText(key)
  return Array.from({ length: parts }, (_, part) => 1 + (mix(state, part) % 400) / 4)
}

interface Work {
  readonly place: PlacedSubsection
  readonly problem: Problem
  readonly userId: UserId
  readonly earned: number | null
}

/** The last attempt brought what counts, those before it less or as much. */
function ownSubmissions(
  school: School,
  course: Course,
  { place, problem, userId, earned }: Work,
): Submission[] {
  if (earned === null) return []
  const state = mix(mix(school.world.seed, userId), hashText(problem.key))
  const luck = draw(state, DRAW.attempts)
  const attempts = luck < 0.1 ? 3 : luck < 0.35 ? 2 : 1
  const last = answeredAt(school, course, place, userId)
  // Not every kind of problem notes when it was answered.
  const timed = draw(hashText(problem.key), DRAW.times) < 0.7
  return Array.from({ length: attempts }, (_, before): Submission => {
    const attempt = attempts - before
    const points = before === 0 ? earned : Math.floor((earned * attempt) / (attempts + 1))
    return {
      attempt,
      answers: answersFor(problem, points, mix(state, attempt)),
      earned: points,
      at: timed ? last - before * PAUSE : null,
    }
  })
}

/** As many parts are right as there are points. */
function answersFor(problem: Problem, points: number, state: number): PartAnswer[] {
  const solutions = solutionsOf(problem)
  const right = solutions.length === 1 ? Number(points >= problem.rawPossible) : points
  return solutions.map((solution, part) => {
    const isRight = part < right
    return { solution, given: isRight ? solution : solution + 1 + (mix(state, DRAW.wrong + part) % 40) / 4 }
  })
}

function fromOutside(school: School, { key }: Problem, userId: UserId, before: number): Submission[] {
  const score = school.scores.get(userId)?.get(key)
  return score ? [{ attempt: before + 1, answers: null, earned: score.earned, at: score.at }] : []
}
