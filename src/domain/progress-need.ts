import type { OpenWork } from './progress-open.ts'
import { gradeWithOpenAt, reachOf } from './progress-reach.ts'

export type Need =
  /** The least average on what is open, a fraction with four decimals. */
  | { readonly kind: 'average'; readonly average: number }
  /** Reached with no more points. */
  | { readonly kind: 'safe' }
  | { readonly kind: 'out-of-reach' }

/** Averages are looked for in ten-thousandths, as scores are kept. */
const STEPS = 10_000

/**
 * Gives what is needed on all that is open for a course grade, as the server would round it, of at least the target.
 * What stands above that average already keeps its score.
 * @param target fraction
 */
export function needFor(
  open: Pick<OpenWork, 'policy' | 'works' | 'open' | 'standing'>,
  target: number,
): Need {
  if (open.standing.percent >= target) return { kind: 'safe' }
  if (reachOf(open).percent < target) return { kind: 'out-of-reach' }
  let missed = 0
  let reached = STEPS
  while (reached - missed > 1) {
    const middle = Math.floor((missed + reached) / 2)
    if (gradeWithOpenAt(open, middle / STEPS).percent >= target) reached = middle
    else missed = middle
  }
  return { kind: 'average', average: reached / STEPS }
}
