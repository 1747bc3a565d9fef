import type { Progress, ProgressSubsection } from './progress.ts'
import { type OpenWork, canRise, compareDue, hasEnded, isPastDue } from './progress-open.ts'
import { gradedSubsections } from './progress-works.ts'

/** A subsection that is due later, and what it can bring. */
export type LeftItem = { readonly subsection: ProgressSubsection } & (
  | { readonly state: 'open'; readonly share: number }
  /** Its score does not show, so nobody can tell what it can bring. */
  | { readonly state: 'hidden' }
  /** Staff set its score: more work changes nothing. */
  | { readonly state: 'set-by-staff' }
)

export interface Left {
  /** By due date, those without one last. */
  readonly items: readonly LeftItem[]
  /** Stand at zero points, and were due. That does not tell whether somebody worked on them. */
  readonly overdue: readonly ProgressSubsection[]
  /** Would open with an upgrade. */
  readonly locked: readonly ProgressSubsection[]
}

/** Gives what is left of the work that counts; nothing once the course has ended. */
export function leftOf(progress: Progress, open: OpenWork, now: Date): Left {
  if (hasEnded(progress, now)) return { items: [], overdue: [], locked: [] }
  const types = new Set(progress.types.map(({ name }) => name))
  const counting = gradedSubsections(progress).filter(
    ({ type, score }) => type !== null && types.has(type) && (score === null || score.possible > 0),
  )
  const accessible = counting.filter(({ hasAccess }) => hasAccess)
  return {
    items: [
      ...open.subsections.map((item): LeftItem => ({ ...item, state: 'open' })),
      ...accessible.flatMap((subsection): LeftItem[] => {
        if (subsection.score === null) {
          const isDue = subsection.due !== null && !isPastDue(subsection, now)
          return isDue ? [{ subsection, state: 'hidden' }] : []
        }
        const isSet = subsection.override !== null && canRise(subsection, now)
        return isSet ? [{ subsection, state: 'set-by-staff' }] : []
      }),
    ].toSorted((a, b) => compareDue(a.subsection, b.subsection)),
    overdue: accessible
      .filter((one) => one.score && one.score.earned <= 0 && !one.override && isPastDue(one, now))
      .toSorted(compareDue),
    locked: counting.filter(({ hasAccess }) => !hasAccess),
  }
}
