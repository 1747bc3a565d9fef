import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AssignmentType } from '#src/domain/course.ts'
import { weightPicture } from './weight-bar.ts'

function types(weights: ReadonlyArray<number | null>): AssignmentType[] {
  return weights.map((weight, index) => ({
    name: `Type ${index}`,
    shortLabel: null,
    weight,
    required: null,
    dropped: null,
  }))
}

describe('weightPicture', () => {
  test('is filled by weights that add up to 100 %', () => {
    const picture = weightPicture(types([0.15, 0.15, 0.3, 0.4]))
    expect(picture.parts.map(({ width }) => width)).toEqual([0.15, 0.15, 0.3, 0.4])
    expect(picture).toMatchObject({ rest: 0, full: 1 })
  })

  test('leaves room for what is missing', () => {
    expect(weightPicture(types([0.5, 0.25])).rest).toBe(0.25)
    expect(weightPicture([])).toEqual({ parts: [], rest: 1, full: 1 })
  })

  test('is as wide as weights beyond 100 %, and tells where that is', () => {
    const picture = weightPicture(types([1, 0.25]))
    expect(picture.parts.map(({ width }) => width)).toEqual([0.8, 0.2])
    expect(picture).toMatchObject({ rest: 0, full: 0.8 })
  })

  test('draws nothing for weights that are missing, zero or negative, and keeps the shades of the others', () => {
    const picture = weightPicture(types([null, 0, -0.5, 0.4]))
    expect(picture.parts).toMatchObject([{ place: 3, width: 0.4 }])
    expect(picture.rest).toBe(0.6)
  })

  test('is always exactly full', () => {
    const weight = fc.option(fc.integer({ min: -50, max: 250 }).map((percent) => percent / 100))
    fc.assert(
      fc.property(fc.array(weight, { maxLength: 12 }), (weights) => {
        const { parts, rest, full } = weightPicture(types(weights))
        const widths = parts.reduce((sum, { width }) => sum + width, rest)
        expect(widths).toBeCloseTo(1, 9)
        expect(full).toBeGreaterThan(0)
        expect(full).toBeLessThanOrEqual(1)
        expect(rest === 0 || full === 1).toBe(true)
      }),
    )
  })
})
