import type { Mark, Rule, TypeGrade } from './grading.ts'
import type { UsageKey } from './model.ts'
import { percentText, pointsText } from './rounding.ts'

/** A line of the grader's own account of a course grade. */
export interface BreakdownRow {
  /** Null for an average and for a placeholder. */
  readonly key: UsageKey | null
  readonly category: string
  readonly label: string
  readonly detail: string
  /** Fraction. */
  readonly percent: number
  /** True for a line that stands for its whole type. */
  readonly prominent: boolean
  /** Why it does not count; null where it does. */
  readonly dropped: string | null
}

/** Writes a type's lines. A type's only entry stands for the type; else an average follows the entries. */
export function breakdownOf({ rule, percent, marks }: TypeGrade): BreakdownRow[] {
  const whole = { category: rule.type, percent, prominent: true, dropped: null }
  const only = marks.length === 1 ? marks[0] : undefined
  if (only) {
    const detail = `${rule.type} = ${percentText(percent)}`
    return [{ ...whole, key: only.entry?.key ?? null, label: rule.shortLabel, detail }]
  }
  const detail = `${rule.type} Average = ${percentText(percent)}`
  const average = { ...whole, key: null, label: `${rule.shortLabel} Avg`, detail }
  if (rule.showOnlyAverage) return [average]
  const rows = marks.map((mark, index) => rowOf(rule, mark, index + 1))
  return rule.hideAverage ? rows : [...rows, average]
}

/** Writes what a type adds to the course grade: `Homework = 25.00% of a possible 100.00%`. */
export function shareText({ rule, percent }: TypeGrade): string {
  return `${rule.type} = ${percentText(percent * rule.weight)} of a possible ${percentText(rule.weight)}`
}

function rowOf({ type, shortLabel, dropCount }: Rule, mark: Mark, number: number): BreakdownRow {
  return {
    key: mark.entry?.key ?? null,
    category: type,
    label: `${shortLabel} ${String(number).padStart(2, '0')}`,
    detail: `${type} ${number} ${scoreText(mark)}`,
    percent: mark.percent,
    prominent: false,
    dropped: mark.dropped ? `The lowest ${dropCount} ${type} scores are dropped.` : null,
  }
}

function scoreText({ entry, percent }: Mark): string {
  if (!entry) return 'Unreleased - 0% (?/?)'
  const { name, earned, possible } = entry
  return `- ${name} - ${percentText(percent)} (${pointsText(earned)}/${pointsText(possible)})`
}
