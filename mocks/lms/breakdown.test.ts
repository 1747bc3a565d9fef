import { expect, test } from 'vitest'
import { breakdownOf, shareText } from './breakdown.ts'
import { type Entry, gradeType, type Rule } from './grading.ts'

function rule(type: string, shortLabel: string, minCount: number, details: Partial<Rule> = {}): Rule {
  return {
    type,
    shortLabel,
    minCount,
    dropCount: 0,
    weight: 1,
    showOnlyAverage: false,
    hideAverage: false,
    ...details,
  }
}

function entry(name: string, earned: number, possible: number): Entry {
  return { key: `key of ${name}`, name, earned, possible }
}

const labs = [
  [1, 2],
  [1, 1],
  [1, 1],
  [5, 25],
  [3, 4],
  [6, 7],
  [5, 6],
] as const

test('lists every score, a placeholder for what is missing, and the average', () => {
  const homework = gradeType(rule('Homework', 'HW', 3), [entry('Intro', 1, 2)])
  expect(breakdownOf(homework)).toEqual([
    {
      key: 'key of Intro',
      category: 'Homework',
      label: 'HW 01',
      detail: 'Homework 1 - Intro - 50.00% (1/2)',
      percent: 0.5,
      prominent: false,
      dropped: null,
    },
    expect.objectContaining({
      key: null,
      label: 'HW 02',
      detail: 'Homework 2 Unreleased - 0% (?/?)',
      percent: 0,
    }),
    expect.objectContaining({ label: 'HW 03' }),
    expect.objectContaining({
      key: null,
      label: 'HW Avg',
      detail: 'Homework Average = 16.67%',
      percent: 0.5 / 3,
      prominent: true,
    }),
  ])
})

test('says why a score was dropped, and keeps its percent', () => {
  const rows = breakdownOf(
    gradeType(rule('Homework', 'HW', 2, { dropCount: 1 }), [entry('a', 1, 4), entry('b', 1, 2)]),
  )
  expect(rows.map(({ percent, dropped }) => [percent, dropped])).toEqual([
    [0.25, 'The lowest 1 Homework scores are dropped.'],
    [0.5, null],
    [0.5, null],
  ])
})

test('lets an only score stand for its type, without a number', () => {
  const midterm = gradeType(rule('Midterm', 'Mid', 1), [entry('Midterm', 50.5, 100)])
  expect(breakdownOf(midterm)).toEqual([
    {
      key: 'key of Midterm',
      category: 'Midterm',
      label: 'Mid',
      detail: 'Midterm = 50.50%',
      percent: 0.505,
      prominent: true,
      dropped: null,
    },
  ])
  expect(breakdownOf(gradeType(rule('Final', 'Final', 1), []))).toMatchObject([
    { key: null, detail: 'Final = 0.00%' },
  ])
})

test('shows the average alone, or leaves it out, where the policy says so', () => {
  const scores = [entry('a', 1, 1), entry('b', 0, 1)]
  const only = gradeType(rule('Quiz', 'Q', 2, { showOnlyAverage: true }), scores)
  const none = gradeType(rule('Quiz', 'Q', 2, { hideAverage: true }), scores)
  expect(breakdownOf(only).map(({ label }) => label)).toEqual(['Q Avg'])
  expect(breakdownOf(none).map(({ label }) => label)).toEqual(['Q 01', 'Q 02'])
})

test('has 13, 8 and 1 rows on the sheet that the worked examples reckon with', () => {
  const rows = [
    gradeType(rule('Homework', 'HW', 12, { dropCount: 2 }), [entry('a', 2, 20), entry('b', 16, 16)]),
    gradeType(
      rule('Lab', 'Lab', 3, { dropCount: 2 }),
      labs.map(([earned, possible], index) => entry(`lab ${index}`, earned, possible)),
    ),
    gradeType(rule('Midterm', 'Midterm', 1), [entry('m', 50.5, 100)]),
  ].map((type) => breakdownOf(type).length)
  expect(rows).toEqual([13, 8, 1])
})

test('says what each type adds, a type without any work included', () => {
  const homework = gradeType(rule('Homework', 'HW', 2), [entry('HW1', 1, 2), entry('HW2', 0, 1)])
  const noCredit = gradeType(rule('NoCredit', 'NC', 0, { weight: 0 }), [])
  expect(breakdownOf(homework).map(({ label, percent }) => [label, percent])).toEqual([
    ['HW 01', 0.5],
    ['HW 02', 0],
    ['HW Avg', 0.25],
  ])
  expect(breakdownOf(noCredit)).toMatchObject([{ label: 'NC Avg', percent: 0 }])
  expect(shareText(homework)).toBe('Homework = 25.00% of a possible 100.00%')
  expect(shareText(noCredit)).toBe('NoCredit = 0.00% of a possible 0.00%')
})
