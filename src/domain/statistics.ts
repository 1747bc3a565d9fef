/** Number, sum and mean of some grades. */
export interface Summary {
  /** How many values there are; blanks are none. */
  readonly n: number
  readonly sum: number
  /** Null where there are no values. */
  readonly mean: number | null
}

/** The five numbers that stand for a distribution, in the unit of the values. */
export interface Spread {
  readonly least: number
  readonly lowerQuartile: number
  readonly median: number
  readonly upperQuartile: number
  readonly most: number
}

export interface Bin {
  /** Included. */
  readonly from: number
  /** Not included, but for the last bin. */
  readonly to: number
  readonly count: number
}

export interface Histogram {
  readonly bins: readonly Bin[]
  /** Values under the first bin. */
  readonly below: number
  /** Values over the last bin: extra credit. */
  readonly above: number
}

/**
 * Gives number, sum and mean, in the unit of the values. Values that are not finite are blanks (a cell that was not
 * attempted reads as NaN) and left out. The sum carries its rounding error along (Neumaier), so that the order of
 * 100,000 rows does not show in it.
 */
export function summarise(values: Iterable<number>): Summary {
  let n = 0
  let sum = 0
  let lost = 0
  for (const value of values) {
    if (!Number.isFinite(value)) continue
    n += 1
    const next = sum + value
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
    sum = next
  }
  const exact = sum + lost
  return { n, sum: exact, mean: n > 0 ? exact / n : null }
}

/**
 * Gives least, quartiles, median and most; null where there are no values. Blanks are left out.
 * Between two values quartiles are interpolated, as spreadsheets do (QUARTILE.INC).
 */
export function spread(values: Iterable<number>): Spread | null {
  const sorted = Float64Array.from(finite(values)).sort()
  if (sorted.length === 0) return null
  return {
    least: quantile(sorted, 0),
    lowerQuartile: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    upperQuartile: quantile(sorted, 0.75),
    most: quantile(sorted, 1),
  }
}

/**
 * Gives how many values fall in each of `count` equal bins between `from` and `to`; a value on an edge belongs to the
 * bin above, `to` itself to the last. Blanks are left out.
 * @throws {RangeError} when there is no bin, or no room between `from` and `to`
 */
export function histogram(values: Iterable<number>, from: number, to: number, count: number): Histogram {
  if (!(count >= 1 && Number.isInteger(count)) || !(to > from)) {
    throw new RangeError(`No histogram of ${count} bins from ${from} to ${to}`)
  }
  const edges = Array.from({ length: count + 1 }, (_, edge) => from + ((to - from) * edge) / count)
  const counts = new Uint32Array(count)
  let below = 0
  let above = 0
  for (const value of finite(values)) {
    if (value < from) below += 1
    else if (value > to) above += 1
    else {
      const bin = binOf(value, edges)
      counts[bin] = (counts[bin] ?? 0) + 1
    }
  }
  const bins = Array.from(counts, (n, bin) => ({
    from: edges[bin] ?? from,
    to: edges[bin + 1] ?? to,
    count: n,
  }))
  return { bins, below, above }
}

function* finite(values: Iterable<number>): Generator<number> {
  for (const value of values) if (Number.isFinite(value)) yield value
}

function quantile(sorted: Float64Array, share: number): number {
  const position = (sorted.length - 1) * share
  const low = sorted[Math.floor(position)] ?? Number.NaN
  const high = sorted[Math.ceil(position)] ?? low
  return low + (high - low) * (position - Math.floor(position))
}

/** Searches the edges themselves: dividing would put 0.3 of ten bins below the edge 0.3. */
function binOf(value: number, edges: readonly number[]): number {
  let low = 0
  let high = edges.length - 2
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (value >= (edges[middle] ?? Number.POSITIVE_INFINITY)) low = middle
    else high = middle - 1
  }
  return low
}
