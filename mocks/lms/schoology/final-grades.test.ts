import { describe, expect, test } from 'vitest'
import { type Score, categoryGrade, finalGrade, periodGrade } from './final-grades.ts'

const MEAN = { id: 1, calculationType: 1, dropLowest: 0, weight: 100 } as const
const POINTS = { ...MEAN, calculationType: 2 } as const

function score(points: number, max = 100, more: Partial<Score> = {}): Score {
  return { categoryId: 1, points, max, factor: 1, ...more }
}

describe('the captured answers', () => {
  // Period and exam weigh 50 each; the exam's 9 points are taken out of 12.
  const exam = { grade: (9 / 12) * 100, weight: 50 }

  test.each([
    [[97, 95, 82], 91.33, 83.17],
    [[97, 82], 89.5, 82.25],
  ])('%j with the exam: period %d, final %d', (scores, period, final) => {
    const grade = periodGrade(
      [MEAN],
      scores.map((points) => score(points)),
      true,
    )
    expect(grade).toBeCloseTo(period, 10)
    expect(finalGrade([{ grade, weight: 50 }, exam])).toBeCloseTo(final, 10)
  })
})

describe('a category', () => {
  test('by percent gives each score the same say, by points each point', () => {
    const scores = [score(10, 10), score(30, 90)]
    expect(categoryGrade(MEAN, scores)).toBeCloseTo(66.667, 3)
    expect(categoryGrade(POINTS, scores)).toBe(40)
  })

  test('drops the lowest percentages, whatever they are worth', () => {
    const scores = [score(1, 10), score(60), score(80)]
    expect(categoryGrade({ ...MEAN, dropLowest: 1 }, scores)).toBe(70)
    expect(categoryGrade({ ...POINTS, dropLowest: 1 }, scores)).toBe(70)
  })

  test('never drops the last score', () => {
    expect(categoryGrade({ ...MEAN, dropLowest: 10 }, [score(40), score(50)])).toBe(50)
  })

  test('weighs by factor, and leaves out what is worth nothing', () => {
    expect(categoryGrade(MEAN, [score(100, 100, { factor: 3 }), score(0)])).toBe(75)
    expect(categoryGrade(POINTS, [score(50), score(90, 100, { factor: 0 }), score(5, 0)])).toBe(50)
    expect(categoryGrade(MEAN, [])).toBeNull()
    expect(categoryGrade(POINTS, [score(5, 0)])).toBeNull()
  })

  test('may exceed 100', () => {
    expect(categoryGrade(MEAN, [score(110)])).toBeCloseTo(110, 10)
  })
})

describe('a period', () => {
  const homework = { ...MEAN, weight: 30 }
  const tests = { ...MEAN, id: 2, weight: 70 }
  const scores = [score(50), score(100, 100, { categoryId: 2 }), score(0, 100, { categoryId: 0 })]

  test('weighs its categories, or takes them alike; what has no category does not count', () => {
    expect(periodGrade([homework, tests], scores, true)).toBeCloseTo(85, 10)
    expect(periodGrade([homework, tests], scores, false)).toBeCloseTo(75, 10)
  })

  test('shares the weight of an empty category out', () => {
    expect(periodGrade([homework, tests], [score(50)], true)).toBeCloseTo(50, 10)
  })

  test('has no grade where all weights are 0', () => {
    expect(periodGrade([{ ...homework, weight: 0 }], scores, true)).toBeNull()
    expect(periodGrade([{ ...homework, weight: 0 }], scores, false)).toBe(50)
  })
})

describe('the final grade', () => {
  test('leaves out what has no grade', () => {
    expect(
      finalGrade([
        { grade: 80, weight: 10 },
        { grade: null, weight: 90 },
      ]),
    ).toBe(80)
  })

  test('is none where all weights are 0, or nothing is graded', () => {
    expect(finalGrade([{ grade: 80, weight: 0 }])).toBeNull()
    expect(finalGrade([{ grade: null, weight: 50 }])).toBeNull()
    expect(finalGrade([])).toBeNull()
  })

  test('keeps two decimals', () => {
    expect(finalGrade([70, 70, 71].map((grade) => ({ grade, weight: 1 })))).toBeCloseTo(70.33, 10)
  })
})
