import type { Cutoff } from '#src/domain/course.ts'

/** A letter and the grades that earn it. */
export interface LetterRow {
  /** Null below all cutoffs. */
  readonly letter: string | null
  /** Fractions: the least grade, and the one from which on it is another letter; null where there is none above. */
  readonly from: number
  readonly to: number | null
  /** The learner's total is among them. */
  readonly isOwn: boolean
  /** Null where the course has nothing to pass. */
  readonly passes: boolean | null
}

/**
 * Gives what each letter takes, highest first; letters that nobody can earn are left out.
 * @param cutoffs highest first
 * @param percent the learner's total, a fraction
 */
export function letterRows(cutoffs: readonly Cutoff[], percent: number): LetterRow[] {
  const passing = passingCutoff(cutoffs)?.from ?? null
  const reachable = cutoffs.filter(({ from }, index) => index === 0 || from < (cutoffs[index - 1]?.from ?? 0))
  const lowest = reachable.at(-1)?.from ?? 1
  const rows = lowest > 0 ? [...reachable, { letter: null, from: 0 }] : reachable
  return rows.map(({ letter, from }, index) => {
    const to = rows[index - 1]?.from ?? null
    return {
      letter,
      from,
      to,
      isOwn: percent >= from && (to === null || percent < to),
      passes: passing === null ? null : from >= passing,
    }
  })
}

/** Gives the lowest cutoff above zero: from there on one passes. */
export function passingCutoff(cutoffs: readonly Cutoff[]): Cutoff | null {
  return cutoffs.findLast(({ from }) => from > 0) ?? null
}

/** Gives the next higher letter and how many points of 100 are left to it; null on top. */
export function nextLetter(
  cutoffs: readonly Cutoff[],
  percent: number,
): { readonly cutoff: Cutoff; readonly points: number } | null {
  const cutoff = cutoffs.findLast(({ from }) => from > percent)
  // Both are written in percent: subtracting fractions would show 3.0000000000000004.
  return cutoff ? { cutoff, points: (Math.round(cutoff.from * 1e4) - Math.round(percent * 1e4)) / 100 } : null
}
