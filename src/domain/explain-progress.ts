import type { AssignmentType } from './course.ts'
import { type GradeEntry, type TypeGrade, gradeCourse } from './grading.ts'
import type { Progress, ProgressSubsection, TypeSummary } from './progress.ts'
import { gradedSubsections, workOfProgress } from './progress-works.ts'

/** One place in an assignment type. */
export interface ExplainedEntry {
  /** Null for a place that the policy demands and no subsection fills. */
  readonly subsection: ProgressSubsection | null
  /** Fraction 0..; null where hidden, and where no subsection is. */
  readonly percent: number | null
  /** `left-out`: hidden, and no place is held for it, so that it does not count as zero either. */
  readonly standing: GradeEntry['standing'] | 'left-out'
}

/** What one row of the policy brings to the total. */
export interface ExplainedType extends Omit<TypeGrade, 'entries'> {
  /**
   * In course order, missing ones last. Missing ones are left out where the place may be that of a score that is never
   * shown: see `untold`.
   */
  readonly entries: readonly ExplainedEntry[]
  /** How many could count: those that do, and those that are dropped. */
  readonly places: number
  /** How many places are empty, or belong to scores that never show: the answer does not tell which. */
  readonly untold: number
  /** What the server says that it hides of this type. */
  readonly hidden: TypeSummary['hidden']
  /** What the server says of the type, where that is something else. */
  readonly told: ToldOtherwise | null
}

/** The server's own summary of a type, which goes by other rules than its total. */
export interface ToldOtherwise extends Pick<TypeSummary, 'average' | 'contribution'> {
  /** The likely reason: it keeps room for hidden scores; it counts work that is worth no points; not known. */
  readonly because: 'hidden' | 'worth-nothing' | 'unknown'
}

/** How the official total comes about. All numbers but the official one are worked out from what the server shows. */
export interface Explanation {
  /** Rows of the policy in its order. */
  readonly types: readonly ExplainedType[]
  /** Sum of the contributions, a fraction, before rounding. */
  readonly exact: number
  /** The same as the course rounds it: what the official total should be. */
  readonly estimate: number
  /** The server's total: the truth. */
  readonly official: number
  readonly gap: Gap | null
  /** Graded work of a type that the policy does not have: it counts for nothing. */
  readonly outside: readonly ProgressSubsection[]
}

/** The official total is another one than the scores shown make. */
export interface Gap {
  /**
   * The likely reason: scores that count and are not shown; the server told totals only; not known, as where the policy or
   * a score changed since.
   */
  readonly because: 'hidden' | 'totals-only' | 'unknown'
  /** What hidden scores bring by the server's own sum, a fraction; null where that sum does not explain the total. */
  readonly unseen: number | null
}

/** The server rounds averages to four decimals, and starts from scores that it does not round. */
const SAME = 0.0002

/** Gives how a learner's official total comes about, from nothing but what the server shows this viewer. */
export function explainProgress(progress: Progress): Explanation {
  const { types, cutoffs, sections, summaries, grade } = progress
  const graded = gradedSubsections(progress)
  // A score that is hidden from this viewer is not in the server's total for them: at most its place is, as a zero.
  const course = gradeCourse({ types, cutoffs }, graded.filter(({ score }) => score).map(workOfProgress))
  const rows = course.types.map((type) => {
    const summary = summaries?.find((one) => one.type === type.name) ?? null
    return sections === null
      ? fromSummary(type, summary)
      : explainType(
          type,
          graded.filter((one) => one.type === type.name),
          summary,
        )
  })
  const exact = sections === null ? rows.reduce((sum, row) => sum + row.contribution, 0) : course.exact
  const known = new Set<string | null>(types.map((type: AssignmentType) => type.name))
  const explained = { types: rows, exact, estimate: course.percent, official: grade.percent }
  return {
    ...explained,
    gap: gapOf(progress, explained),
    outside: graded.filter(({ type }) => !known.has(type)),
  }
}

function explainType(
  type: TypeGrade,
  subsections: readonly ProgressSubsection[],
  summary: TypeSummary | null,
): ExplainedType {
  const hidden = summary?.hidden ?? 'none'
  const scored = type.entries.filter(({ subsectionId }) => subsectionId !== null)
  const places = type.entries.filter(({ subsectionId }) => subsectionId === null)
  const entries = subsections.map((subsection): ExplainedEntry => {
    if (!subsection.score) {
      return { subsection, percent: null, standing: places.shift()?.standing ?? 'left-out' }
    }
    const { percent, standing } = scored.shift() ?? { percent: null, standing: 'counted' }
    return { subsection, percent, standing }
  })
  const missing = places.map(({ standing }) => ({ subsection: null, percent: null, standing }))
  return {
    ...type,
    entries: hidden === 'none' ? [...entries, ...missing] : entries,
    places: type.entries.filter(({ standing }) => standing !== 'worth-nothing').length,
    untold: hidden === 'none' ? 0 : missing.length,
    hidden,
    told: summary && toldOtherwise(type, summary),
  }
}

/** Where the server tells totals only, its word is all there is. */
function fromSummary(type: TypeGrade, summary: TypeSummary | null): ExplainedType {
  const { average, contribution, hidden } = summary ?? { average: 0, contribution: 0, hidden: 'none' }
  return { ...type, counted: 0, places: 0, average, contribution, entries: [], untold: 0, hidden, told: null }
}

function toldOtherwise(
  { average, entries, weight }: TypeGrade,
  { average: told, contribution, hidden }: TypeSummary,
): ToldOtherwise | null {
  if (Math.abs(told - average) <= SAME && Math.abs(contribution - average * weight) <= SAME) return null
  const worthless = entries.some(({ standing }) => standing === 'worth-nothing')
  const because = hidden !== 'none' ? 'hidden' : worthless ? 'worth-nothing' : 'unknown'
  return { average: told, contribution, because }
}

function gapOf(
  { sections, summaries, totalWithHidden }: Progress,
  { exact, estimate, official }: Pick<Explanation, 'exact' | 'estimate' | 'official'>,
): Gap | null {
  if (sections === null) return { because: 'totals-only', unseen: null }
  if (Math.abs(official - estimate) < 0.005) return null
  if (!summaries?.some(({ hidden }) => hidden !== 'none')) return { because: 'unknown', unseen: null }
  const explains = totalWithHidden !== null && Math.abs(totalWithHidden - official) <= 0.0056
  return { because: 'hidden', unseen: explains ? totalWithHidden - exact : null }
}
