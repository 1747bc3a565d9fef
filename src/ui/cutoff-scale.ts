import type { Cutoff } from '#src/domain/course.ts'

/** One cutoff on the scale from 0 to 100 %, or further where a grade stands beyond. */
export interface Tick {
  readonly cutoff: Cutoff
  /** Where it stands: 0..1, also for a cutoff outside of that. */
  readonly at: number
  /** Which end of the label stands there: near an end of the scale it would lean out of the page. */
  readonly anchor: 'start' | 'middle' | 'end'
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

/** The least width of a label and the width of a letter in it, fractions of the scale as it is on a telephone. */
const LABEL = 0.12
const LETTER = 0.028

/**
 * Gives the ticks from low to high, each on the first line with room for its label.
 * @param full the grade at the end of the scale, a fraction
 */
export function ticksOf(cutoffs: readonly Cutoff[], full = 1): Tick[] {
  const ends: number[] = []
  return lowestFirst(cutoffs).map((cutoff) => {
    const at = clamp(cutoff.from / full)
    const width = Math.max(LABEL, cutoff.letter.length * LETTER)
    const anchor = at < width / 2 ? 'start' : at > 1 - width / 2 ? 'end' : 'middle'
    const start = at - { start: 0, middle: width / 2, end: width }[anchor]
    const free = ends.findIndex((end) => end <= start)
    const lane = free === -1 ? ends.length : free
    ends[lane] = start + width
    return { cutoff, at, anchor, lane }
  })
}

/**
 * Gives the stretches of the scale, from low to high; none of them is empty.
 * @param full the grade at the end of the scale, a fraction
 */
export function bandsOf(cutoffs: readonly Cutoff[], full = 1): Band[] {
  const bands: Band[] = []
  let letter: string | null = null
  let from = 0
  for (const cutoff of lowestFirst(cutoffs)) {
    const to = clamp(cutoff.from, full)
    if (to > from) bands.push({ letter, from, to })
    letter = cutoff.letter
    from = to
  }
  if (from < full) bands.push({ letter, from, to: full })
  return bands
}

/** Of equal ones the first comes last: it is the letter that such a grade earns. */
function lowestFirst(cutoffs: readonly Cutoff[]): Cutoff[] {
  return cutoffs.toReversed().sort((a, b) => a.from - b.from)
}

function clamp(from: number, most = 1): number {
  return Math.min(most, Math.max(0, from))
}
