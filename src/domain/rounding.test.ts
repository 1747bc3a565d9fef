import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fractionOf, roundCourseGrade, roundHalfEven, roundHalfUp } from './rounding.ts'

describe('the percent of a subsection', () => {
  test.each([
    [50, 100, 0.5],
    [0.5949, 100, 0.0059],
    [0.5951, 100, 0.006],
    [0.595, 100, 0.0059],
    [0.605, 100, 0.006],
    [2, 3, 0.6667],
    [12, 10, 1.2],
    [5, 0, 0],
    [5, -1, 0],
  ])('%d of %d is %d', (earned, possible, percent) => {
    expect(fractionOf(earned, possible)).toBe(percent)
  })

  test('ties go to the even neighbour', () => {
    expect([0.5, 1.5, 2.5, 3.5, -1.5].map((x) => roundHalfEven(x, 0))).toEqual([0, 2, 2, 4, -2])
  })
})

describe('the course grade', () => {
  test.each([
    [0.4945, 0.5],
    [0.4944, 0.49],
    [0.9945, 1],
    [0.51065, 0.51],
    [0, 0],
    [1.2, 1.2],
  ])('%d is stored as %d', (total, stored) => {
    expect(roundCourseGrade(total)).toBe(stored)
  })

  test('is never further than 0.0055 from the sum', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 3, noNaN: true }), (total) => {
        const stored = roundCourseGrade(total)
        expect(stored - total).toBeLessThanOrEqual(0.0055 + 1e-12)
        expect(total - stored).toBeLessThanOrEqual(0.0045 + 1e-12)
      }),
    )
  })
})

describe('what is typed and shown', () => {
  test.each([
    [1.005, 2, 1.01],
    [8.123456, 4, 8.1235],
    [2.5, 0, 3],
    [0.1 + 0.2, 4, 0.3],
    [-0.001, 2, 0],
  ])('%d to %d decimals is %d', (x, decimals, rounded) => {
    expect(roundHalfUp(x, decimals)).toBe(rounded)
  })

  test('rounding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.nat(4), (x, decimals) => {
        const once = roundHalfUp(x, decimals)
        expect(roundHalfUp(once, decimals)).toBe(once)
        expect(Math.abs(once - x)).toBeLessThanOrEqual(0.5 / 10 ** decimals + 1e-9)
      }),
    )
  })
})
