import { describe, expect, test } from 'vitest'
import { estimate } from './estimate.ts'
import { type GradingPolicy, type Work, gradeCourse } from './grading.ts'

const POLICY: GradingPolicy = {
  types: [
    { name: 'Homework', shortLabel: 'HW', weight: 0.15, required: 4, dropped: 2 },
    { name: 'Exam', shortLabel: null, weight: 0.85, required: 1, dropped: 0 },
  ],
  cutoffs: [
    { letter: 'B', from: 0.75 },
    { letter: 'C', from: 0.6 },
  ],
}
const WORKS: Work[] = [
  { subsectionId: 'hw1', type: 'Homework', percent: 0.6 },
  { subsectionId: 'hw2', type: 'Homework', percent: null },
  { subsectionId: 'exam', type: 'Exam', percent: 0.8 },
  { subsectionId: 'survey', type: 'Survey', percent: 1 },
]
const BEFORE = gradeCourse(POLICY, WORKS)

describe('what a change would do to the total', () => {
  test('before, after and the row of the policy that it comes from', () => {
    const { before, after, from, gap } = estimate(POLICY, BEFORE, [{ subsectionId: 'hw2', percent: 1 }])
    expect([before.percent, before.letter, after.percent, after.letter]).toEqual([0.73, 'C', 0.8, 'B'])
    expect(from.map(({ name, weight, dropped }) => [name, weight, dropped])).toEqual([['Homework', 0.15, 2]])
    expect(gap).toBeNull()
  })

  test('several changes of one learner together', () => {
    const { after, from } = estimate(POLICY, BEFORE, [
      { subsectionId: 'hw2', percent: 1 },
      { subsectionId: 'exam', percent: 0.5 },
    ])
    expect(after.percent).toBe(0.55)
    expect(from.map(({ name }) => name)).toEqual(['Homework', 'Exam'])
  })

  test('work outside the policy moves nothing', () => {
    const { before, after, from } = estimate(POLICY, BEFORE, [{ subsectionId: 'survey', percent: 0 }])
    expect(after).toBe(before)
    expect(from).toEqual([])
  })

  test('tells how far the official total is from the one computed here', () => {
    expect(estimate(POLICY, BEFORE, [], 0.75).gap).toBe(0.02)
    expect(estimate(POLICY, BEFORE, [], 0.73).gap).toBe(0)
    expect(estimate(POLICY, BEFORE, [], Number.NaN).gap).toBeNull()
  })
})
