import { type Rule, readRule } from '#mocks/lms/grading.ts'
import type { AssignmentRule } from '#mocks/lms/course-model.ts'
import type { Instant } from '#mocks/lms/model.ts'
import { roundAwayFromZero } from '#mocks/lms/rounding.ts'

/** A graded subsection as the progress page sums it up: by other rules than the course grade. */
export interface SummaryEntry {
  readonly type: string
  /** Fraction, not rounded. */
  readonly score: number
  /** The reader may see the score. */
  readonly visible: boolean
  /** It counts in `finalGrades`, seen or not. */
  readonly included: boolean
  /** When a score that is hidden until it is due will show; null for all others. */
  readonly showsAt: Instant | null
}

export interface TypeSummary {
  readonly type: string
  readonly shortLabel: string | null
  /** Fraction of the course grade; 0 for a type that the policy does not know. */
  readonly weight: number
  /** Sum of what shows over the number kept, and the same times weight; fractions, four decimals. */
  readonly averageGrade: number
  readonly weightedGrade: number
  readonly dropCount: number
  readonly minCount: number
  readonly hiddenContribution: 'none' | 'some' | 'all'
  /** When the last of the hidden scores shows; null where none will. */
  readonly lastPublished: Instant | null
}

export interface Summary {
  /** Types that have a graded subsection, lowest weight first. */
  readonly types: readonly TypeSummary[]
  /** Sum over types of what is included, hidden scores too; a fraction, four decimals. */
  readonly finalGrades: number
}

/** Null for a placeholder: missing work, which is neither visible nor hidden. */
type Kept = SummaryEntry | null

/**
 * Sums scores up by type, as the progress page does. Course home API, assignment_type_grade_summary and final_grades.
 * @param entries in course order
 * @throws {Refusal} a crash, where the policy lacks a key
 */
export function summarise(rules: readonly AssignmentRule[], entries: readonly SummaryEntry[]): Summary {
  const byType = Map.groupBy(entries, ({ type }) => type)
  const readRules = new Map(rules.map(readRule).map((rule) => [rule.type, rule]))
  let final = 0
  const types = [...byType].map(([type, ofType]) => {
    const rule = readRules.get(type)
    const kept = withoutLowest(padded(ofType, rule?.minCount ?? 0), rule?.dropCount ?? 0)
    final += average(kept, ({ included }) => included) * (rule?.weight ?? 0)
    return summaryOf(type, rule, ofType, kept)
  })
  types.sort((one, other) => one.weight - other.weight)
  return { types, finalGrades: roundAwayFromZero(final, 4) }
}

function summaryOf(
  type: string,
  rule: Rule | undefined,
  entries: readonly SummaryEntry[],
  kept: readonly Kept[],
): TypeSummary {
  const weight = rule?.weight ?? 0
  const mean = average(kept, ({ visible }) => visible)
  const dates = entries.flatMap(({ showsAt }) => showsAt ?? [])
  return {
    type,
    shortLabel: rule?.shortLabel ?? null,
    weight,
    averageGrade: roundAwayFromZero(mean, 4),
    weightedGrade: roundAwayFromZero(mean * weight, 4),
    dropCount: rule?.dropCount ?? 0,
    minCount: rule?.minCount ?? 0,
    hiddenContribution: hiddenIn(kept),
    lastPublished: dates.length === 0 ? null : Math.max(...dates),
  }
}

/** Placeholders stand first: each subsection takes the place of one. */
function padded(entries: readonly SummaryEntry[], minCount: number): Kept[] {
  const missing = Math.max(0, minCount - entries.length)
  return [...Array.from({ length: missing }, () => null), ...entries]
}

/** Of equals the first one goes. */
function withoutLowest(scores: readonly Kept[], count: number): Kept[] {
  const kept = [...scores]
  for (let left = count; left > 0 && kept.length > 0; left -= 1) {
    const lowest = Math.min(...kept.map(scoreOf))
    kept.splice(
      kept.findIndex((entry) => scoreOf(entry) === lowest),
      1,
    )
  }
  return kept
}

function average(kept: readonly Kept[], counts: (entry: SummaryEntry) => boolean): number {
  if (kept.length === 0) return 0
  const sum = kept.reduce((so, entry) => (entry && counts(entry) ? so + entry.score : so), 0)
  return sum / kept.length
}

function hiddenIn(kept: readonly Kept[]): TypeSummary['hiddenContribution'] {
  const hidden = kept.filter((entry) => entry?.visible === false).length
  if (hidden === 0) return 'none'
  return hidden === kept.length ? 'all' : 'some'
}

function scoreOf(entry: Kept): number {
  return entry?.score ?? 0
}
