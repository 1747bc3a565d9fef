import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CourseTotal,
  type Entry,
  gradeCourse,
  gradeType,
  isPassing,
  letterFor,
  percentOf,
  problemPoints,
  readRule,
  type Rule,
} from './grading.ts'
import type { AssignmentRule, GradingPolicy } from './course-model.ts'
import { Refusal } from './refusal.ts'
import { roundTotal } from './rounding.ts'

function rule(type: string, minCount: number, dropCount: number, weight = 1): Rule {
  return { type, shortLabel: type, minCount, dropCount, weight, showOnlyAverage: false, hideAverage: false }
}

function entries(...scores: ReadonlyArray<readonly [earned: number, possible: number]>): Entry[] {
  return scores.map(([earned, possible], index) => ({
    key: `k${index}`,
    name: `n${index}`,
    earned,
    possible,
  }))
}

/** The sheet that the worked examples reckon with. */
const SHEET: Readonly<Record<string, Entry[]>> = {
  Homework: entries([2, 20], [16, 16]),
  Lab: entries([1, 2], [1, 1], [1, 1], [5, 25], [3, 4], [6, 7], [5, 6]),
  Midterm: entries([50.5, 100]),
}

function policy(weights: readonly [number, number, number]): GradingPolicy {
  return {
    rules: [
      { type: 'Homework', shortLabel: 'HW', minCount: 12, dropCount: 2, weight: weights[0] },
      { type: 'Lab', shortLabel: 'Lab', minCount: 7, dropCount: 3, weight: weights[1] },
      { type: 'Midterm', shortLabel: 'Midterm', minCount: 1, dropCount: 0, weight: weights[2] },
    ],
    cutoffs: [{ letter: 'Pass', from: 0.5 }],
  }
}

describe('problem', () => {
  test('is scaled to its weight', () => {
    expect(problemPoints({ weight: 10, rawPossible: 4 }, 3)).toEqual({ earned: 7.5, possible: 10 })
  })

  test('keeps raw points without a weight, or when it is worth nothing', () => {
    expect(problemPoints({ weight: null, rawPossible: 4 }, 3)).toEqual({ earned: 3, possible: 4 })
    expect(problemPoints({ weight: 10, rawPossible: 0 }, 3)).toEqual({ earned: 3, possible: 0 })
  })

  test('takes a weight of zero for a weight', () => {
    expect(problemPoints({ weight: 0, rawPossible: 4 }, 3)).toEqual({ earned: 0, possible: 0 })
  })
})

describe('subsection', () => {
  test.each([
    [50, 100, 0.5],
    [0.5949, 100, 0.0059],
    [0.5951, 100, 0.006],
    [0.595, 100, 0.0059],
    [0.605, 100, 0.006],
    [12, 10, 1.2],
    [3, 0, 0],
    [3, -1, 0],
  ])('%d of %d is %d', (earned, possible, percent) => {
    expect(percentOf(earned, possible)).toBe(percent)
  })
})

describe('assignment type', () => {
  test('counts missing work as zero and drops the last of equals', () => {
    const { percent, marks } = gradeType(rule('Homework', 12, 2), SHEET['Homework'] ?? [])
    expect(percent).toBeCloseTo(0.11, 12)
    expect(marks).toHaveLength(12)
    expect(marks.flatMap(({ dropped }, index) => (dropped ? index : []))).toEqual([10, 11])
  })

  test('drops the lowest where there is more than expected', () => {
    const { percent, marks } = gradeType(rule('Lab', 3, 2), SHEET['Lab'] ?? [])
    expect(percent).toBeCloseTo(0.88808, 12)
    expect(marks.filter(({ dropped }) => dropped).map((mark) => mark.percent)).toEqual([0.5, 0.2])
  })

  test('is its only score', () => {
    expect(gradeType(rule('Midterm', 1, 0), SHEET['Midterm'] ?? []).percent).toBe(0.505)
  })

  test('is zero where nothing is left, or nothing was expected', () => {
    expect(gradeType(rule('Lab', 2, 2), entries([1, 1], [1, 1])).percent).toBe(0)
    expect(gradeType(rule('Lab', 1, 5), entries([1, 1])).percent).toBe(0)
    expect(gradeType(rule('Lab', 0, 0), [])).toMatchObject({ percent: 0, marks: [] })
  })

  const scores = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.constant(10)), { maxLength: 8 })

  test('drops so that the sum of the rest is as large as it can be', () => {
    fc.assert(
      fc.property(scores, fc.nat(9), fc.nat(9), (list, minCount, dropCount) => {
        const { percent, marks } = gradeType(rule('Lab', minCount, dropCount), entries(...list))
        const kept = Math.max(0, marks.length - dropCount)
        const best = marks.map((mark) => mark.percent).toSorted((one, other) => other - one)
        const sum = best.slice(0, kept).reduce((so, mark) => so + mark, 0)
        expect(marks).toHaveLength(Math.max(list.length, minCount))
        expect(marks.filter(({ dropped }) => !dropped)).toHaveLength(kept)
        expect(percent).toBeCloseTo(kept === 0 ? 0 : sum / kept, 10)
      }),
    )
  })

  test('never falls when one score rises', () => {
    fc.assert(
      fc.property(scores, fc.nat(7), fc.nat(9), fc.nat(9), (list, which, minCount, dropCount) => {
        const raised = list.map(
          ([earned, possible], index) => [earned + (index === which ? 1 : 0), possible] as const,
        )
        const before = gradeType(rule('Lab', minCount, dropCount), entries(...list)).percent
        const after = gradeType(rule('Lab', minCount, dropCount), entries(...raised)).percent
        expect(after).toBeGreaterThanOrEqual(before - 1e-12)
      }),
    )
  })
})

describe('rule', () => {
  const stored: AssignmentRule = { type: 'Lab', shortLabel: null, minCount: '12', dropCount: 2, weight: 0.15 }

  test('reads a count that is text, and takes the name for a missing label', () => {
    expect(readRule(stored)).toMatchObject({ minCount: 12, shortLabel: 'Lab' })
    expect(readRule({ ...stored, minCount: '2.9' }).minCount).toBe(2)
  })

  test.each(['type', 'minCount', 'dropCount', 'weight'] as const)('crashes without %s', (field) => {
    expect(() => readRule({ ...stored, [field]: null })).toThrow(Refusal)
  })
})

function grade(weights: readonly [number, number, number], sheet: typeof SHEET = SHEET): CourseTotal {
  return gradeCourse(policy(weights), (type) => sheet[type] ?? [])
}

describe('course', () => {
  test('adds the weighted types up', () => {
    const { total, percent, letter } = grade([0.25, 0.25, 0.5])
    // Of the labs the three lowest are dropped here: (1 + 1 + .8571 + .8333) / 4.
    expect(total).toBeCloseTo(0.11 * 0.25 + 0.9226 * 0.25 + 0.505 * 0.5, 12)
    expect(percent).toBe(0.51)
    expect(letter).toBe('Pass')
  })

  test('does not normalise weights', () => {
    expect(grade([0, 0, 0]).percent).toBe(0)
    expect(grade([0, 0, 2]).percent).toBe(1.01)
  })

  test('is zero on an empty sheet', () => {
    expect(grade([0.25, 0.25, 0.5], {})).toMatchObject({ percent: 0, letter: null, passed: false })
  })

  test('counts what is missing in the default policy: 73 percent for one full score of each type', () => {
    const rules = [
      ['Homework', 12, 2, 0.15],
      ['Lab', 12, 2, 0.15],
      ['Midterm', 1, 0, 0.3],
      ['Final', 1, 0, 0.4],
    ] as const
    const { percent } = gradeCourse(
      {
        rules: rules.map(([type, minCount, dropCount, weight]) => ({
          type,
          shortLabel: type,
          minCount,
          dropCount,
          weight,
        })),
        cutoffs: [],
      },
      () => entries([1, 1]),
    )
    expect(percent).toBe(0.73)
  })

  test.each([
    [[1, 2], 0.5, 'Pass'],
    [[2, 2], 1, 'Pass'],
    [[0, 0], 0, null],
  ] as const)('one score of %j is %d, %s', (score, percent, letter) => {
    const { rules, cutoffs } = policy([0, 0, 1])
    const list = score[1] > 0 ? entries(score) : []
    expect(gradeCourse({ rules, cutoffs }, (type) => (type === 'Midterm' ? list : []))).toMatchObject({
      percent,
      letter,
    })
  })
})

describe('rounding the total', () => {
  test.each([
    [0.4945, 0.5],
    [0.4944, 0.49],
    [0.9945, 1],
    [0.51065, 0.51],
    [0, 0],
    [1.2, 1.2],
  ])('%d becomes %d', (total, rounded) => {
    expect(roundTotal(total)).toBe(rounded)
  })
})

describe('letters', () => {
  const cutoffs = [
    { letter: 'C', from: 0.6 },
    { letter: 'A', from: 0.9 },
    { letter: 'B', from: 0.75 },
  ]

  test.each([
    [0.9, 'A'],
    [0.89, 'B'],
    [0.75, 'B'],
    [0.6, 'C'],
    [0.59, null],
  ])('%d earns %s, in whatever order the cutoffs are stored', (percent, letter) => {
    expect(letterFor(percent, cutoffs)).toBe(letter)
  })

  test('one passes from the lowest cutoff above zero', () => {
    const withF = [...cutoffs, { letter: 'F', from: 0 }]
    expect(isPassing(0.6, withF)).toBe(true)
    expect(isPassing(0.59, withF)).toBe(false)
    expect(letterFor(0.1, withF)).toBe('F')
    expect(isPassing(1, [{ letter: 'F', from: 0 }])).toBeNull()
  })
})
