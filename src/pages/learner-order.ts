import type { CourseId, LearnerId } from '#src/domain/course.ts'

/** How a gradebook showed its learners, and where it stands: for the pages that one opens from it. */
export interface LearnerOrder {
  readonly courseId: CourseId
  /** Where a learner stands, or -1. */
  placeOf(learnerId: LearnerId): number
  /** Gives the learner before or after; null at the edge, or while the learner is not shown. */
  neighbour(learnerId: LearnerId, step: 1 | -1): LearnerId | null
  /** The query of the gradebook's address: filters and order. */
  readonly search: string
  /** What its history entry keeps: the search text. */
  readonly state: unknown
}

// In memory only: it names people.
let last: LearnerOrder | null = null

/** Remembers how a gradebook shows its learners. */
export function keepLearnerOrder(order: LearnerOrder): void {
  last = order
}

/** Gives how the course's gradebook was last shown; null where it was not opened since the app began. */
export function lastLearnerOrder(courseId: CourseId): LearnerOrder | null {
  return last?.courseId === courseId ? last : null
}
