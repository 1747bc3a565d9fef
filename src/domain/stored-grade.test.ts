import { describe, expect, test } from 'vitest'
import type { Progress, ProgressSubsection, ScoreVisibility, TypeSummary } from './progress.ts'
import { gradeDifference, hidesFromLearner } from './stored-grade.ts'

const subsection = (
  visibility: ScoreVisibility,
  more: Partial<ProgressSubsection> = {},
): ProgressSubsection => ({
  id: 'hw1',
  name: 'Homework 1',
  type: 'Homework',
  graded: true,
  due: null,
  visibility,
  score: { earned: 1, possible: 2, percent: 0.5, problems: [] },
  override: null,
  hasAccess: true,
  url: null,
  ...more,
})
const summary = (hidden: TypeSummary['hidden']): TypeSummary => ({
  type: 'Homework',
  average: 0.5,
  contribution: 0.5,
  hidden,
  hiddenUntil: null,
})
const standing = (
  subsections: ProgressSubsection[] = [],
  more: Partial<Progress> = {},
): Pick<Progress, 'grade' | 'passes' | 'summaries' | 'sections'> => ({
  grade: { percent: 0.72, letter: 'C', passed: true },
  passes: true,
  summaries: null,
  sections: [{ name: 'Week 1', subsections }],
  ...more,
})

describe('the stored grade beside the page’s', () => {
  test.each([[0.72], [null]])('%s: nothing differs', (stored) => {
    expect(gradeDifference(standing(), stored)).toBeNull()
    expect(gradeDifference(standing([], { passes: null }), stored)).toBeNull()
  })

  test('another figure, or another word on passing, is a difference', () => {
    expect(gradeDifference(standing(), 0.73)).toEqual({ reason: 'older' })
    expect(gradeDifference(standing([], { passes: false }), 0.72)).toEqual({ reason: 'older' })
    expect(gradeDifference(standing([], { passes: false, sections: null }), null)).toEqual({
      reason: 'older',
    })
  })

  test('hidden scores are the reason where there are any', () => {
    expect(gradeDifference(standing([], { summaries: [summary('none')] }), 0.73)?.reason).toBe('older')
    expect(gradeDifference(standing([], { summaries: [summary('some')] }), 0.73)?.reason).toBe('hidden')
    expect(gradeDifference(standing([subsection('never', { score: null })]), 0.73)?.reason).toBe('hidden')
    expect(
      gradeDifference(standing([subsection('never', { score: null, graded: false })]), 0.73)?.reason,
    ).toBe('older')
  })
})

describe('what the learner may see', () => {
  const now = new Date('2026-11-20T09:00:00Z')

  test.each<[ScoreVisibility, string | null, boolean]>([
    ['always', null, false],
    ['never', null, true],
    ['counted-unseen', null, true],
    ['past-due', null, true],
    ['past-due', '2026-11-21T00:00:00Z', true],
    ['past-due', '2026-11-19T00:00:00Z', false],
  ])('%s, due %s: is less than staff see: %s', (visibility, due, expected) => {
    expect(hidesFromLearner(standing([subsection(visibility, { due })]), now)).toBe(expected)
    expect(hidesFromLearner(standing([subsection(visibility, { due, graded: false })]), now)).toBe(false)
  })

  test('without sections nothing is known to be hidden', () => {
    expect(hidesFromLearner({ sections: null }, now)).toBe(false)
  })
})
