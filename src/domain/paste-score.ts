import type { CellFacts, Will } from './conflict.ts'
import { fulfils } from './conflict.ts'
import type { Exception } from './course.ts'
import { plainNumber } from './digits.ts'
import { lossOf } from './edits-read.ts'
import { type EntryRefusal, type EntryWords, parseEntry, pointsOfWord } from './entry-words.ts'
import type { ScoreMode } from './score.ts'

/** What is to become of one pasted score. */
export type PasteVerdict =
  | { readonly kind: 'blank' }
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'change'
      readonly will: NonNullable<Will>
      readonly lowers: boolean
      readonly note: ScoreNote | null
    }
  /** More than the maximum: staged only where a person says that it is meant. */
  | { readonly kind: 'over'; readonly will: NonNullable<Will>; readonly possible: number }
  | { readonly kind: 'refused'; readonly refusal: EntryRefusal | { readonly why: 'date' } }

/** What a spreadsheet left in the text and did no harm: zeros in front. */
export type ScoreNote = 'leading-zeros'

export interface PasteScoreOptions {
  readonly mode: ScoreMode
  readonly decimal: '.' | ','
  /** Points of the column; null while they are not known. */
  readonly possible: number | null
  /** What may be written beside figures; absent: nothing. */
  readonly words?: EntryWords
  /** What the cell holds now. */
  readonly was: CellFacts
}

/** Day and month with or without a year, in figures or with a month's name: what spreadsheets make of `8/10`. */
const DATES = [
  /^\d{1,2}[-./]\d{1,2}[-./](?:\d{4}|\d{2})$/,
  /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?)?$/,
  /^\d{1,2}[-. ]*\p{L}{3,}\.?(?:[-. ]*\d{2,4})?$/u,
  /^\p{L}{3,}\.?[-. ]*\d{1,4}$/u,
  /^\d{1,2}\.\d{1,2}\.$/,
]

/**
 * Decides what a pasted score means for its cell. Preview and staging both ask this function, so that what is shown is
 * what happens. Points or percent as for typed scores (`parseScore`); dates and exponents are what a spreadsheet made of
 * something else, and are refused as such.
 */
export function judgeScore(text: string, options: PasteScoreOptions): PasteVerdict {
  const { mode, decimal, possible, words, was } = options
  const typed = plainNumber(text)
  const parsed = parseEntry(text, { ...words, mode, decimal, possible: was.possible ?? possible })
  const isFigure = parsed.kind !== 'exception' && pointsOfWord(text, words ?? {}) === null
  if (isFigure && DATES.some((date) => date.test(typed))) return { kind: 'refused', refusal: { why: 'date' } }
  switch (parsed.kind) {
    case 'blank':
      return { kind: 'blank' }
    case 'refused': {
      const { kind: _, ...refusal } = parsed
      return { kind: 'refused', refusal }
    }
    case 'needs-confirmation':
      return isThere(was, parsed.earned)
        ? { kind: 'unchanged' }
        : { kind: 'over', will: { earned: parsed.earned, possible: null }, possible: parsed.possible }
    case 'exception':
      return judgeException(parsed.exception, was)
    case 'score': {
      if (isThere(was, parsed.earned)) return { kind: 'unchanged' }
      const will = { earned: parsed.earned, possible: null }
      return {
        kind: 'change',
        will,
        lowers: lossOf({ was, will }) !== null,
        note: /^0\d/.test(typed) ? 'leading-zeros' : null,
      }
    }
  }
}

/** Missing is what servers say of work: nobody writes it. */
function judgeException(exception: Exception, was: CellFacts): PasteVerdict {
  if (was.exception === exception) return { kind: 'unchanged' }
  if (exception === 'missing') return { kind: 'refused', refusal: { why: 'not-settable' } }
  const will = { earned: 0, possible: null, exception }
  return { kind: 'change', will, lowers: lossOf({ was, will }) !== null, note: null }
}

/** Whether it is an original score or an override does not matter to who pastes the same figure. */
function isThere({ attempted, earned, possible, exception }: CellFacts, pasted: number): boolean {
  return fulfils(
    { attempted, earned, possible, exception: exception ?? null },
    { earned: pasted, possible: null },
  )
}
