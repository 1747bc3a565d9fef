import type { Cutoff } from './course.ts'

export type CutoffWarning =
  /** No cutoff above zero: nobody can pass. */
  | { readonly code: 'no-passing-grade' }
  /** The better letter is easier to earn: A from 60 %, B from 80 %. */
  | { readonly code: 'cutoffs-out-of-order'; readonly better: Cutoff; readonly worse: Cutoff }
  /** Two letters from the same grade on: only one can ever be earned. */
  | { readonly code: 'cutoffs-equal'; readonly letters: readonly string[]; readonly from: number }
  /** Outside 0..1. */
  | { readonly code: 'cutoff-out-of-range'; readonly cutoff: Cutoff }

/**
 * Gives what is wrong with the cutoffs. Only letters such as A, B+ and C- have an order of their own; other words
 * (Pass, Distinction) rank by their cutoffs, whichever way the server sent them.
 */
export function cutoffWarnings(cutoffs: readonly Cutoff[]): CutoffWarning[] {
  const highestFirst = cutoffs.toSorted((a, b) => b.from - a.from)
  const levels = Map.groupBy(highestFirst, ({ from }) => from)
  return [
    ...(cutoffs.some(({ from }) => from > 0) ? [] : [{ code: 'no-passing-grade' } as const]),
    ...disorder(highestFirst),
    ...Array.from(levels).flatMap(([from, level]) =>
      level.length > 1
        ? [{ code: 'cutoffs-equal', letters: level.map(({ letter }) => letter), from } as const]
        : [],
    ),
    ...highestFirst
      .filter(({ from }) => !(from >= 0 && from <= 1))
      .map((cutoff) => ({ code: 'cutoff-out-of-range', cutoff }) as const),
  ]
}

/** Gives the neighbours among the ranked letters of which the worse one needs more. */
function disorder(highestFirst: readonly Cutoff[]): CutoffWarning[] {
  const ranked = highestFirst.flatMap((cutoff) => {
    const rank = rankOf(cutoff.letter)
    return rank === null ? [] : { cutoff, rank }
  })
  return ranked.flatMap(({ cutoff: worse, rank }, index) => {
    const next = ranked[index + 1]
    if (!next || next.rank >= rank || next.cutoff.from === worse.from) return []
    return { code: 'cutoffs-out-of-order', better: next.cutoff, worse } as const
  })
}

/** Gives the place of a letter in A+, A, A-, B+, ...; null for any other word. */
function rankOf(letter: string): number | null {
  const [, base, sign] = /^([A-Z])([-+−]?)$/.exec(letter.trim().toUpperCase()) ?? []
  if (base === undefined) return null
  const step = sign === '+' ? 0 : sign === '' ? 1 : 2
  return base.charCodeAt(0) * 3 + step
}
