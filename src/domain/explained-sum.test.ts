import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explainProgress } from './explain-progress.ts'
import { type WrittenSum, writtenSum } from './explained-sum.ts'
import type { Progress } from './progress.ts'
import { progressOf, scoreOf, subsectionOf, typeOf } from './progress-testing.ts'

describe('the lines of any total', () => {
  const type = fc.record({
    name: fc.constantFrom('A', 'B', 'C'),
    shortLabel: fc.constant(null),
    weight: fc.option(fc.integer({ min: 0, max: 1200 }).map((x) => x / 1000)),
    required: fc.option(fc.nat(8)),
    dropped: fc.option(fc.nat(10)),
  })
  const work = fc.record({
    type: fc.constantFrom('A', 'B', 'C', 'D', null),
    graded: fc.boolean(),
    score: fc.option(fc.tuple(fc.integer({ min: 0, max: 130 }), fc.constantFrom(0, 100, 100, 100))),
  })
  const summary = fc.record({
    type: fc.constantFrom('A', 'B', 'C'),
    average: fc.nat(12_000).map((x) => x / 10_000),
    contribution: fc.nat(12_000).map((x) => x / 10_000),
    hidden: fc.constantFrom('none' as const, 'some' as const, 'all' as const),
    hiddenUntil: fc.constant(null),
  })
  const percent = fc.nat(180).map((x) => x / 100)
  const course = fc.record({
    types: fc.uniqueArray(type, { maxLength: 3, selector: ({ name }) => name }),
    works: fc.array(work, { maxLength: 16 }),
    summaries: fc.option(fc.array(summary, { maxLength: 3 })),
    totalWithHidden: fc.option(fc.nat(18_000).map((x) => x / 10_000)),
    percent,
    totalsOnly: fc.boolean(),
  })
  const progressFrom = ({ works, percent, totalsOnly, ...told }: ValueOf<typeof course>): Progress => {
    const subsections = works.map(({ score, ...one }, index) =>
      subsectionOf({ id: `${index}`, ...one, score: score ? scoreOf(...score) : null }),
    )
    const grade = { percent, letter: null, passed: false }
    return progressOf(subsections, { ...told, grade, ...(totalsOnly ? { sections: null } : {}) })
  }

  test('add up to the official one, to the last digit that is shown', () => {
    fc.assert(
      fc.property(course, fc.constantFrom(1 as const, 2 as const), (one, decimals) => {
        const progress = progressFrom(one)
        const sum = writtenSum(explainProgress(progress), decimals)
        expect(added(sum)).toBe(Math.round(progress.grade.percent * 100) * 100)
        expect(written(sum).every((number) => number === Number(number.toFixed(decimals)))).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('have no gap where the official one is what the scores make, and then round by half a point', () => {
    fc.assert(
      fc.property(course, (one) => {
        const progress = progressFrom({ ...one, totalsOnly: false })
        const { estimate } = explainProgress(progress)
        const explanation = explainProgress({
          ...progress,
          grade: { percent: estimate, letter: null, passed: false },
        })
        const sum = writtenSum(explanation, 2)
        expect(sum).toMatchObject({ gap: null, unseen: null })
        expect(Math.abs(sum.rounding)).toBeLessThanOrEqual(0.55 + 0.005 * sum.parts.length + 1e-9)
      }),
    )
  })

  test('have a gap or hidden scores where it is not', () => {
    fc.assert(
      fc.property(course, (one) => {
        const explanation = explainProgress(progressFrom({ ...one, totalsOnly: false }))
        fc.pre(Math.abs(explanation.official - explanation.estimate) > 0.02)
        const { gap, unseen } = writtenSum(explanation, 1)
        expect(gap === null).toBe(unseen !== null)
      }),
    )
  })
})

type ValueOf<A> = A extends fc.Arbitrary<infer Value> ? Value : never

test('the parts are rounded as shown, and the last rounding takes what that leaves', () => {
  const halves = ['A', 'B', 'C'].map((name) => typeOf({ name, weight: 1 / 3 }))
  const works = ['A', 'B', 'C'].map((type) => subsectionOf({ id: type, type, score: scoreOf(5) }))
  const progress = progressOf(works, { types: halves, grade: { percent: 0.5, letter: null, passed: false } })
  expect(writtenSum(explainProgress(progress), 1)).toEqual({
    parts: [16.7, 16.7, 16.7],
    together: 50.1,
    unseen: null,
    rounding: -0.1,
    gap: null,
    official: 50,
  })
})

test('hidden scores stand before the rounding', () => {
  const progress = progressOf([subsectionOf({ id: 'one', score: scoreOf(5) })], {
    types: [typeOf({ required: 1 })],
    grade: { percent: 0.6, letter: null, passed: false },
    summaries: [{ type: 'Homework', average: 0.5, contribution: 0.5, hidden: 'some', hiddenUntil: null }],
    totalWithHidden: 0.5965,
  })
  expect(writtenSum(explainProgress(progress), 2)).toEqual({
    parts: [50],
    together: 50,
    unseen: 9.65,
    rounding: 0.35,
    gap: null,
    official: 60,
  })
})

function written({ parts, unseen, rounding, gap }: WrittenSum): number[] {
  return [...parts, unseen ?? 0, rounding, gap ?? 0]
}

/** As a person adds: in whole numbers of the last digit. */
function added(sum: WrittenSum): number {
  return written(sum).reduce((so, number) => so + Math.round(number * 100), 0)
}
