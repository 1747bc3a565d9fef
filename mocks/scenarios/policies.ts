import type { AssignmentRule, Cutoff, GradingPolicy } from '#mocks/lms/course-model.ts'
import type { AssignmentCounts } from './assignments.ts'

const LETTERS: readonly Cutoff[] = [
  { letter: 'A', from: 0.9 },
  { letter: 'B', from: 0.75 },
  { letter: 'C', from: 0.6 },
]

/** Gives the usual policy: two rows of weekly work with drops, two exams, weights that add up to 1. */
export function usualPolicy({ homework, lab, midterm, final }: AssignmentCounts): GradingPolicy {
  return {
    rules: [
      rule('Homework', 'HW', homework, homework > 4 ? 2 : 0, lab > 0 ? 0.15 : 1),
      // The hidden lab is a gift: it is not among those expected.
      ...(lab > 0 ? [rule('Lab', 'Lab', lab > 4 ? lab - 1 : lab, lab > 4 ? 2 : 0, 0.15)] : []),
      ...(midterm > 0 ? [rule('Midterm exam', 'Midterm', 1, 0, 0.3)] : []),
      ...(final > 0 ? [rule('Final exam', 'Final', 1, 0, 0.4)] : []),
    ],
    cutoffs: LETTERS,
  }
}

/** Gives a policy with everything that people get wrong. Its labs are called Project in the course. */
export function messyPolicy({ homework }: AssignmentCounts): GradingPolicy {
  return {
    rules: [
      // Expects more than there are, as text, as old courses have it.
      rule('Homework', 'HW', String(homework + 3), 2, 0.25),
      rule('Midterm exam', 'Exam', 1, 0, 0.3),
      // The same label as the midterm's.
      rule('Final exam', 'Exam', 1, 0, 0.4),
      // A type that no assignment has.
      rule('Participation', null, 5, 1, 0.15),
    ],
    cutoffs: [
      { letter: 'B', from: 0.55 },
      { letter: 'A', from: 0.9 },
      { letter: 'C', from: 0.6 },
    ],
  }
}

/** Gives a policy that drops more labs than there are. */
export function droppingPolicy(counts: AssignmentCounts): GradingPolicy {
  const { rules, cutoffs } = usualPolicy(counts)
  return { rules: rules.map((one) => (one.type === 'Lab' ? { ...one, dropCount: 99 } : one)), cutoffs }
}

/** Gives a policy that lost a key: whoever grades by it fails. */
export function brokenPolicy(counts: AssignmentCounts): GradingPolicy {
  const { rules, cutoffs } = usualPolicy(counts)
  return { rules: rules.map((one) => ({ ...one, weight: one.type === 'Lab' ? null : one.weight })), cutoffs }
}

/** Gives pass or fail: homework alone. */
export function simplePolicy(count: number): GradingPolicy {
  return { rules: [rule('Homework', 'HW', count, 0, 1)], cutoffs: [{ letter: 'Pass', from: 0.5 }] }
}

function rule(
  type: string,
  shortLabel: string | null,
  minCount: number | string,
  dropCount: number,
  weight: number,
): AssignmentRule {
  return { type, shortLabel, minCount, dropCount, weight }
}
