import type { ExplainedEntry } from '#src/domain/explain-progress.ts'

/** How a score stands in its type: what its bar looks like, and what is said of it. */
export type BarKind =
  | 'counted'
  | 'dropped'
  | 'missing'
  | 'missing-dropped'
  | 'hidden'
  | 'locked'
  | 'worth-nothing'

/** In the order of the legend. */
export const BAR_KINDS: readonly BarKind[] = [
  'counted',
  'dropped',
  'missing',
  'missing-dropped',
  'locked',
  'worth-nothing',
  'hidden',
]

/** Tells how an entry stands. Zero points do not tell whether anybody worked on it: it is a score of zero. */
export function barKind({ subsection, percent, standing }: ExplainedEntry): BarKind {
  if (!subsection) return standing === 'dropped' ? 'missing-dropped' : 'missing'
  if (standing === 'worth-nothing') return 'worth-nothing'
  if (percent === null) return 'hidden'
  if (!subsection.hasAccess && percent <= 0) return 'locked'
  return standing === 'dropped' ? 'dropped' : 'counted'
}
