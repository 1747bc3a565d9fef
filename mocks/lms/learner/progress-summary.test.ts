import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AssignmentRule } from '#mocks/lms/course-model.ts'
import { summarise, type SummaryEntry } from './progress-summary.ts'

function rule(type: string, minCount: number, dropCount: number, weight = 1): AssignmentRule {
  return { type, shortLabel: type, minCount, dropCount, weight }
}

function shown(type: string, score: number): SummaryEntry {
  return { type, score, visible: true, included: true, showsAt: null }
}

/** Counts, and never shows. */
function hidden(type: string, score: number): SummaryEntry {
  return { ...shown(type, score), visible: false }
}

/** Counts and shows once it is due. */
function waiting(type: string, score: number, showsAt: number): SummaryEntry {
  return { type, score, visible: false, included: false, showsAt }
}

/** The total of projects: four expected, two dropped. */
function projects(...scores: readonly number[]): number {
  const entries = scores.map((score) => shown('Project', score))
  return summarise([rule('Project', 4, 2)], entries).finalGrades
}

test('averages what shows', () => {
  expect(summarise([rule('Homework', 2, 0)], [shown('Homework', 1), shown('Homework', 0.5)])).toEqual({
    types: [
      {
        type: 'Homework',
        shortLabel: 'Homework',
        weight: 1,
        averageGrade: 0.75,
        weightedGrade: 0.75,
        dropCount: 0,
        minCount: 2,
        hiddenContribution: 'none',
        lastPublished: null,
      },
    ],
    finalGrades: 0.75,
  })
})

test('counts hidden scores in the total only', () => {
  const { types, finalGrades } = summarise([rule('Exam', 2, 0)], [shown('Exam', 1), hidden('Exam', 0.5)])
  expect(types).toMatchObject([{ averageGrade: 0.5, hiddenContribution: 'some' }])
  expect(finalGrades).toBe(0.75)
})

test('says when all is hidden', () => {
  const { types, finalGrades } = summarise([rule('Quiz', 2, 0)], [hidden('Quiz', 0.4), hidden('Quiz', 0.6)])
  expect(types).toMatchObject([{ averageGrade: 0, weightedGrade: 0, hiddenContribution: 'all' }])
  expect(finalGrades).toBe(0.5)
})

test('counts a score that waits for its date nowhere, and tells the latest date', () => {
  const { types, finalGrades } = summarise(
    [rule('Lab', 3, 0)],
    [shown('Lab', 0.9), waiting('Lab', 1, 300), waiting('Lab', 1, 200)],
  )
  expect(types).toMatchObject([{ averageGrade: 0.3, hiddenContribution: 'some', lastPublished: 300 }])
  expect(finalGrades).toBe(0.3)
})

test('drops the lowest, missing work before all else', () => {
  expect(projects(1, 1, 0, 0)).toBe(1)
  expect(projects(0.5, 0.7)).toBe(0.6)
  expect(projects(0.8)).toBe(0.4)
})

test('does not call missing work hidden', () => {
  expect(summarise([rule('Exam', 2, 0)], [hidden('Exam', 1)]).types).toMatchObject([
    { hiddenContribution: 'some' },
  ])
})

describe('types', () => {
  const policy = [rule('Homework', 1, 0, 0.4), rule('Exam', 1, 0, 0.1), rule('Lab', 1, 0, 0.5)]

  test('stand lowest weight first; those without a subsection are left out', () => {
    const { types } = summarise(policy, [shown('Homework', 1), shown('Exam', 1)])
    expect(types.map(({ type }) => type)).toEqual(['Exam', 'Homework'])
  })

  test('that the policy does not know weigh nothing', () => {
    const { types, finalGrades } = summarise(policy, [shown('Poster', 1), shown('Exam', 1)])
    expect(types).toMatchObject([
      { type: 'Poster', weight: 0, weightedGrade: 0, shortLabel: null },
      { type: 'Exam' },
    ])
    expect(finalGrades).toBe(0.1)
  })
})

test('where all shows, the parts add up to the total but for the rounding of each', () => {
  const entries = fc.array(
    fc.record({ type: fc.constantFrom('a', 'b', 'c'), score: fc.double({ min: 0, max: 1.2, noNaN: true }) }),
    { minLength: 1, maxLength: 12 },
  )
  fc.assert(
    fc.property(entries, fc.nat(4), fc.nat(3), (list, minCount, dropCount) => {
      const rules = ['a', 'b', 'c'].map((type, index) =>
        rule(type, minCount, dropCount, [0.2, 0.3, 0.5][index]),
      )
      const { types, finalGrades } = summarise(
        rules,
        list.map(({ type, score }) => shown(type, score)),
      )
      const sum = types.reduce((so, { weightedGrade }) => so + weightedGrade, 0)
      expect(Math.abs(sum - finalGrades)).toBeLessThanOrEqual(0.0002 + 1e-9)
    }),
  )
})
