import { isFrozen } from './access.ts'
import { modesIn } from './modes.ts'
import { readRule } from './grading.ts'
import type { AssignmentRule, Course, Cutoff, PlacedSubsection } from './course-model.ts'
import { subsectionsOf } from './outline.ts'
import type { School } from './store.ts'

export interface GradingInfo {
  readonly cutoffs: readonly Cutoff[]
  /** In policy order. */
  readonly rules: readonly AssignmentRule[]
  /** In course order, without what is hidden from the outline; graded or not. */
  readonly subsections: readonly PlacedSubsection[]
  readonly frozen: boolean
  readonly bulkManagement: boolean
}

/**
 * Gives how a course is graded. Grades API v1, grading-info.
 * @throws {Refusal} a crash, where the policy lacks a key: everything that grades fails over it
 */
export function gradingInfo(school: School, course: Course): GradingInfo {
  course.policy.rules.forEach(readRule)
  return {
    cutoffs: course.policy.cutoffs,
    rules: course.policy.rules,
    subsections: subsectionsOf(course).filter(({ hidden }) => !hidden),
    frozen: isFrozen(school, course),
    bulkManagement:
      course.flags.bulkManagement || modesIn(school, course).some(({ slug }) => slug === 'masters'),
  }
}
