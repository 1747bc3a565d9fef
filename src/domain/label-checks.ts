import type { AssignmentType, OutlineSubsection, SubsectionId } from './course.ts'

export type LabelWarning =
  /** Types that share a short label: all their assignments look alike. */
  | { readonly code: 'short-labels-alike'; readonly label: string; readonly types: readonly string[] }
  | { readonly code: 'labels-alike'; readonly label: string; readonly subsections: readonly SubsectionId[] }

/**
 * Gives the labels that stand for more than one thing. Case and blanks at the ends do not tell labels apart.
 * Subsections that are alike because their types are alike are not told again.
 */
export function labelWarnings(
  types: readonly AssignmentType[],
  graded: readonly OutlineSubsection[],
): LabelWarning[] {
  const alikeTypes = groupsOf(types, ({ shortLabel }) => shortLabel)
  const told = new Set<string | null>(alikeTypes.flatMap(({ group }) => group.map(({ name }) => name)))
  const alike = groupsOf(graded, ({ label }) => label).filter(({ group }) =>
    group.some(({ type }) => !told.has(type)),
  )
  return [
    ...alikeTypes.map(({ label, group }) => ({
      code: 'short-labels-alike' as const,
      label,
      types: group.map(({ name }) => name),
    })),
    ...alike.map(({ label, group }) => ({
      code: 'labels-alike' as const,
      label,
      subsections: group.map(({ id }) => id),
    })),
  ]
}

/** Gives the groups of two and more with like labels, under the first one's spelling. */
function groupsOf<T>(
  items: readonly T[],
  labelOf: (item: T) => string | null,
): Array<{ label: string; group: T[] }> {
  const groups = new Map<string, { label: string; group: T[] }>()
  for (const item of items) {
    const label = labelOf(item)?.trim() ?? ''
    if (label === '') continue
    const found = groups.get(label.toLowerCase())
    if (found) found.group.push(item)
    else groups.set(label.toLowerCase(), { label, group: [item] })
  }
  return [...groups.values()].filter(({ group }) => group.length > 1)
}
