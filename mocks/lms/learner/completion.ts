import { type Block, unitsOf } from '#mocks/lms/blocks.ts'
import { problemScores } from '#mocks/lms/grades.ts'
import type { Chapter, Course, PlacedSubsection } from '#mocks/lms/course-model.ts'
import type { UsageKey, UserId } from '#mocks/lms/model.ts'
import { subsectionsOf } from '#mocks/lms/outline.ts'
import type { School } from '#mocks/lms/store.ts'
import { table } from '#mocks/lms/tables.ts'

/** What was reported as done or not: 0..1, by course, learner and block. */
const reported = table<number>('completions')

/** How much of a block a learner has done, 0..1: of a leaf as it is known, of all others the mean of their leaves. */
export type CompletionOf = (block: Block) => number

/**
 * Gives how far a learner is. A problem is done once it was attempted, a text once its chapter has such a problem; what
 * was reported since goes before that.
 */
export function completionOf(school: School, course: Course, userId: UserId): CompletionOf {
  const attempts = attemptsOf(school, course, userId)
  const leaf = (block: Block): number => {
    const known = reported.isEmpty(school)
      ? undefined
      : reported.get(school, rowOf(course, userId, block.key))
    if (known !== undefined) return known
    return (block.problem ? attempts.problems.has(block.key) : attempts.chapters.has(block.chapter)) ? 1 : 0
  }
  return (block) => {
    const leaves = leavesOf(block)
    return leaves.length === 0 ? 0 : leaves.reduce((sum, one) => sum + leaf(one), 0) / leaves.length
  }
}

/** Units done, to do, and closed to the learner. */
export interface CompletionSummary {
  readonly complete: number
  readonly incomplete: number
  readonly locked: number
}

/** Counts the units of some subsections. */
export function countUnits(
  course: Course,
  places: Iterable<PlacedSubsection>,
  completion: CompletionOf,
  isLocked: (place: PlacedSubsection) => boolean,
): CompletionSummary {
  const counts = { complete: 0, incomplete: 0, locked: 0 }
  for (const place of places) {
    for (const unit of unitsOf(course, place)) {
      if (isLocked(place)) counts.locked += 1
      else if (completion(unit) === 1) counts.complete += 1
      else counts.incomplete += 1
    }
  }
  return counts
}

/**
 * Notes how much of a block a learner has done. Completion API v1, completion-batch.
 * @param done 0..1
 */
export function setCompletion(
  school: School,
  course: Course,
  userId: UserId,
  key: UsageKey,
  done: number,
): void {
  reported.put(school, rowOf(course, userId, key), done)
}

interface Attempts {
  readonly problems: ReadonlySet<UsageKey>
  readonly chapters: ReadonlySet<Chapter | null>
}

function attemptsOf(school: School, course: Course, userId: UserId): Attempts {
  const problems = new Set<UsageKey>()
  const chapters = new Set<Chapter | null>()
  for (const place of subsectionsOf(course)) {
    for (const { problem, attempted } of problemScores(school, course, place, userId)) {
      if (!attempted) continue
      problems.add(problem.key)
      chapters.add(place.chapter)
    }
  }
  return { problems, chapters }
}

function leavesOf(block: Block): readonly Block[] {
  return block.children.length === 0 && block.place !== null ? [block] : block.children.flatMap(leavesOf)
}

function rowOf(course: Course, userId: UserId, key: UsageKey): string {
  return `${course.key} ${userId} ${key}`
}
