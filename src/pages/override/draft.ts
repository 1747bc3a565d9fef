import type { Will } from '#src/domain/conflict.ts'
import { type ParsedScore, type ScoreInput, parseScore } from '#src/domain/score.ts'

/** What a person has typed, as it stands in the fields. */
export interface Draft {
  /** The new score. */
  readonly text: string
  readonly reason: string
  /** The person has said that more than the possible points is meant. */
  readonly extraCredit: boolean
  /** The override shall go; the score does not matter then. */
  readonly clears: boolean
}

export const BLANK: Draft = { text: '', reason: '', extraCredit: false, clears: false }

/** What a draft comes to. `ask`: more than the maximum, and nobody has said yet that it is meant. */
export type Wish =
  | { readonly kind: 'will'; readonly will: Will }
  | { readonly kind: 'blank' }
  | { readonly kind: 'ask'; readonly earned: number; readonly possible: number }
  | Extract<ParsedScore, { kind: 'refused' }>

/** Gives what a draft comes to. The maximum stays as it is computed: only earned points are overridden. */
export function wishOf(draft: Draft, input: Omit<ScoreInput, 'mode'>): Wish {
  if (draft.clears) return { kind: 'will', will: null }
  const parsed = parseScore(draft.text, { ...input, mode: 'points' })
  if (parsed.kind === 'needs-confirmation' && !draft.extraCredit) {
    return { kind: 'ask', earned: parsed.earned, possible: parsed.possible }
  }
  if (parsed.kind === 'score' || parsed.kind === 'needs-confirmation') {
    return { kind: 'will', will: { earned: parsed.earned, possible: null } }
  }
  return parsed
}

/** Tells whether both come to the same. */
export function sameDraft(a: Draft, b: Draft): boolean {
  return (
    a.text === b.text && a.reason === b.reason && a.extraCredit === b.extraCredit && a.clears === b.clears
  )
}
