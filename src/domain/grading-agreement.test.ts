import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Entry, gradeCourse as gradeAtSchool, percentOf } from '#mocks/lms/grading.ts'
import { type CourseGrade, type Work, gradeCourse, workOf } from './grading.ts'
import { fractionOf } from './rounding.ts'

/** A subsection of a random course: what one learner has there. */
interface Score {
  readonly type: string | null
  readonly earned: number
  readonly possible: number
  readonly attempted: boolean
}

const TYPES = ['Homework', 'Lab', 'Exam'] as const

const score: fc.Arbitrary<Score> = fc
  .record({
    type: fc.constantFrom(...TYPES, 'Survey', null),
    possible: fc.oneof(
      fc.nat(20),
      fc.integer({ min: 1, max: 4000 }).map((x) => x / 100),
    ),
    share: fc.oneof(fc.constantFrom(0, 0.5, 1), fc.double({ min: 0, max: 1.2, noNaN: true })),
    attempted: fc.boolean(),
  })
  .map(({ type, possible, share, attempted }) => ({
    type,
    possible,
    earned: attempted ? Math.round(share * possible * 100) / 100 : 0,
    attempted,
  }))

const course = fc.record({
  scores: fc.array(score, { maxLength: 24 }),
  rules: fc.tuple(...TYPES.map(() => fc.tuple(fc.nat(120), fc.nat(12), fc.nat(5)))),
  cutoffs: fc
    .uniqueArray(fc.nat(100), { minLength: 1, maxLength: 5 })
    .map((levels) =>
      levels
        .sort((a, b) => b - a)
        .map((level, index) => ({ letter: 'ABCDE'[index] ?? '', from: level / 100 })),
    ),
})

type Course = typeof course extends fc.Arbitrary<infer T> ? T : never

/** The school knows the possible points of everything; only what has some counts. */
function atSchool({ scores, rules, cutoffs }: Course) {
  const policy = {
    rules: TYPES.map((type, index) => {
      const [weight = 0, minCount = 0, dropCount = 0] = rules[index] ?? []
      return { type, shortLabel: type, minCount, dropCount, weight: weight / 100 }
    }),
    cutoffs,
  }
  const entriesOf = (type: string): Entry[] =>
    scores.flatMap((score, index) =>
      score.type === type && score.possible > 0
        ? { key: `s${index}`, name: '', earned: score.earned, possible: score.possible }
        : [],
    )
  return gradeAtSchool(policy, entriesOf)
}

/** The client sees a gradebook row: no possible points where nothing was attempted. */
function atClient({ scores, rules, cutoffs }: Course): CourseGrade {
  const types = TYPES.map((name, index) => {
    const [weight = 0, required = 0, dropped = 0] = rules[index] ?? []
    return { name, shortLabel: name, weight: weight / 100, required, dropped }
  })
  const works = scores.map((score, index): Work => {
    const { attempted, earned, possible } = score
    const cell = {
      attempted,
      earned,
      possible: attempted ? possible : 0,
      percent: fractionOf(earned, possible),
    }
    const work = workOf({ id: `s${index}`, type: score.type }, cell)
    // What the row cannot tell the course outline can: this work has no points at all.
    return possible === 0 ? { ...work, worthNothing: true } : work
  })
  return gradeCourse({ types, cutoffs }, works)
}

describe('the simulated school and the client, who share no arithmetic', () => {
  test('give every course the same total, letter and pass', () => {
    fc.assert(
      fc.property(course, (given) => {
        const school = atSchool(given)
        const client = atClient(given)
        expect(client.exact).toBeCloseTo(school.total, 12)
        expect(client.percent).toBe(school.percent)
        expect(client.letter).toBe(school.letter)
        expect(client.passed).toBe(school.passed)
      }),
      { numRuns: 500 },
    )
  })

  test('drop the same scores of each type', () => {
    fc.assert(
      fc.property(course, (given) => {
        const school = atSchool(given).types.map(({ percent, marks }) => ({
          percent,
          marks: marks.map(({ entry, dropped }) => ({ key: entry?.key ?? null, dropped })),
        }))
        const client = atClient(given).types.map(({ average, entries }) => ({
          percent: expect.closeTo(average, 12) as number,
          marks: entries
            .filter((entry) => entry.standing !== 'worth-nothing')
            .map(({ subsectionId, standing }) => ({ key: subsectionId, dropped: standing === 'dropped' })),
        }))
        expect(school).toEqual(client)
      }),
      { numRuns: 500 },
    )
  })

  test('round the percent of a subsection alike', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(2000), (earned, possible) => {
        expect(fractionOf(earned / 1000, possible / 10)).toBe(percentOf(earned / 1000, possible / 10))
      }),
    )
  })
})
