import type { AssignmentType, GradingInfo, OutlineSubsection, SubsectionId } from './course.ts'
import { cutoffWarnings, type CutoffWarning } from './cutoff-checks.ts'
import { type LabelWarning, labelWarnings } from './label-checks.ts'

/** What people get wrong in a grading policy, as data; the words are the screen's. Weights and sums are fractions. */
export type GradingWarning =
  | { readonly code: 'no-types' }
  | { readonly code: 'weights-total'; readonly total: number }
  | { readonly code: 'weight-missing'; readonly type: string }
  /** Places that no assignment fills count as zero from day one. */
  | {
      readonly code: 'fewer-than-required'
      readonly type: string
      readonly required: number
      readonly existing: number
    }
  | { readonly code: 'type-without-assignments'; readonly type: string; readonly required: number }
  /** So many are dropped that the type always counts as zero. */
  | {
      readonly code: 'everything-dropped'
      readonly type: string
      readonly dropped: number
      readonly counted: number
    }
  /** Graded, but they count for nothing. `type` is null for those that have none. */
  | {
      readonly code: 'type-not-in-policy'
      readonly type: string | null
      readonly subsections: readonly SubsectionId[]
    }
  | LabelWarning
  | CutoffWarning
  | { readonly code: 'frozen' }

/** Weights come as decimals of percents: a sum this near to 1 is 1. */
const TOLERANCE = 1e-6

/**
 * Gives what looks wrong in a course's grading, in the order of policy, subsections, cutoffs.
 * Knows the subsections of the course outline only: one that is hidden from it looks missing here.
 * Source: Grades API v1, grading-info.
 * @param isPolicyOnly neither subsections nor cutoffs are known: only weights are checked
 */
export function checkGrading(info: GradingInfo, isPolicyOnly = false): GradingWarning[] {
  if (isPolicyOnly) return weightWarnings(info.types)
  const graded = info.subsections.filter((subsection) => subsection.graded)
  return [
    ...weightWarnings(info.types),
    ...info.types.flatMap((type) => countWarnings(type, countOf(type, graded))),
    ...strayWarnings(info.types, graded),
    ...labelWarnings(info.types, graded),
    ...cutoffWarnings(info.cutoffs),
    ...(info.frozen ? [{ code: 'frozen' } as const] : []),
  ]
}

/** Gives how many graded subsections of the outline belong to a type. */
export function countOf(type: AssignmentType, subsections: readonly OutlineSubsection[]): number {
  return subsections.filter((subsection) => subsection.graded && subsection.type === type.name).length
}

function weightWarnings(types: readonly AssignmentType[]): GradingWarning[] {
  if (types.length === 0) return [{ code: 'no-types' }]
  const missing = types.filter(({ weight }) => weight === null)
  const total = types.reduce((sum, { weight }) => sum + (weight ?? 0), 0)
  return [
    ...(Math.abs(total - 1) > TOLERANCE ? [{ code: 'weights-total', total } as const] : []),
    ...missing.map(({ name }) => ({ code: 'weight-missing', type: name }) as const),
  ]
}

function countWarnings({ name, required, dropped }: AssignmentType, existing: number): GradingWarning[] {
  const warnings: GradingWarning[] = []
  const expected = required ?? 0
  if (existing === 0) warnings.push({ code: 'type-without-assignments', type: name, required: expected })
  else if (existing < expected) {
    warnings.push({ code: 'fewer-than-required', type: name, required: expected, existing })
  }
  const counted = Math.max(existing, expected)
  if (counted > 0 && (dropped ?? 0) >= counted) {
    warnings.push({ code: 'everything-dropped', type: name, dropped: dropped ?? 0, counted })
  }
  return warnings
}

function strayWarnings(
  types: readonly AssignmentType[],
  graded: readonly OutlineSubsection[],
): GradingWarning[] {
  const known = new Set<string | null>(types.map(({ name }) => name))
  const strays = Map.groupBy(
    graded.filter(({ type }) => !known.has(type)),
    ({ type }) => type,
  )
  return Array.from(strays, ([type, found]) => ({
    code: 'type-not-in-policy',
    type,
    subsections: found.map(({ id }) => id),
  }))
}
