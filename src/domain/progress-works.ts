import { type Work } from './grading.ts'
import type { Progress, ProgressSubsection } from './progress.ts'

/** Gives the graded subsections of a course in its order; none where the server tells totals only. */
export function gradedSubsections(progress: Pick<Progress, 'sections'>): ProgressSubsection[] {
  return (progress.sections ?? []).flatMap(({ subsections }) => subsections).filter(({ graded }) => graded)
}

/**
 * Gives a subsection as the arithmetic takes it. A hidden score is not known: an entry of 0. The server's own total for
 * this viewer has no such entry, but a zero in its place where the policy demands one. Work of no points does not count.
 * Source: Open edX, which subsections count; Course home API v1, progress.
 */
export function workOfProgress({ id, type, score }: ProgressSubsection): Work {
  if (!score) return { subsectionId: id, type, percent: null }
  return { subsectionId: id, type, percent: score.percent, worthNothing: score.possible <= 0 }
}

/** Gives the latest of the due dates; null where none has one. */
export function lastDue(subsections: readonly Pick<ProgressSubsection, 'due'>[]): string | null {
  const dates = subsections.flatMap(({ due }) => due ?? [])
  return dates.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1) ?? null
}
