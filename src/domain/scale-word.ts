import type { ScaleLevel } from './course.ts'

/** Points are kept to four decimals. */
const NEAR = 0.00005

/** Gives the word of a scale that stands for exactly these points; null where none does. */
export function wordFor(earned: number, scale: readonly ScaleLevel[] | undefined): string | null {
  return scale?.find(({ points }) => Math.abs(points - earned) < NEAR)?.word ?? null
}
