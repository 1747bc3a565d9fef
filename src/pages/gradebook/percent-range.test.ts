import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTableUrl, writeFilters } from './filters.ts'
import { type PercentText, rangeProblem, readRange, showPercent } from './percent-range.ts'

test.each<[PercentText, [number | undefined, number | undefined]]>([
  [
    ['', '  '],
    [undefined, undefined],
  ],
  [
    ['0', '100'],
    [0, 100],
  ],
  [
    [' 8,5 ', '90.25 %'],
    [8.5, 90.25],
  ],
  [
    ['.5', '7.'],
    [0.5, 7],
  ],
  [
    ['', '33.33335'],
    [undefined, 33.3334],
  ],
  [
    ['50', '50'],
    [50, 50],
  ],
])('%j is read as %j', (text, numbers) => {
  expect(rangeProblem(text)).toBeNull()
  expect(readRange(text)).toEqual(numbers)
})

test.each(['-1', '100.01', 'ten', '1e1', '0x10', '1.2.3', '%', 'Infinity', '5 0'])(
  '%s is no percentage from 0 to 100',
  (text) => {
    expect(rangeProblem([text, ''])).toBe('not-a-percent')
    expect(rangeProblem(['', text])).toBe('not-a-percent')
  },
)

test('a minimum above the maximum is out of order', () => {
  expect(rangeProblem(['80', '20'])).toBe('order')
  expect(rangeProblem(['80', ''])).toBeNull()
})

test('whatever is read comes through the URL, and is shown as it was', () => {
  const text = fc.oneof(
    fc.double({ min: 0, max: 100, noNaN: true }).map(String),
    fc.string(),
    fc.constant(''),
  )
  fc.assert(
    fc.property(text, text, (min, max) => {
      fc.pre(rangeProblem([min, max]) === null)
      const [totalMin, totalMax] = readRange([min, max])
      const url = writeFilters(new URLSearchParams(), { totalMin, totalMax })
      const { filters, dropped } = readTableUrl(url)
      expect(dropped).toEqual([])
      expect([filters.totalMin, filters.totalMax]).toEqual([totalMin, totalMax])
      expect(readRange(showPercent(totalMin, totalMax))).toEqual([totalMin, totalMax])
    }),
  )
})
