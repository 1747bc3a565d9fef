import type { Cutoff } from './course.ts'

/**
 * Gives the letter for a rounded course grade (fraction): that of the highest cutoff reached; null below all.
 * @param cutoffs highest first
 */
export function letterFor(cutoffs: readonly Cutoff[], percent: number): string | null {
  return cutoffs.find(({ from }) => percent >= from)?.letter ?? null
}

/** Tells whether a rounded course grade (fraction) passes: reaches the lowest cutoff above zero; null without one. */
export function passes(cutoffs: readonly Cutoff[], percent: number): boolean | null {
  const least = Math.min(...cutoffs.map(({ from }) => from).filter((from) => from > 0))
  return Number.isFinite(least) ? percent >= least : null
}
