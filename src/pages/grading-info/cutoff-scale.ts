import type { Cutoff } from '#src/domain/course.ts'

/** One cutoff on the scale from 0 to 100 %. */
export interface Tick {
  readonly cutoff: Cutoff
  /** Where it stands: 0..1, also for a cutoff outside of that. */
  readonly at: number
  /** The line of its label, 0 for the first: labels too near to each other stand on different ones. */
  readonly lane: number
}

/** A stretch of the scale in which the letter stays the same. */
export interface Band {
  /** Null below all cutoffs. */
  readonly letter: string | null
  readonly from: number
  readonly to: number
}

/** How far apart two labels on one line must stand, a fraction of the scale: "100 %" on a telephone. */
const ROOM = 0.14

/** Gives the ticks from low to high, each on the first line with room for its label. */
export function ticksOf(cutoffs: readonly Cutoff[]): Tick[] {
  const ends: number[] = []
  return lowestFirst(cutoffs).map((cutoff) => {
    const at = clamp(cutoff.from)
    const free = ends.findIndex((end) => at - end >= ROOM)
    const lane = free === -1 ? ends.length : free
    ends[lane] = at
    return { cutoff, at, lane }
  })
}

/** Gives the stretches of the scale, from low to high; none of them is empty. */
export function bandsOf(cutoffs: readonly Cutoff[]): Band[] {
  const bands: Band[] = []
  let letter: string | null = null
  let from = 0
  for (const cutoff of lowestFirst(cutoffs)) {
    const to = clamp(cutoff.from)
    if (to > from) bands.push({ letter, from, to })
    letter = cutoff.letter
    from = to
  }
  if (from < 1) bands.push({ letter, from, to: 1 })
  return bands
}

function lowestFirst(cutoffs: readonly Cutoff[]): Cutoff[] {
  return cutoffs.toSorted((a, b) => a.from - b.from)
}

function clamp(from: number): number {
  return Math.min(1, Math.max(0, from))
}
