import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { histogram } from '#src/domain/statistics.ts'
import { rangeOf } from './bin-range.ts'

const ranges = histogram([], 0, 1, 10).bins.map(rangeOf)

test('bars become filters whose both ends are included', () => {
  expect(ranges.slice(0, 2)).toEqual([
    { min: 0, max: 9.9999 },
    { min: 10, max: 19.9999 },
  ])
  expect(ranges.at(-1)).toEqual({ min: 90, max: 100 })
})

test('each grade up to 100 % is left by the filter of its own bar, and by no other', () => {
  const grade = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 400 }))
  fc.assert(
    fc.property(
      grade.filter(([earned, possible]) => earned <= possible),
      ([earned, possible]) => {
        const { bins } = histogram([earned / possible], 0, 1, 10)
        const bar = bins.findIndex(({ count }) => count === 1)
        // As the server compares: unrounded, in percent.
        const percent = (earned / possible) * 100
        const left = ranges.flatMap(({ min, max }, at) => (percent >= min && percent <= max ? at : []))
        expect(left).toEqual([bar])
      },
    ),
  )
})
