import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gradeCourse, regrade } from './grading.ts'
import type { ProgressSubsection } from './progress.ts'
import { needFor } from './progress-need.ts'
import { openWork } from './progress-open.ts'
import { gradeWithOpenAt, reachOf } from './progress-reach.ts'
import { EARLIER, LATER, NOW, progressOf, scoreOf, subsectionOf, typeOf } from './progress-testing.ts'
import { startWhatIf, tryScore } from './what-if.ts'

const TYPES = ['Homework', 'Lab', 'Exam']

/** Any course: placeholders, drops of all, weights off 100 %, more than all points, work of every kind. */
const anyCourse = fc
  .record({
    types: fc.tuple(...TYPES.map(anyType)),
    subsections: fc.array(anySubsection(), { maxLength: 10 }),
  })
  .map(({ types, subsections }) => {
    const named = subsections.map((one, index) => ({ ...one, id: `s${index}`, name: `s${index}` }))
    return openWork(progressOf(named, { types }), NOW)
  })

describe('the need', () => {
  test('is the least average on the whole grid that reaches the target', () => {
    fc.assert(
      fc.property(anyCourse, fc.integer({ min: 0, max: 130 }), (open, target) => {
        const need = needFor(open, target / 100)
        const reaches = (step: number) => gradeWithOpenAt(open, step / 10_000).percent >= target / 100
        const least = Array.from({ length: 10_001 }, (_, step) => step).find(reaches)
        if (need.kind === 'safe') expect(least).toBe(0)
        else if (need.kind === 'out-of-reach') expect(least).toBeUndefined()
        else expect(least).toBe(Math.round(need.average * 10_000))
      }),
      // Each walks up to ten thousand steps.
      { numRuns: 15 },
    )
  }, 60_000)

  test('is never less for a higher target', () => {
    const rank = (open: ReturnType<typeof openWork>, target: number) => {
      const need = needFor(open, target)
      return need.kind === 'safe' ? 0 : need.kind === 'average' ? need.average : 2
    }
    fc.assert(
      fc.property(anyCourse, fc.nat(130), fc.nat(20), (open, target, more) => {
        expect(rank(open, (target + more) / 100)).toBeGreaterThanOrEqual(rank(open, target / 100))
      }),
    )
  })

  test.each([
    [0.6, 'safe'],
    // 0.6 + 0.4 of the average: from 74.45 % the server rounds to 75 %.
    [0.75, 0.3613],
    [1, 0.9863],
    [1.01, 'out-of-reach'],
  ] as const)('of %d is %s', (target, expected) => {
    const types = [typeOf({ weight: 0.6 }), typeOf({ name: 'Exam', weight: 0.4, required: 1 })]
    const done = subsectionOf({ id: 'one', score: scoreOf(10), due: EARLIER })
    const need = needFor(openWork(progressOf([done], { types }), NOW), target)
    expect(need.kind === 'average' ? need.average : need.kind).toBe(expected)
  })
})

describe('the reach', () => {
  test('is never below what stands, and no open work can bring more than its share', () => {
    fc.assert(
      fc.property(anyCourse, fc.integer({ min: 0, max: 10_000 }), (open, others) => {
        const { standing, policy } = open
        expect(reachOf(open).exact).toBeGreaterThanOrEqual(standing.exact - 1e-12)
        const raised = gradeWithOpenAt(open, others / 10_000)
        for (const { subsection, share } of open.subsections) {
          const alone = regrade(policy, standing, subsection.id, 1).exact - standing.exact
          expect(alone).toBeCloseTo(share, 10)
          const now = regrade(policy, raised, subsection.id, subsection.score.percent)
          expect(regrade(policy, now, subsection.id, 1).exact - now.exact).toBeLessThanOrEqual(share + 1e-10)
        }
      }),
    )
  })

  test('leaves a started score what it has', () => {
    const started = subsectionOf({ id: 'one', score: scoreOf(6) })
    expect(gradeWithOpenAt(openWork(progressOf([started]), NOW), 0.2).percent).toBe(0.6)
  })
})

describe('what if', () => {
  test('nothing changes: the total stays as it is, and so does every line', () => {
    fc.assert(
      fc.property(anyCourse, ({ policy, works, standing }) => {
        expect(startWhatIf(policy, standing).grade).toEqual(gradeCourse(policy, works))
        const bare = works.filter(({ subsectionId }) => !subsectionId.startsWith('place '))
        const { exact, percent } = gradeCourse(policy, bare)
        expect([standing.exact, standing.percent]).toEqual([exact, percent])
      }),
    )
  })

  test('any scores are tried and some taken back: the total is that of a course with these scores', () => {
    const steps = fc.array(fc.tuple(fc.nat(), fc.option(fc.integer({ min: 0, max: 15_000 }))), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(anyCourse, steps, ({ policy, works, standing }, tries) => {
        fc.pre(works.length > 0)
        let whatIf = startWhatIf(policy, standing)
        const now = new Map<string, number>()
        for (const [pick, step] of tries) {
          const id = works[pick % works.length]?.subsectionId ?? ''
          const percent = step === null ? null : step / 10_000
          whatIf = tryScore(whatIf, id, percent)
          if (percent === null) now.delete(id)
          else now.set(id, percent)
        }
        const changed = works.map((work) => {
          const percent = now.get(work.subsectionId)
          return percent === undefined ? work : { ...work, percent }
        })
        expect(whatIf.grade).toEqual(gradeCourse(policy, changed))
        const back = [...now.keys()].reduce((so, id) => tryScore(so, id, null), whatIf)
        expect(back.grade).toBe(standing)
      }),
    )
  })
})

function anyType(name: string) {
  return fc.record({
    name: fc.constant(name),
    shortLabel: fc.constant(null),
    weight: fc.option(fc.integer({ min: 0, max: 60 }).map((x) => x / 100)),
    required: fc.option(fc.nat(5)),
    dropped: fc.nat(3),
  })
}

function anySubsection(): fc.Arbitrary<ProgressSubsection> {
  return fc
    .record({
      type: fc.constantFrom(...TYPES, 'Project'),
      due: fc.constantFrom(null, LATER, EARLIER),
      score: fc.oneof(
        fc.constant(scoreOf(0)),
        fc.integer({ min: 0, max: 12 }).map((earned) => scoreOf(earned)),
      ),
      hasAccess: fc.boolean(),
    })
    .map((difference) => subsectionOf({ id: '', ...difference }))
}
