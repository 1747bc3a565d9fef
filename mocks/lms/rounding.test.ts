import { describe, expect, test } from 'vitest'
import { percentText, pointsText, roundAwayFromZero, roundHalfEven, roundTotal } from './rounding.ts'

test.each([
  [0.5, 0],
  [1.5, 2],
  [2.5, 2],
  [2.51, 3],
  [2.49, 2],
  [-0.5, 0],
  [-1.5, -2],
])('a half goes to the even number: %d becomes %d', (value, rounded) => {
  expect(roundHalfEven(value, 0)).toBe(rounded)
})

test('with decimals, a half goes away from zero', () => {
  expect(roundAwayFromZero(0.03125, 4)).toBe(0.0313)
  expect(roundAwayFromZero(-0.03125, 4)).toBe(-0.0313)
  expect(roundAwayFromZero(0.25, 4)).toBe(0.25)
})

test('what is too large to have decimals stays as it is', () => {
  for (const value of [1e307, -1e307, Number.MAX_VALUE]) {
    expect([roundHalfEven(value, 4), roundAwayFromZero(value, 4), roundTotal(value)]).toEqual([
      value,
      value,
      value,
    ])
  }
})

describe('texts of the grader', () => {
  test.each([
    [0.88808, '88.81%'],
    [0.25, '25.00%'],
    [0, '0.00%'],
    [1.1, '110.00%'],
    // A true tie in binary goes to the even digit.
    [0.88125, '88.12%'],
    [0.88375, '88.38%'],
  ])('%d as percent is %s', (fraction, text) => {
    expect(percentText(fraction)).toBe(text)
  })

  test.each([
    [0, '0'],
    [2, '2'],
    [16, '16'],
    [50.5, '50.5'],
    [3.75, '3.75'],
    [100, '100'],
    [100.5, '100'],
    [101.5, '102'],
    [2.125, '2.12'],
    [2 / 3, '0.667'],
    [1234, '1.23e+03'],
    [0.00001, '1e-05'],
  ])('%d points are %s', (points, text) => {
    expect(pointsText(points)).toBe(text)
  })
})
