import type { Exception, ScaleLevel } from './course.ts'
import { type ParsedScore, type ScoreInput, type ScoreRefusal, parseScore } from './score.ts'

/** What may be written in a score's place beside figures. */
export interface EntryWords {
  /** Words of the assignment's scale, best first. */
  readonly scale?: readonly ScaleLevel[]
  /** What each word means, in lower case; absent on servers without exceptions. */
  readonly exceptions?: ReadonlyMap<string, Exception>
  /** The word to be named for each exception that can be set. */
  readonly offered?: readonly string[]
}

export type EntryRefusal =
  | ScoreRefusal
  /** A word where words could be written: these. */
  | { readonly why: 'not-a-word'; readonly words: readonly string[] }
  /** An exception that servers alone set. */
  | { readonly why: 'not-settable' }

/** What a text comes to where words may stand beside figures. */
export type ParsedEntry =
  | Exclude<ParsedScore, { kind: 'refused' }>
  /** A word for what stands in the score's place. */
  | { readonly kind: 'exception'; readonly exception: Exception }
  | ({ readonly kind: 'refused' } & EntryRefusal)

/** Gives what a person means by a figure (see `parseScore`), by a word of the scale, or by one for an exception. Never throws. */
export function parseEntry(text: string, input: ScoreInput & EntryWords): ParsedEntry {
  const points = pointsOfWord(text, input)
  if (points !== null) return parseScore(String(points), { ...input, mode: 'points', decimal: '.' })
  const exception = exceptionIn(text, input)
  if (exception) return { kind: 'exception', exception }
  const parsed = parseScore(text, input)
  const words = writableWords(input)
  const isWord = parsed.kind === 'refused' && parsed.why === 'not-a-number' && words.length > 0
  return isWord ? { kind: 'refused', why: 'not-a-word', words } : parsed
}

/** As tables hold them in any language, so that what was exported is understood again. */
const IN_TABLES = ['excused', 'incomplete', 'missing'] as const satisfies readonly Exception[]

/** Gives what each word means: those of tables, and the reader's own. */
export function exceptionWords(
  own: ReadonlyArray<readonly [Exception, words: readonly string[]]>,
): ReadonlyMap<string, Exception> {
  return new Map([
    ...IN_TABLES.map((word) => [word, word] as const),
    ...own.flatMap(([exception, words]) => words.map((word) => [folded(word), exception] as const)),
  ])
}

/** Gives the points that a word of the scale stands for; null where the text is none. Case does not matter. */
export function pointsOfWord(text: string, { scale = [] }: EntryWords): number | null {
  return scale.find(({ word }) => folded(word) === folded(text))?.points ?? null
}

/** Gives what the text means in a score's place; null where it means nothing there. */
function exceptionIn(text: string, { exceptions }: EntryWords): Exception | null {
  return exceptions?.get(folded(text)) ?? null
}

/** Gives all words that could be written; empty where figures alone can. */
function writableWords({ scale = [], offered = [] }: EntryWords): readonly string[] {
  return [...scale.map(({ word }) => word), ...offered]
}

function folded(text: string): string {
  return text.trim().toLowerCase()
}
