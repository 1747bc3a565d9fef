import type { Progress } from './progress.ts'
import { gradedSubsections, lastDue } from './progress-works.ts'

/** An assignment type of which this viewer is not shown all scores that may count. */
export interface UntoldType {
  readonly name: string
  /** Fraction of the course grade. */
  readonly weight: number
  /** When the last of those shows that will, ISO 8601; null where none is known to. */
  readonly until: string | null
}

/**
 * Gives the types of the policy whose scores are not all shown: by the server's summary, or by a subsection without a
 * score. Subsections that count and never show are not in the answer at all; only the summary tells of them.
 * Where the server tells totals only, that is every type.
 */
export function untoldTypes(progress: Pick<Progress, 'types' | 'sections' | 'summaries'>): UntoldType[] {
  const hidden = gradedSubsections(progress).filter(({ score }) => score === null)
  return progress.types.flatMap(({ name, weight }) => {
    const summary = progress.summaries?.find(({ type }) => type === name)
    const ofType = hidden.filter(({ type }) => type === name)
    const isTold = progress.sections !== null && ofType.length === 0 && (summary?.hidden ?? 'none') === 'none'
    if (isTold) return []
    const waiting = ofType.filter(({ visibility }) => visibility === 'past-due')
    return { name, weight: weight ?? 0, until: summary?.hiddenUntil ?? lastDue(waiting) }
  })
}
