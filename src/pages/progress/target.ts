import type { Cutoff } from '#src/domain/course.ts'
import { type ScoreRefusal, parseScore } from '#src/domain/score.ts'

/** What a person aims at: a letter, unless a percentage is typed. */
export interface Aim {
  /** Null where the course has no letters. */
  readonly letter: string | null
  readonly text: string
}

export type Target =
  | { readonly kind: 'total'; readonly from: number; readonly letter: string | null }
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly why: ScoreRefusal['why'] }

/** Gives the cutoffs that one can aim at, lowest first. */
export function aims(cutoffs: readonly Cutoff[]): Cutoff[] {
  return cutoffs.filter(({ from }) => from > 0).toSorted((a, b) => a.from - b.from)
}

/** Gives what one most likely wants to know: the next letter above what stands, else the highest. */
export function firstAim(cutoffs: readonly Cutoff[], percent: number): Aim {
  const all = aims(cutoffs)
  const next = all.find(({ from }) => from > percent) ?? all.at(-1)
  return { letter: next?.letter ?? null, text: '' }
}

/** Gives the course grade that is aimed at, a fraction. */
export function targetOf(aim: Aim, cutoffs: readonly Cutoff[], decimal: '.' | ','): Target {
  const typed = parseScore(aim.text.includes('/') ? 'x' : aim.text, {
    mode: 'percent',
    decimal,
    possible: 100,
  })
  if (typed.kind === 'refused') return { kind: 'refused', why: typed.why }
  if (typed.kind !== 'blank') return { kind: 'total', from: typed.earned / 100, letter: null }
  const cutoff = cutoffs.find(({ letter }) => letter === aim.letter)
  return cutoff ? { kind: 'total', ...cutoff } : { kind: 'none' }
}
