import { describe, expect, test } from 'vitest'
import type { AssignmentType } from './course.ts'
import { type GradingPolicy, type Work, gradeCourse, regrade, workOf } from './grading.ts'
import { fractionOf } from './rounding.ts'

const HOMEWORK = type('Homework', 0.25, 12, 2)
const LAB = type('Lab', 0.25, 7, 3)
const MIDTERM = type('Midterm', 0.5, 1, 0)
const PASS_AT_HALF = [{ letter: 'Pass', from: 0.5 }]

/** The sheet of edx-platform's `test_graders.py`. */
const SHEET = [
  ...works('Homework', [fractionOf(2, 20), fractionOf(16, 16)]),
  ...works('Lab', [
    fractionOf(1, 2),
    fractionOf(1, 1),
    fractionOf(1, 1),
    fractionOf(5, 25),
    fractionOf(3, 4),
    fractionOf(6, 7),
    fractionOf(5, 6),
  ]),
  ...works('Midterm', [fractionOf(50.5, 100)]),
]

function type(
  name: string,
  weight: number | null,
  required: number | null,
  dropped: number | null,
): AssignmentType {
  return { name, shortLabel: null, weight, required, dropped }
}

function works(type: string, percents: ReadonlyArray<number | null>): Work[] {
  return percents.map((percent, index) => ({ subsectionId: `${type} ${index + 1}`, type, percent }))
}

function policy(...types: AssignmentType[]): GradingPolicy {
  return { types, cutoffs: PASS_AT_HALF }
}

describe('worked examples', () => {
  const course = gradeCourse(policy(HOMEWORK, LAB, MIDTERM), SHEET)
  const [homework, , midterm] = course.types

  test('homework: ten places are missing, the last two entries are dropped', () => {
    expect(homework?.average).toBeCloseTo(0.11, 12)
    expect(homework?.entries).toHaveLength(12)
    expect(homework?.entries.filter((entry) => entry.subsectionId === null)).toHaveLength(10)
    expect(standings(homework?.entries)).toEqual([...Array<string>(10).fill('counted'), 'dropped', 'dropped'])
  })

  test('lab: more labs than the policy demands, the two lowest of seven are dropped', () => {
    const extra = gradeCourse(policy(type('Lab', 1, 3, 2)), SHEET).types[0]
    expect(extra?.average).toBeCloseTo(0.88808, 12)
    expect(standings(extra?.entries)).toEqual([
      'dropped',
      'counted',
      'counted',
      'dropped',
      'counted',
      'counted',
      'counted',
    ])
  })

  test('midterm: a single one', () => {
    expect(midterm?.average).toBe(0.505)
    expect(midterm?.entries).toHaveLength(1)
  })

  test('the course: 0.0275 + 0.23065 + 0.2525 rounds to 51 %, a pass', () => {
    expect(course.types.map((type) => type.contribution)).toEqual([
      expect.closeTo(0.0275, 10),
      expect.closeTo(0.23065, 10),
      expect.closeTo(0.2525, 10),
    ])
    expect(course.exact).toBeCloseTo(0.51065, 10)
    expect(course).toMatchObject({ percent: 0.51, letter: 'Pass', passed: true })
  })

  test('weights of zero give zero', () => {
    const weightless = [HOMEWORK, LAB, MIDTERM].map((row) => ({ ...row, weight: 0 }))
    expect(gradeCourse(policy(...weightless), SHEET)).toMatchObject({
      exact: 0,
      percent: 0,
      letter: null,
      passed: false,
    })
  })

  test('an empty sheet is all missing', () => {
    const empty = gradeCourse(policy(HOMEWORK, LAB, MIDTERM), [])
    expect(empty.percent).toBe(0)
    expect(empty.types.map((row) => row.entries.length)).toEqual([12, 7, 1])
  })

  test('course summary: a half and a zero; a type without work and weight', () => {
    const info = policy(type('Homework', 1, 0, 0), type('NoCredit', 0, 0, 0))
    const grade = gradeCourse(info, works('Homework', [fractionOf(1, 2), fractionOf(0, 1)]))
    expect(grade.percent).toBe(0.25)
    expect(grade.types.map(({ average, entries }) => [average, entries.length])).toEqual([
      [0.25, 2],
      [0, 0],
    ])
  })

  test('default policy, one full score in each type', () => {
    const info = policy(
      type('Homework', 0.15, 12, 2),
      type('Lab', 0.15, 12, 2),
      type('Midterm Exam', 0.3, 1, 0),
      type('Final Exam', 0.4, 1, 0),
    )
    const grade = gradeCourse(
      info,
      info.types.flatMap(({ name }) => works(name, [1])),
    )
    expect(grade.types.map((row) => row.contribution)).toEqual(
      [0.015, 0.015, 0.3, 0.4].map((x) => expect.closeTo(x, 10)),
    )
    expect(grade.percent).toBe(0.73)
  })

  test.each([
    [1, 2, 0.5, 'Pass'],
    [2, 2, 1, 'Pass'],
    [0, 0, 0, null],
  ])('one type, %d of %d', (earned, possible, percent, letter) => {
    const grade = gradeCourse(
      policy(type('Homework', 1, 1, 0)),
      works('Homework', [fractionOf(earned, possible)]),
    )
    expect(grade).toMatchObject({ percent, letter })
  })
})

describe('which subsections count', () => {
  const info = policy(type('Homework', 1, 0, 0))

  test('a type that the policy lacks counts for nothing', () => {
    expect(gradeCourse(info, [...works('Homework', [1]), ...works('Quiz', [0])]).percent).toBe(1)
    expect(
      gradeCourse(info, [...works('Homework', [1]), { subsectionId: 'x', type: null, percent: 0 }]).percent,
    ).toBe(1)
  })

  test('work that was not attempted is an entry of 0', () => {
    expect(gradeCourse(info, works('Homework', [1, null])).percent).toBe(0.5)
  })

  test('work known to be worth nothing is none, and leaves its place to a missing one', () => {
    const worthless: Work = { subsectionId: 'empty', type: 'Homework', percent: null, worthNothing: true }
    expect(gradeCourse(info, [...works('Homework', [1]), worthless]).percent).toBe(1)
    const two = gradeCourse(policy(type('Homework', 1, 2, 0)), [worthless, ...works('Homework', [1])])
    expect(two.percent).toBe(0.5)
    expect(standings(two.types[0]?.entries)).toEqual(['worth-nothing', 'counted', 'counted'])
  })

  test('a policy without numbers reads as weight 0, none required, none dropped', () => {
    expect(
      gradeCourse(policy(type('Homework', null, null, null)), works('Homework', [1])).types[0],
    ).toMatchObject({
      weight: 0,
      required: 0,
      dropped: 0,
      average: 1,
      contribution: 0,
    })
  })

  test('more drops than entries leave an average of 0', () => {
    expect(gradeCourse(policy(type('Homework', 1, 0, 3)), works('Homework', [1, 1])).types[0]).toMatchObject({
      average: 0,
      counted: 0,
    })
  })

  test.each([
    ['not arrived', null, { percent: null }],
    ['not attempted', { attempted: false, earned: 0, possible: 0, percent: 0 }, { percent: null }],
    ['attempted', { attempted: true, earned: 2, possible: 3, percent: 0.67 }, { percent: 0.6667 }],
    [
      'worth nothing',
      { attempted: true, earned: 0, possible: 0, percent: 0 },
      { percent: null, worthNothing: true },
    ],
    [
      'percent only',
      { attempted: true, earned: Number.NaN, possible: Number.NaN, percent: 0.4 },
      { percent: 0.4 },
    ],
  ])('a cell that is %s', (_, cell, expected) => {
    expect(workOf({ id: 'hw1', type: 'Homework' }, cell)).toEqual({
      subsectionId: 'hw1',
      type: 'Homework',
      ...expected,
    })
  })
})

test('letter and passing look at the rounded percent', () => {
  const cutoffs = [
    { letter: 'A', from: 0.8 },
    { letter: 'B', from: 0.6 },
    { letter: 'F', from: 0 },
  ]
  const info = { types: [type('Homework', 1, 1, 0)], cutoffs }
  expect(gradeCourse(info, works('Homework', [0.5945]))).toMatchObject({
    percent: 0.6,
    letter: 'B',
    passed: true,
  })
  expect(gradeCourse(info, works('Homework', [0.5944]))).toMatchObject({
    percent: 0.59,
    letter: 'F',
    passed: false,
  })
})

test('regrading a subsection that is not in the course gives the same grade', () => {
  const grade = gradeCourse(policy(HOMEWORK), SHEET)
  expect(regrade(policy(HOMEWORK), grade, 'elsewhere', 1)).toBe(grade)
})

function standings(entries: ReadonlyArray<{ standing: string }> | undefined): string[] | undefined {
  return entries?.map((entry) => entry.standing)
}
