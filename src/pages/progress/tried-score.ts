import { fractionOf } from '#src/domain/rounding.ts'
import { type ScoreRefusal, parseScore } from '#src/domain/score.ts'

export type TriedScore =
  | { readonly kind: 'blank' }
  /** A fraction; more than 1 where it is more than the maximum. */
  | { readonly kind: 'percent'; readonly percent: number }
  | ({ readonly kind: 'refused' } & ScoreRefusal)

/**
 * Gives the score that a person tries: points, `80%` or `8/10`.
 * @param possible null where nobody knows the points: a bare number is percent then
 */
export function triedScore(text: string, possible: number | null, decimal: '.' | ','): TriedScore {
  const isFraction = possible === null && text.includes('/')
  const typed =
    possible === null
      ? parseScore(text, {
          mode: isFraction ? 'points' : 'percent',
          decimal,
          possible: isFraction ? null : 100,
        })
      : parseScore(text, { mode: 'points', decimal, possible })
  if (typed.kind === 'blank' || typed.kind === 'refused') return typed
  return { kind: 'percent', percent: fractionOf(typed.earned, typed.possible ?? 0) }
}
