import type { Exception } from '#src/domain/course.ts'
import { type EntryRefusal, type EntryWords, parseEntry } from '#src/domain/entry-words.ts'
import type { ScoreInput } from '#src/domain/score.ts'
import type { EditSession } from './edit-session.ts'

/** What a text in the editor comes to. */
export type Entry =
  /** Nothing was changed, or there is nothing to take. */
  | { readonly kind: 'same' }
  | { readonly kind: 'blank' }
  | { readonly kind: 'score'; readonly earned: number }
  | { readonly kind: 'exception'; readonly exception: Exception }
  /** More than the maximum, and nobody has said yet that it is meant. */
  | { readonly kind: 'ask'; readonly earned: number; readonly possible: number }
  | { readonly kind: 'refused'; readonly refusal: EntryRefusal }
  /** How many points there are has to be read first. `earned`: what it is if that cannot be told; null: nothing. */
  | { readonly kind: 'read-first'; readonly earned: number | null }

/** Gives what the text of an editor comes to. */
export function readEntry({ text, before, byTyping }: EditSession, input: ScoreInput & EntryWords): Entry {
  const parsed = parseEntry(text, input)
  switch (parsed.kind) {
    case 'blank':
      return byTyping || before === '' ? { kind: 'same' } : { kind: 'blank' }
    case 'needs-confirmation':
      // What was there already has been confirmed, or was given by the server.
      if (!byTyping && text === before) return { kind: 'same' }
      return { kind: 'ask', earned: parsed.earned, possible: parsed.possible }
    case 'exception':
      if (!byTyping && text === before) return { kind: 'same' }
      if (parsed.exception === 'missing') return { kind: 'refused', refusal: { why: 'not-settable' } }
      return parsed
    case 'score':
      if (!byTyping && text === before) return { kind: 'same' }
      if (parsed.possible === null) return { kind: 'read-first', earned: parsed.earned }
      return { kind: 'score', earned: parsed.earned }
    case 'refused': {
      const { kind: _, ...refusal } = parsed
      return refusal.why === 'possible-unknown'
        ? { kind: 'read-first', earned: null }
        : { kind: 'refused', refusal }
    }
  }
}
