import { learnerIndex } from './people.ts'
import type { Chapter, GradingPolicy, Subsection } from '#mocks/lms/course-model.ts'
import type { World } from '#mocks/lms/model.ts'
import type { StatisticsPlan } from './courses.ts'
import { usualPolicy } from './policies.ts'

/** The final exam is worth 100 points, marked to the hundredth. */
const HUNDREDTHS = 10_000

/**
 * Hundredths of a point in the final exam, the only work that counts: around each cutoff the last total that misses it
 * and the first that reaches it by rounding (from .45 of a percent on), and the ends of the scale.
 */
const EDGES = [
  8944, 8945, 8950, 8999, 9000, 7444, 7445, 7450, 7499, 7500, 5944, 5945, 5950, 5999, 6000, 9944, 9945,
  10_000, 44, 45, 0,
]

/** Totals that round to a cutoff, or just do not: only the final exam counts. */
export const PASSING_EDGE: Partial<StatisticsPlan> = {
  policy: (counts) => onlyFinal(usualPolicy(counts)),
  arrange: (chapters) => changeSubsections(chapters, (one) => (isFinal(one) ? inHundredths(one) : one)),
  answers: (usual) => (course, place, userId) => {
    const [problem] = place.subsection.problems
    if (!isFinal(place.subsection) || problem?.rawPossible !== HUNDREDTHS) return usual(course, place, userId)
    const index = learnerIndex(userId)
    return [index < 0 ? null : (EDGES[index % EDGES.length] ?? null)]
  },
  past: { among: 0, every: 1, cells: 0 },
}

/** More than 100 %: weights that add up to 110 %, and answers beyond the maximum. */
export const EXTRA_CREDIT: Partial<StatisticsPlan> = {
  policy: (counts) => {
    const { rules, cutoffs } = usualPolicy(counts)
    return { rules: rules.map((one) => (one.type === 'Homework' ? { ...one, weight: 0.25 } : one)), cutoffs }
  },
  answers: withBonus,
}

function onlyFinal({ rules, cutoffs }: GradingPolicy): GradingPolicy {
  const known = rules.some(({ type }) => type === 'Final exam')
  return {
    rules: rules.map((one) => (known ? { ...one, weight: one.type === 'Final exam' ? 1 : 0 } : one)),
    cutoffs,
  }
}

function isFinal({ format, staffOnly }: Subsection): boolean {
  return format === 'Final exam' && !staffOnly
}

function inHundredths(subsection: Subsection): Subsection {
  const [problem] = subsection.problems
  return problem
    ? { ...subsection, problems: [{ ...problem, weight: 100, rawPossible: HUNDREDTHS }] }
    : subsection
}

/** Every third learner gets a point more for each answer that is right already. */
function withBonus(usual: World['answers']): World['answers'] {
  return (course, place, userId) => {
    const answers = usual(course, place, userId)
    if (learnerIndex(userId) % 3 !== 0) return answers
    return answers.map((earned, index) => {
      const { rawPossible = 0 } = place.subsection.problems[index] ?? {}
      return earned !== null && earned >= rawPossible ? rawPossible + 1 : earned
    })
  }
}

/** Changes each subsection and leaves the chapters as they are. */
export function changeSubsections(
  chapters: readonly Chapter[],
  change: (subsection: Subsection) => Subsection,
): Chapter[] {
  return chapters.map((chapter) => ({ ...chapter, subsections: chapter.subsections.map(change) }))
}
