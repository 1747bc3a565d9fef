import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Work, gradeCourse, regrade } from './grading.ts'

describe('the course grade of any course', () => {
  const score = fc.option(fc.integer({ min: 0, max: 12_000 }).map((x) => x / 10_000))
  const course = fc.record({
    info: fc.tuple(arbitraryType('A'), arbitraryType('B')).map((types) => ({ types, cutoffs: [] })),
    scores: fc.array(fc.tuple(fc.constantFrom('A', 'B', 'C'), score), { maxLength: 14 }),
  })
  test('the parts add up to the sum, which stays within the weights', () => {
    fc.assert(
      fc.property(course, ({ info, scores }) => {
        const grade = gradeCourse(info, worksFrom(scores))
        const parts = grade.types.reduce((sum, row) => sum + row.contribution, 0)
        expect(parts).toBe(grade.exact)
        expect(grade.exact).toBeGreaterThanOrEqual(0)
        expect(grade.exact).toBeLessThanOrEqual(
          1.2 * grade.types.reduce((sum, row) => sum + row.weight, 0) + 1e-9,
        )
        for (const row of grade.types) {
          expect(row.entries.filter((entry) => entry.standing === 'counted')).toHaveLength(row.counted)
          const kept = row.entries.flatMap((entry) =>
            entry.standing === 'counted' ? (entry.percent ?? 0) : [],
          )
          const gone = row.entries.flatMap((entry) =>
            entry.standing === 'dropped' ? (entry.percent ?? 0) : [],
          )
          expect(Math.max(0, ...gone)).toBeLessThanOrEqual(Math.min(Infinity, ...kept))
        }
      }),
    )
  })

  test('raising a score never lowers the total', () => {
    fc.assert(
      fc.property(course, fc.nat(), fc.integer({ min: 0, max: 5000 }), ({ info, scores }, pick, raise) => {
        fc.pre(scores.length > 0)
        const before = worksFrom(scores)
        const at = pick % before.length
        const after = before.map((work, index) =>
          index === at ? { ...work, percent: (work.percent ?? 0) + raise / 10_000 } : work,
        )
        expect(gradeCourse(info, after).exact).toBeGreaterThanOrEqual(gradeCourse(info, before).exact - 1e-12)
      }),
    )
  })

  test('the order of the work does not change the total', () => {
    fc.assert(
      fc.property(course, ({ info, scores }) => {
        const before = worksFrom(scores)
        expect(gradeCourse(info, before.toReversed()).exact).toBeCloseTo(gradeCourse(info, before).exact, 10)
      }),
    )
  })

  test('not attempted and zero give the same total', () => {
    fc.assert(
      fc.property(course, ({ info, scores }) => {
        const zeros = scores.map(([type, percent]): [string, number] => [type, percent ?? 0])
        expect(gradeCourse(info, worksFrom(zeros)).exact).toBe(gradeCourse(info, worksFrom(scores)).exact)
      }),
    )
  })

  test('regrading one change is grading the changed course', () => {
    fc.assert(
      fc.property(course, fc.nat(), score, ({ info, scores }, pick, percent) => {
        fc.pre(scores.length > 0)
        const before = worksFrom(scores)
        const at = pick % before.length
        const after = before.map((work, index) => (index === at ? { ...work, percent } : work))
        expect(regrade(info, gradeCourse(info, before), `s${at}`, percent)).toEqual(gradeCourse(info, after))
      }),
    )
  })
})

function arbitraryType(name: string) {
  return fc
    .tuple(fc.integer({ min: 0, max: 100 }), fc.nat(8), fc.nat(4))
    .map(([weight, required, dropped]) => ({
      name,
      shortLabel: null,
      weight: weight / 100,
      required,
      dropped,
    }))
}

function worksFrom(scores: ReadonlyArray<[string, number | null]>): Work[] {
  return scores.map(([type, percent], index) => ({ subsectionId: `s${index}`, type, percent }))
}
