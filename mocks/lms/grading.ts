import type { AssignmentRule, Cutoff, GradingPolicy, Problem, UsageKey } from './model.ts'
import { crash } from './refusal.ts'
import { percentText, pointsText, roundHalfEven } from './rounding.ts'

/** A subsection that counts: its graded points, after any override. */
export interface Entry {
  readonly key: UsageKey
  readonly name: string
  readonly earned: number
  readonly possible: number
}

/** A line of the grader's own account. */
export interface BreakdownRow {
  /** Null for an average, for a placeholder, and for a type's only entry where that is a placeholder. */
  readonly key: UsageKey | null
  readonly category: string
  readonly label: string
  readonly detail: string
  /** Fraction 0..1, and more. */
  readonly percent: number
  /** A line that stands for its whole type. */
  readonly prominent: boolean
  /** Why it does not count; null where it does. */
  readonly dropped: string | null
}

export interface TypeGrade {
  readonly category: string
  readonly weight: number
  /** Fraction, after drops; not rounded. */
  readonly percent: number
  /** What it adds to the course grade, and out of how much: `Homework = 2.75% of a possible 25.00%`. */
  readonly detail: string
  readonly rows: readonly BreakdownRow[]
}

export interface CourseTotal {
  /** Sum of type percent times weight; not rounded, weights not normalised. */
  readonly total: number
  /** What is stored: `total` with two decimals. */
  readonly percent: number
  readonly letter: string | null
  /** Null where no cutoff is above zero. */
  readonly passed: boolean | null
  readonly types: readonly TypeGrade[]
}

/** An assignment type that was read without a fault. */
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
  return possible > 0 ? roundHalfEven((earned / possible) * 1e4) / 1e4 : 0
}

/** Gives the course grade with two decimals. From .45 of a percent on it goes up. */
export function roundTotal(total: number): number {
  return Math.floor(total * 100 + 0.05 + 0.5) / 100
}

/** Gives the highest letter that a rounded course grade earns, or null. */
export function letterFor(percent: number, cutoffs: readonly Cutoff[]): string | null {
  return (
    [...cutoffs].sort((one, other) => other.from - one.from).find(({ from }) => percent >= from)?.letter ??
    null
  )
}

/** True from the lowest cutoff above zero on; null where there is none. */
export function isPassing(percent: number, cutoffs: readonly Cutoff[]): boolean | null {
  const nonZero = cutoffs.map(({ from }) => from).filter((from) => from > 0)
  return nonZero.length === 0 ? null : percent >= Math.min(...nonZero)
}

/**
 * Reads a line of the stored policy.
 * @throws {Refusal} a crash, where a key is missing or a count is not a number
 */
export function readRule(rule: AssignmentRule): Rule {
  const minCount = Math.trunc(Number(rule.minCount ?? Number.NaN))
  if (rule.type === null || rule.dropCount === null || rule.weight === null || Number.isNaN(minCount)) {
    throw crash(`The grading policy is not readable at ${rule.type ?? 'a type without a name'}`)
  }
  return {
    type: rule.type,
    shortLabel: rule.shortLabel ?? rule.type,
    minCount,
    dropCount: rule.dropCount,
    weight: rule.weight,
    showOnlyAverage: rule.showOnlyAverage ?? false,
    hideAverage: rule.hideAverage ?? false,
  }
}

/**
 * Grades one assignment type. Missing entries count as zero; the lowest are dropped, of equals the later one.
 * @throws {Refusal} a crash, where the policy lacks a key
 */
export function gradeType(stored: AssignmentRule, entries: readonly Entry[]): TypeGrade {
  const rule = readRule(stored)
  const { type: category, dropCount, weight } = rule
  const count = Math.max(entries.length, rule.minCount)
  const marks = Array.from({ length: count }, (_, index) => markOf(rule, entries[index], index))

  const byPercent = marks.map((_, index) => index)
  byPercent.sort((one, other) => (marks[other]?.percent ?? 0) - (marks[one]?.percent ?? 0))
  const dropped = new Set(dropCount > 0 ? byPercent.slice(-dropCount) : [])
  const kept = marks.reduce((sum, mark, index) => (dropped.has(index) ? sum : sum + mark.percent), 0)
  const percent = count - dropCount > 0 ? kept / (count - dropCount) : kept

  const reason = `The lowest ${dropCount} ${category} scores are dropped.`
  const lines = marks.map((mark, index) => (dropped.has(index) ? { ...mark, dropped: reason } : mark))
  return {
    category,
    weight,
    percent,
    detail: shareText(category, percent, weight),
    rows: present(rule, lines, percent),
  }
}

/**
 * Grades a course: the entries by format, in course order.
 * @throws {Refusal} a crash, where the policy lacks a key
 */
export function gradeCourse(
  { rules, cutoffs }: GradingPolicy,
  entriesOf: (type: string) => readonly Entry[],
): CourseTotal {
  const types = rules.map((rule) => gradeType(rule, rule.type === null ? [] : entriesOf(rule.type)))
  const total = types.reduce((sum, type) => sum + type.percent * type.weight, 0)
  const percent = roundTotal(total)
  return { total, percent, letter: letterFor(percent, cutoffs), passed: isPassing(percent, cutoffs), types }
}

function markOf({ type, shortLabel }: Rule, entry: Entry | undefined, index: number): BreakdownRow {
  const number = index + 1
  const percent = entry ? percentOf(entry.earned, entry.possible) : 0
  const detail = entry
    ? `${type} ${number} - ${entry.name} - ${percentText(percent)} (${pointsText(entry.earned)}/${pointsText(entry.possible)})`
    : `${type} ${number} Unreleased - 0% (?/?)`
  return {
    key: entry?.key ?? null,
    category: type,
    label: `${shortLabel} ${String(number).padStart(2, '0')}`,
    detail,
    percent,
    prominent: false,
    dropped: null,
  }
}

/** A type's only entry stands for the type; otherwise an average follows the entries. */
function present(rule: Rule, lines: readonly BreakdownRow[], percent: number): BreakdownRow[] {
  const { type: category, shortLabel } = rule
  const whole = { category, percent, prominent: true, dropped: null }
  const only = lines.length === 1 ? lines[0] : undefined
  if (only) {
    return [{ ...whole, key: only.key, label: shortLabel, detail: `${category} = ${percentText(percent)}` }]
  }
  const average = {
    ...whole,
    key: null,
    label: `${shortLabel} Avg`,
    detail: `${category} Average = ${percentText(percent)}`,
  }
  if (rule.showOnlyAverage) return [average]
  return rule.hideAverage ? [...lines] : [...lines, average]
}

function shareText(category: string, percent: number, weight: number): string {
  return `${category} = ${percentText(percent * weight)} of a possible ${percentText(weight)}`
}
