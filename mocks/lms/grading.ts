import type { AssignmentRule, Cutoff, GradingPolicy, Problem } from './course-model.ts'
import type { UsageKey } from './model.ts'
import { crash } from './refusal.ts'
import { roundHalfEven, roundTotal } from './rounding.ts'

/** A subsection that counts: its graded points, after any override. */
export interface Entry {
  readonly key: UsageKey
  readonly name: string
  readonly earned: number
  readonly possible: number
}

/** One of the scores that make an assignment type's. */
export interface Mark {
  /** Null for a placeholder: work that the policy expects and the course does not have. */
  readonly entry: Entry | null
  /** Fraction, four decimals. */
  readonly percent: number
  readonly dropped: boolean
}

export interface TypeGrade {
  readonly rule: Rule
  /** Fraction, after drops; not rounded. */
  readonly percent: number
  readonly marks: readonly Mark[]
}

export interface CourseTotal {
  /** Sum of type percent times weight; not rounded, weights not normalised. */
  readonly total: number
  /** What is stored: `total` with two decimals. */
  readonly percent: number
  readonly letter: string | null
  /** Null where no cutoff is above zero. */
  readonly passed: boolean | null
  /** In policy order. */
  readonly types: readonly TypeGrade[]
}

/** An assignment type whose rule could be read. */
export interface Rule {
  readonly type: string
  readonly shortLabel: string
  readonly minCount: number
  readonly dropCount: number
  readonly weight: number
  readonly showOnlyAverage: boolean
  readonly hideAverage: boolean
}

/** Gives points of one problem: scaled to its weight, if it has one and is worth anything. */
export function problemPoints(
  { weight, rawPossible }: Pick<Problem, 'weight' | 'rawPossible'>,
  rawEarned: number,
): { earned: number; possible: number } {
  if (weight === null || rawPossible === 0) return { earned: rawEarned, possible: rawPossible }
  return { earned: (rawEarned * weight) / rawPossible, possible: weight }
}

/** Gives the fraction of a subsection with four decimals, ties to even; 0 where nothing is possible. */
export function percentOf(earned: number, possible: number): number {
  return possible > 0 ? roundHalfEven(earned / possible, 4) : 0
}

/** Gives the highest letter that a rounded course grade earns, or null. */
export function letterFor(percent: number, cutoffs: readonly Cutoff[]): string | null {
  const earned = cutoffs.filter(({ from }) => percent >= from)
  return earned.sort((one, other) => other.from - one.from)[0]?.letter ?? null
}

/** True from the lowest cutoff above zero on; null where there is none. */
export function isPassing(percent: number, cutoffs: readonly Cutoff[]): boolean | null {
  const aboveZero = cutoffs.map(({ from }) => from).filter((from) => from > 0)
  return aboveZero.length === 0 ? null : percent >= Math.min(...aboveZero)
}

/**
 * Reads a line of the stored policy.
 * @throws {Refusal} a crash, where a key is missing or a count is not a number
 */
export function readRule({ type, shortLabel, minCount, dropCount, weight, ...shown }: AssignmentRule): Rule {
  const expected = Math.trunc(Number(minCount ?? Number.NaN))
  if (type === null || dropCount === null || weight === null || Number.isNaN(expected)) {
    throw crash(`The grading policy is not readable at ${type ?? 'a type without a name'}`)
  }
  return {
    type,
    shortLabel: shortLabel ?? type,
    minCount: expected,
    dropCount,
    weight,
    showOnlyAverage: shown.showOnlyAverage ?? false,
    hideAverage: shown.hideAverage ?? false,
  }
}

/** Grades one assignment type. Missing entries count as zero; the lowest are dropped, of equals the later one. */
export function gradeType(rule: Rule, entries: readonly Entry[]): TypeGrade {
  const count = Math.max(entries.length, rule.minCount)
  const percents = Array.from({ length: count }, (_, index) => {
    const entry = entries[index]
    return entry ? percentOf(entry.earned, entry.possible) : 0
  })
  const dropped = lowest(percents, rule.dropCount)
  const kept = percents.reduce((sum, percent, index) => (dropped.has(index) ? sum : sum + percent), 0)
  return {
    rule,
    percent: count > rule.dropCount ? kept / (count - rule.dropCount) : 0,
    marks: percents.map((percent, index) => ({
      entry: entries[index] ?? null,
      percent,
      dropped: dropped.has(index),
    })),
  }
}

/**
 * Grades a course. `entriesOf` gives the entries of a type in course order.
 * @throws {Refusal} a crash, where the policy lacks a key
 */
export function gradeCourse(
  { rules, cutoffs }: GradingPolicy,
  entriesOf: (type: string) => readonly Entry[],
): CourseTotal {
  const types = rules.map(readRule).map((rule) => gradeType(rule, entriesOf(rule.type)))
  const total = types.reduce((sum, { percent, rule }) => sum + percent * rule.weight, 0)
  const percent = roundTotal(total)
  return { total, percent, letter: letterFor(percent, cutoffs), passed: isPassing(percent, cutoffs), types }
}

/** Gives the places of the `count` lowest. The sort is stable and descending, so that of equals the later one goes. */
function lowest(percents: readonly number[], count: number): ReadonlySet<number> {
  if (count <= 0) return new Set()
  const order = percents.map((_, index) => index)
  order.sort((one, other) => (percents[other] ?? 0) - (percents[one] ?? 0))
  return new Set(order.slice(-count))
}
