import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { listGradebook } from './gradebook.ts'
import { replay } from './journal.ts'
import type { OverrideItem, Write } from './write-model.ts'
import { applyOverride } from './overrides.ts'
import type { School } from './store.ts'
import { ANN, BEN, CAT, STRANGER, TEACHER, key, smallSchool } from './testing-school.ts'

const CLASS = { answers: { ann: { hw1: [8], hw2: [4] }, Ben: { hw1: [10] } } }

function fresh(): School {
  return smallSchool(CLASS).school
}

function state({ now, revision, journal, overrides, counters }: School): unknown {
  return structuredClone({ now, revision, journal, overrides, counters })
}

function rows(school: School): unknown {
  const [course] = school.world.courses
  return course && listGradebook(school, course, {}).rows
}

const points = fc.option(fc.integer({ min: -2, max: 15 }))
const items: fc.Arbitrary<OverrideItem> = fc.record({
  userId: fc.constantFrom(ANN.id, BEN.id, CAT.id, STRANGER.id),
  usageKey: fc.constantFrom(key('hw1'), key('hw2'), key('hw9')),
  grade: fc.record(
    {
      earnedGraded: points,
      possibleGraded: points,
      earnedAll: points,
      comment: fc.option(fc.string({ maxLength: 300 })),
    },
    { requiredKeys: [] },
  ),
})

test('whatever is written, a fresh school with the same journal is in the same state', () => {
  fc.assert(
    fc.property(fc.array(items, { maxLength: 25 }), (writes) => {
      const { school, course } = smallSchool(CLASS)
      for (const item of writes) applyOverride(school, course, TEACHER, item)
      const journal = JSON.parse(JSON.stringify(school.journal)) as Write[]
      expect(state(replay(fresh(), journal))).toEqual(state(school))
    }),
  )
})

test('whatever is written, what is remembered equals grading from scratch', () => {
  fc.assert(
    fc.property(fc.array(items, { maxLength: 25 }), (writes) => {
      const { school, course } = smallSchool(CLASS)
      for (const item of writes) {
        applyOverride(school, course, TEACHER, item)
        listGradebook(school, course, { courseGrade: { min: 50 } })
      }
      const remembered = rows(school)
      school.caches.grades.clear()
      school.caches.percents.clear()
      expect(rows(school)).toEqual(remembered)
      expect(rows(replay(fresh(), school.journal))).toEqual(remembered)
    }),
  )
})

test('only what was saved is in the journal', () => {
  const { school, course } = smallSchool()
  const grade = { earnedGraded: 5 }
  applyOverride(school, course, TEACHER, { userId: STRANGER.id, usageKey: key('hw1'), grade })
  applyOverride(school, course, TEACHER, { userId: '10', usageKey: key('hw1'), grade })
  expect(school.journal).toEqual([
    {
      kind: 'override',
      courseKey: course.key,
      by: TEACHER.id,
      item: { userId: ANN.id, usageKey: key('hw1'), grade },
    },
  ])
})

test.each<[string, Partial<Write>]>([
  ['course', { courseKey: 'course-v1:Other+O+1' }],
  ['teacher', { by: 999 }],
  ['learner', { item: { userId: 999, usageKey: key('hw1'), grade: {} } }],
  ['subsection', { item: { userId: ANN.id, usageKey: key('nowhere'), grade: {} } }],
  ['learner with a score', { kind: 'score', userId: 999, problemKey: 'p', earned: 1 }],
])('a journal of another school is refused: of another %s', (_what, other) => {
  const courseKey = fresh().world.courses[0]?.key
  const item = { userId: ANN.id, usageKey: key('hw1'), grade: {} }
  const write = { kind: 'override', courseKey, by: TEACHER.id, item }
  expect(() => replay(fresh(), [write as Write])).not.toThrow()
  expect(() => replay(fresh(), [{ ...write, ...other } as Write])).toThrow('another school')
})
