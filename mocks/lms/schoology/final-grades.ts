/**
 * Schoology's own arithmetic. Percentages are 0 to 100, and null where there is nothing to reckon with.
 */

/** What counts towards a grade: 1 is the mean of percentages, 2 all points over all maxima. */
export type CalculationType = 1 | 2

export interface CountedCategory {
  readonly id: number
  readonly calculationType: CalculationType
  /** So many of the lowest scores of each period do not count. */
  readonly dropLowest: number
  readonly weight: number
}

/** One score that counts; what is excused, incomplete or not graded is none, what is missing has 0 points. */
export interface Score {
  readonly categoryId: number
  readonly points: number
  readonly max: number
  /** How much it counts beside others of its category. */
  readonly factor: number
}

/** One part of the final grade: a period, or a midterm or final exam. */
export interface WeightedPart {
  readonly grade: number | null
  readonly weight: number
}

/** Gives the grade of one category: the lowest scores dropped, but never the last one. */
export function categoryGrade(
  { calculationType, dropLowest }: Pick<CountedCategory, 'calculationType' | 'dropLowest'>,
  scores: readonly Score[],
): number | null {
  const usable = scores.filter(({ max, factor }) => max > 0 && factor > 0)
  const sorted = usable.toSorted((one, other) => percent(one) - percent(other))
  const kept = sorted.slice(Math.min(dropLowest, Math.max(0, sorted.length - 1)))
  if (calculationType === 1) {
    return weightedMean(kept.map((score) => ({ grade: percent(score), weight: score.factor })))
  }
  const possible = sum(kept.map(({ max, factor }) => max * factor))
  return possible > 0 ? (sum(kept.map(({ points, factor }) => points * factor)) / possible) * 100 : null
}

/**
 * Gives the grade of a period from its categories. Scores without a category do not count.
 * @param weighted false where the section does not weigh its categories: they count alike then
 */
export function periodGrade(
  categories: readonly CountedCategory[],
  scores: readonly Score[],
  weighted: boolean,
): number | null {
  const parts = categories.map((category) => ({
    grade: categoryGrade(
      category,
      scores.filter(({ categoryId }) => categoryId === category.id),
    ),
    weight: weighted ? category.weight : 1,
  }))
  return roundedPercent(weightedMean(parts))
}

/** Gives the final grade from periods and exams; null where all that has a grade weighs nothing. */
export function finalGrade(parts: readonly WeightedPart[]): number | null {
  return roundedPercent(weightedMean(parts))
}

/** Weights are shared out among those that have a grade. */
function weightedMean(parts: readonly WeightedPart[]): number | null {
  const graded = parts.filter(({ grade }) => grade !== null)
  const weights = sum(graded.map(({ weight }) => weight))
  return weights > 0 ? sum(graded.map(({ grade, weight }) => (grade ?? 0) * weight)) / weights : null
}

/**
 * Keeps two decimals, as a fraction times 100: so it goes out with the crumbs that binary fractions leave, as the
 * server's own numbers do (`91.3299999…`).
 */
function roundedPercent(grade: number | null): number | null {
  return grade === null ? null : (Math.round(grade * 100) / 10_000) * 100
}

function percent({ points, max }: Score): number {
  return (points / max) * 100
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
