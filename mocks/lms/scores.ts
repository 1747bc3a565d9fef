import { recalculate } from './grades.ts'
import type { Course } from './course-model.ts'
import type { UsageKey, UserId } from './model.ts'
import { type OutsideScore, record, type School, tick } from './store.ts'

/**
 * Sets a learner's score in a problem from outside, as a tool does through LTI, and recalculates subsection and
 * course. An override in force stays in force.
 * @param earned raw points of the problem, 0 and more; null takes the score away: the problem counts as not attempted
 */
export function setScore(
  school: School,
  course: Course,
  userId: UserId,
  problemKey: UsageKey,
  earned: number | null,
): void {
  const scores = school.scores.get(userId) ?? new Map<UsageKey, OutsideScore>()
  school.scores.set(userId, scores)
  scores.set(problemKey, { earned, at: tick(school) })
  recalculate(school, course, userId)
  record(school, { kind: 'score', courseKey: course.key, userId, problemKey, earned })
}
