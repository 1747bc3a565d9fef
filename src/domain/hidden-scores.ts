import type { Progress } from './progress.ts'
import { gradedSubsections, lastDue } from './progress-works.ts'

/** What of an assignment type is not shown to this viewer. */
export interface HiddenScores {
  readonly type: string
  /** Scores that show once they are due, and are no part of the total until then. */
  readonly waiting: number
  /** When the last of those shows, ISO 8601; null where that is not told. */
  readonly until: string | null
  /** Scores that this viewer will never see, and that are no part of the total shown. */
  readonly never: number
  /** Scores that are a part of the total and are not in the answer: the server only tells that there are some. */
  readonly counted: 'none' | 'some' | 'all'
}

/** Gives the types of which something is hidden, in policy order. */
export function hiddenScores(
  progress: Pick<Progress, 'types' | 'sections' | 'summaries'>,
): readonly HiddenScores[] {
  const hidden = gradedSubsections(progress).filter(({ score }) => score === null)
  return progress.types.flatMap(({ name: type }) => {
    const summary = progress.summaries?.find((one) => one.type === type)
    const ofType = hidden.filter((one) => one.type === type)
    const waiting = ofType.filter(({ visibility }) => visibility === 'past-due')
    // Once some are known to be hidden, nothing tells whether there are others in the same type.
    const counted = ofType.length === 0 ? (summary?.hidden ?? 'none') : 'none'
    if (ofType.length === 0 && counted === 'none') return []
    return {
      type,
      waiting: waiting.length,
      until: summary?.hiddenUntil ?? lastDue(waiting),
      never: ofType.length - waiting.length,
      counted,
    }
  })
}
