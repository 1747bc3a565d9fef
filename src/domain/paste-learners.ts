import type { Learner, LearnerId } from './course.ts'
import { plainNumber } from './digits.ts'
import { fold } from './view.ts'

/** By what a pasted column names learners. */
export const IDENTIFIERS = ['username', 'email', 'studentKey', 'name'] as const
export type Identifier = (typeof IDENTIFIERS)[number]

/** One identifier of a pasted line. */
export interface PastedIdentifier {
  readonly by: Identifier
  readonly text: string
}

export type LearnerMatch =
  | { readonly kind: 'matched'; readonly learnerId: LearnerId; readonly note: MatchNote | null }
  /** Several learners fit, or two identifiers of the line name different ones: a person has to choose. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly LearnerId[] }
  | { readonly kind: 'unknown'; readonly note: 'exponent' | null }
  /** No identifier at all. */
  | { readonly kind: 'blank' }

/** What had to be overlooked for a match: zeros that a spreadsheet cuts off in front of a number. */
export type MatchNote = 'leading-zeros'

interface Found {
  readonly ids: readonly LearnerId[]
  readonly note: MatchNote | null
}

/** What parts the words of a name. */
const BETWEEN = /[\s,;]+/

const NOBODY: Found = { ids: [], note: null }

/** Finds learners by what was pasted. Made once for a course; each look-up takes constant time. */
export class LearnerIndex {
  #byText: Readonly<Record<Identifier, Map<string, LearnerId[]>>> = {
    username: new Map(),
    email: new Map(),
    studentKey: new Map(),
    name: new Map(),
  }
  #byWords = new Map<string, LearnerId[]>()
  #byNumber = new Map<string, LearnerId[]>()

  constructor(learners: Iterable<Learner> = []) {
    for (const learner of learners) this.add(learner)
  }

  add(learner: Learner): void {
    for (const by of IDENTIFIERS) {
      const text = learner[by]
      if (text !== null) add(this.#byText[by], fold(text), learner.id)
    }
    if (learner.name !== null) add(this.#byWords, words(learner.name), learner.id)
    if (learner.studentKey !== null) add(this.#byNumber, withoutZeros(learner.studentKey), learner.id)
  }

  /** Tells how many of the texts name exactly one learner by this identifier: how well a column fits. */
  fitting(by: Identifier, texts: readonly string[]): number {
    return texts.filter((text) => text.trim() !== '' && this.#find({ by, text }).ids.length === 1).length
  }

  /**
   * Finds the learner of a line. What all its identifiers that fit anybody have in common is who is meant; upper and
   * lower case, accents, the order of the words of a name, and zeros that a spreadsheet cut off are put aside.
   */
  match(identifiers: readonly PastedIdentifier[]): LearnerMatch {
    const given = identifiers.filter(({ text }) => text.trim() !== '')
    if (given.length === 0) return { kind: 'blank' }
    const found = given.map((one) => this.#find(one)).filter(({ ids }) => ids.length > 0)
    const [first, ...others] = found
    if (!first)
      return { kind: 'unknown', note: given.some(({ text }) => EXPONENT.test(text)) ? 'exponent' : null }
    const common = first.ids.filter((id) => others.every(({ ids }) => ids.includes(id)))
    const [only] = common
    if (only !== undefined && common.length === 1) {
      return { kind: 'matched', learnerId: only, note: found.find(({ note }) => note)?.note ?? null }
    }
    const candidates = common.length > 0 ? common : [...new Set(found.flatMap(({ ids }) => ids))]
    return { kind: 'ambiguous', candidates }
  }

  #find({ by, text }: PastedIdentifier): Found {
    const exact = this.#byText[by].get(fold(text))
    if (exact) return { ids: exact, note: null }
    if (by === 'name') return { ids: this.#byWords.get(words(text)) ?? [], note: null }
    if (by !== 'studentKey') return NOBODY
    const ids = this.#byNumber.get(withoutZeros(text))
    return ids ? { ids, note: 'leading-zeros' } : NOBODY
  }
}

/**
 * Gives the learners whom one of the texts may name, of however many: a look at each of them, where an index of all
 * would take ten times as long. Some may be among them whom none names.
 */
export function* learnersIn(texts: Iterable<string>, learners: Iterable<Learner>): Generator<Learner, void> {
  const wanted = new Set<string>()
  for (const text of texts) {
    const folded = fold(text)
    // The words of a name, since they may stand in another order.
    for (const one of [folded, withoutZeros(text), ...folded.split(BETWEEN)]) wanted.add(one)
  }
  wanted.delete('')
  for (const learner of learners) {
    const { username, email, studentKey, name } = learner
    const isNamed =
      wanted.has(fold(username)) ||
      (email !== null && wanted.has(fold(email))) ||
      (studentKey !== null && wanted.has(withoutZeros(studentKey))) ||
      (name !== null && wanted.has(fold(name).split(BETWEEN).find(Boolean) ?? ''))
    if (isNamed) yield learner
  }
}

/** `1.23457E+13`: what a spreadsheet makes of a long number. Nobody can tell any more which one it was. */
const EXPONENT = /^\s*\d(?:[.,]\d+)?E\+?\d+\s*$/i

/** The words of a name in one order, whichever way it was written: "Lovelace, Ada" is Ada Lovelace. */
function words(name: string): string {
  return fold(name).split(BETWEEN).filter(Boolean).sort().join(' ')
}

/** Makes an index learner by learner: whoever makes it may pause between them. */
export function* indexLearners(learners: readonly Learner[]): Generator<void, LearnerIndex> {
  const index = new LearnerIndex()
  for (const learner of learners) {
    index.add(learner)
    yield
  }
  return index
}

function withoutZeros(key: string): string {
  return fold(plainNumber(key)).replace(/^0+(?=.)/, '')
}

function add(index: Map<string, LearnerId[]>, text: string, id: LearnerId): void {
  if (text === '') return
  const known = index.get(text)
  if (!known) index.set(text, [id])
  else if (!known.includes(id)) known.push(id)
}
