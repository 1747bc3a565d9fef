import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { histogram, spread, summarise } from './statistics.ts'

const BLANK = Number.NaN
const grade = fc.double({ min: -1e6, max: 1e6, noNaN: true })
const cell = fc.oneof(grade, fc.constantFrom(BLANK, Infinity, -Infinity))

describe('number, sum and mean', () => {
  test('blanks are left out, zeros are not', () => {
    expect(summarise([0.5, BLANK, 0, 1])).toEqual({ n: 3, sum: 1.5, mean: 0.5 })
    expect(summarise(Float64Array.of(8, BLANK, 10))).toEqual({ n: 2, sum: 18, mean: 9 })
  })

  test('nothing has no mean', () => {
    expect(summarise([])).toEqual({ n: 0, sum: 0, mean: null })
    expect(summarise([BLANK, Infinity])).toEqual({ n: 0, sum: 0, mean: null })
  })

  test('small values beside large ones are not lost', () => {
    expect(summarise([1e16, 1, 1, -1e16]).sum).toBe(2)
    expect(summarise([1, 1e16, -1e16]).sum).toBe(1)
    expect(summarise(Array<number>(1000).fill(0.1)).sum).toBe(100)
  })

  test('the order does not matter, and no blank leaks', () => {
    fc.assert(
      fc.property(fc.array(cell), (values) => {
        const forwards = summarise(values)
        const backwards = summarise(values.toReversed())
        expect(Number.isFinite(forwards.sum)).toBe(true)
        expect(backwards.n).toBe(forwards.n)
        expect(backwards.sum).toBeCloseTo(forwards.sum, 8)
      }),
    )
  })
})

describe('quartiles', () => {
  test.each([
    [[7, 7, 7, 7], { least: 7, lowerQuartile: 7, median: 7, upperQuartile: 7, most: 7 }],
    [[7], { least: 7, lowerQuartile: 7, median: 7, upperQuartile: 7, most: 7 }],
    [[4, 1, 3, 2], { least: 1, lowerQuartile: 1.75, median: 2.5, upperQuartile: 3.25, most: 4 }],
    [[1, BLANK, 2, 3, 4, 5], { least: 1, lowerQuartile: 2, median: 3, upperQuartile: 4, most: 5 }],
  ])('of %j', (values, expected) => {
    expect(spread(values)).toEqual(expected)
  })

  test('of nothing', () => {
    expect(spread([])).toBeNull()
    expect(spread([BLANK])).toBeNull()
  })

  test('stand in order, half of the values on each side of the median', () => {
    fc.assert(
      fc.property(fc.array(grade, { minLength: 1 }), (values) => {
        const found = spread(values)
        const five = Object.values(found ?? {})
        expect(five).toHaveLength(5)
        expect(five.toSorted((a, b) => a - b)).toEqual(five)
        const half = values.length / 2
        expect(
          values.filter((value) => value <= (found?.median ?? BLANK) + 1e-6).length,
        ).toBeGreaterThanOrEqual(half)
        expect(
          values.filter((value) => value >= (found?.median ?? BLANK) - 1e-6).length,
        ).toBeGreaterThanOrEqual(half)
      }),
    )
  })
})

describe('histogram', () => {
  test('an edge belongs to the bin above, the end to the last', () => {
    const { bins, below, above } = histogram([0, 0.1, 0.3, 0.30001, 0.7, 1, BLANK, 1.2, -0.1], 0, 1, 10)
    expect(bins.map((bin) => bin.count)).toEqual([1, 1, 0, 2, 0, 0, 0, 1, 0, 1])
    expect([below, above]).toEqual([1, 1])
    expect(bins[3]).toEqual({ from: 0.3, to: 0.4, count: 2 })
  })

  test.each([
    [0, 1, 0],
    [0, 1, 1.5],
    [1, 1, 3],
    [BLANK, 1, 3],
  ])('none from %d to %d with %d bins', (from, to, count) => {
    expect(() => histogram([1], from, to, count)).toThrow(RangeError)
  })

  test('every value is counted once, in the bin whose edges hold it', () => {
    fc.assert(
      fc.property(fc.array(cell), fc.integer({ min: 1, max: 40 }), (values, count) => {
        const { bins, below, above } = histogram(values, -1000, 5000, count)
        const finite = values.filter(Number.isFinite)
        expect(bins.reduce((sum, bin) => sum + bin.count, below + above)).toBe(finite.length)
        for (const [index, { from, to, count: counted }] of bins.entries()) {
          const last = index === bins.length - 1
          const held = finite.filter((value) => value >= from && (value < to || (last && value === to)))
          expect(counted).toBe(held.length)
        }
      }),
    )
  })
})
