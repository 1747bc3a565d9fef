import type { Will } from '#src/domain/conflict.ts'
import type { Exception } from '#src/domain/course.ts'
import { type EntryWords, type ParsedEntry, parseEntry } from '#src/domain/entry-words.ts'
import type { ScoreInput } from '#src/domain/score.ts'

/** What a person has typed, as it stands in the fields. */
export interface Draft {
  /** The new score. */
  readonly text: string
  readonly reason: string
  /** The person has said that more than the possible points is meant. */
  readonly extraCredit: boolean
  /** The override shall go; the score does not matter then. */
  readonly clears: boolean
  /** What is to stand in the score's place, which does not matter then. */
  readonly exception: Exception | null
}

export const BLANK: Draft = { text: '', reason: '', extraCredit: false, clears: false, exception: null }

/** What a draft comes to. `ask`: more than the maximum, and nobody has said yet that it is meant. */
export type Wish =
  | { readonly kind: 'will'; readonly will: Will }
  | { readonly kind: 'blank' }
  | { readonly kind: 'ask'; readonly earned: number; readonly possible: number }
  | Extract<ParsedEntry, { kind: 'refused' }>

/** Gives what a draft comes to. The maximum stays as it is computed: only earned points are overridden. */
export function wishOf(draft: Draft, input: Omit<ScoreInput, 'mode'> & EntryWords): Wish {
  if (draft.clears) return { kind: 'will', will: null }
  if (draft.exception) return except(draft.exception)
  const parsed = parseEntry(draft.text, { ...input, mode: 'points' })
  if (parsed.kind === 'needs-confirmation' && !draft.extraCredit) {
    return { kind: 'ask', earned: parsed.earned, possible: parsed.possible }
  }
  if (parsed.kind === 'score' || parsed.kind === 'needs-confirmation') {
    return { kind: 'will', will: { earned: parsed.earned, possible: null } }
  }
  return parsed.kind === 'exception' ? except(parsed.exception) : parsed
}

/** Missing is what the site says of work: nobody writes it. */
function except(exception: Exception): Wish {
  if (exception === 'missing') return { kind: 'refused', why: 'not-settable' }
  return { kind: 'will', will: { earned: 0, possible: null, exception } }
}

/** Tells whether both come to the same. */
export function sameDraft(a: Draft, b: Draft): boolean {
  return (
    a.text === b.text &&
    a.reason === b.reason &&
    a.extraCredit === b.extraCredit &&
    a.clears === b.clears &&
    a.exception === b.exception
  )
}
