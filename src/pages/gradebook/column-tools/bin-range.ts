import type { Bin } from '#src/domain/statistics.ts'

/** A filter's ends in percent, both included. */
export interface PercentRange {
  readonly min: number
  readonly max: number
}

/** What a filter tells apart: its figures have four decimals. */
const STEP = 0.0001

/** Gives the filter that leaves the learners of a bar (a bin of fractions): its upper edge belongs to the next one. */
export function rangeOf({ from, to }: Bin): PercentRange {
  const max = to >= 1 ? 100 : to * 100 - STEP
  return { min: Number((from * 100).toFixed(4)), max: Number(max.toFixed(4)) }
}
