import type { AssignmentType, GradingInfo, OutlineSubsection } from '#src/domain/course.ts'

/** One row of the policy beside what the course outline has of it. */
export interface PolicyRow {
  readonly type: AssignmentType
  /** Graded subsections of this type; null where the outline is not known. */
  readonly existing: number | null
  /** Where in the picture of weights it stands, 0..; tells its shade. */
  readonly place: number
}

/** Subsections that belong together in the list. */
export interface SubsectionGroup {
  /** Null for those without a type. */
  readonly type: string | null
  /** False where the policy knows no such type. */
  readonly inPolicy: boolean
  /** In course order. */
  readonly subsections: readonly OutlineSubsection[]
}

/**
 * Gives the rows of the policy, in its order.
 * @param subsections null where they could not be read
 */
export function policyRows(
  types: readonly AssignmentType[],
  subsections: readonly OutlineSubsection[] | null,
): PolicyRow[] {
  const existing = Map.groupBy(
    (subsections ?? []).filter(({ graded }) => graded),
    ({ type }) => type,
  )
  return types.map((type, place) => ({
    type,
    existing: subsections && (existing.get(type.name)?.length ?? 0),
    place,
  }))
}

/** Gives the sum of the weights, a fraction; those that are not given count as 0. */
export function totalWeight(types: readonly AssignmentType[]): number {
  // Weights are written in percent: adding fractions of a thousandth of it would show 99.99999999999999 %.
  return types.reduce((sum, { weight }) => sum + Math.round((weight ?? 0) * 1e6), 0) / 1e6
}

/** Gives all subsections by type: those of the policy in its order, then unknown types, then those without a type. */
export function subsectionGroups({
  types,
  subsections,
}: Pick<GradingInfo, 'types' | 'subsections'>): SubsectionGroup[] {
  const byType = Map.groupBy(subsections, ({ type }) => type)
  const known = [...new Set(types.map(({ name }) => name))]
  const strange = [...byType.keys()].filter((type) => type !== null && !known.includes(type))
  return [
    ...known.map((type) => ({ type, inPolicy: true, subsections: byType.get(type) ?? [] })),
    ...strange.map((type) => ({ type, inPolicy: false, subsections: byType.get(type) ?? [] })),
    ...[byType.get(null)].flatMap((found) =>
      found ? { type: null, inPolicy: false, subsections: found } : [],
    ),
  ]
}
