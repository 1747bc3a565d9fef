import { beforeEach, describe, expect, test } from 'vitest'
import { gradebookEntry, listGradebook } from './gradebook.ts'
import type { Course } from './course-model.ts'
import type { OverrideFields, OverrideItem } from './write-model.ts'
import { removeOverride } from './override-records.ts'
import { applyOverride, type OverrideOutcome } from './overrides.ts'
import { STEP, type School } from './store.ts'
import { subsectionDetail } from './subsections.ts'
import {
  ANN,
  BEN,
  CAT,
  DAY,
  NOW,
  STRANGER,
  TEACHER,
  chapter,
  enrolled,
  key,
  problem,
  smallSchool,
  subsection,
} from './testing-school.ts'

let school: School
let course: Course

/** Homework 1 has 10 graded points and 4 of practice. Ann has 6 and 3 of them, Ben nothing, Cat left. */
beforeEach(() => {
  const hw1 = subsection('hw1', { problems: [problem('q', 10), problem('p', 4, { graded: false })] })
  const late = subsection('late', { start: NOW + DAY })
  ;({ school, course } = smallSchool({
    course: { chapters: [chapter('one', [hw1, subsection('hw2'), late])] },
    enrolments: [
      enrolled(TEACHER.id),
      enrolled(ANN.id),
      enrolled(BEN.id),
      enrolled(CAT.id, { active: false }),
    ],
    answers: { ann: { hw1: [6, 3], hw2: [10] } },
  }))
})

function apply(item: OverrideItem, standIn?: string): OverrideOutcome {
  return applyOverride(school, course, TEACHER, item, { standIn })
}

function grade(fields: OverrideFields, userId = ANN.id): OverrideOutcome {
  return apply({ userId, usageKey: key('hw1'), grade: fields })
}

function detail(userId = ANN.id, limit?: number) {
  return subsectionDetail(school, course, key('hw1'), userId, limit)
}

function earnedInHistory(limit: number): Array<number | null> {
  return detail(ANN.id, limit).history.map(({ earnedGraded }) => earnedGraded)
}

describe('an override', () => {
  test('is filled from the original, and the totals follow at once', () => {
    expect(grade({ earnedGraded: 9, comment: 'Re-marked' })).toEqual({
      userId: ANN.id,
      usageKey: key('hw1'),
      saved: true,
      reason: null,
    })
    expect(detail()).toMatchObject({
      original: { earnedAll: 9, possibleAll: 14, earnedGraded: 6, possibleGraded: 10 },
      override: { earnedAll: 9, possibleAll: 14, earnedGraded: 9, possibleGraded: 10, system: 'GRADEBOOK' },
    })
    expect(gradebookEntry(school, course, 'ann')).toMatchObject({
      percent: 0.95,
      cells: [{ earned: 9 }, {}, {}],
    })
    expect(listGradebook(school, course, { courseGrade: { min: 95, max: 95 } }).rows).toHaveLength(1)
  })

  test('is filled from the original again, not from the override before; the reason goes with it', () => {
    grade({ earnedGraded: 9, possibleGraded: 20, comment: 'First' })
    grade({ earnedGraded: 4 })
    expect(detail().override).toMatchObject({ earnedGraded: 4, possibleGraded: 10, reason: null })
  })

  test('of nulls lets the original count, and leaves the cell attempted', () => {
    const nulls = { earnedAll: null, possibleAll: null, earnedGraded: null, possibleGraded: null }
    grade({ earnedGraded: 9 })
    grade(nulls)
    grade(nulls, BEN.id)
    expect(detail().override).toMatchObject(nulls)
    expect(gradebookEntry(school, course, 'ann').cells[0]).toMatchObject({
      earned: 6,
      possible: 10,
      attempted: true,
    })
    expect(gradebookEntry(school, course, 'Ben').cells[0]).toMatchObject({
      earned: 0,
      possible: 10,
      attempted: true,
    })
  })

  test('is stored as given: below zero, above the possible, of nothing', () => {
    grade({ earnedGraded: -3, possibleGraded: 0 })
    expect(detail().override).toMatchObject({ earnedGraded: -3, possibleGraded: 0 })
    // Worth no graded points it no longer counts: the other homework and a placeholder do.
    expect(gradebookEntry(school, course, 'ann')).toMatchObject({
      percent: 0.5,
      cells: [{ percent: 0 }, {}, {}],
    })
    grade({ earnedGraded: 12 })
    expect(gradebookEntry(school, course, 'ann').cells[0]).toMatchObject({ percent: 1.2 })
  })

  test('takes numbers written as text, and an id of nobody for the caller or a named learner', () => {
    expect(apply({ userId: '11', usageKey: key('hw1'), grade: { earnedGraded: '7.5' } })).toMatchObject({
      userId: BEN.id,
    })
    expect(detail(BEN.id).override).toMatchObject({ earnedGraded: 7.5 })
    expect(apply({ userId: 0, usageKey: key('hw1'), grade: {} })).toMatchObject({
      userId: TEACHER.id,
      saved: true,
    })
    expect(apply({ userId: null, usageKey: key('hw1'), grade: {} }, 'cat')).toMatchObject({ userId: CAT.id })
  })
})

describe('refusals', () => {
  test.each([
    ['an unknown learner', { userId: 999 }, 'User matching query does not exist.'],
    ['one who never enrolled', { userId: STRANGER.id }, 'CourseEnrollment matching query does not exist.'],
    [
      'a key that is none',
      { usageKey: 'nonsense' },
      "<class 'opaque_keys.edx.locator.BlockUsageLocator'>: nonsense",
    ],
    ['an unknown block', { usageKey: key('hw9') }, `usage_key ${key('hw9')} does not exist in this course.`],
  ])('of %s are data, and change nothing', (_, wrong, reason) => {
    const item = { userId: ANN.id, usageKey: key('hw1'), grade: { earnedGraded: 1 }, ...wrong }
    expect(apply(item)).toEqual({ userId: item.userId, usageKey: item.usageKey, saved: false, reason })
    expect(school).toMatchObject({ now: NOW, revision: 0, journal: [] })
  })

  test('do not concern those who left', () => {
    expect(grade({ earnedGraded: 1 }, CAT.id).saved).toBe(true)
  })

  test.each([
    ['no learner', { userId: undefined }],
    ['no key', { usageKey: undefined }],
    ['no grade', { grade: undefined }],
    ['a name for an id', { userId: 'ann' }],
    ['an empty id', { userId: '' }],
    ['a word for a score', { grade: { earnedGraded: 'ten' } }],
    ['a reason of 301 characters', { grade: { comment: 'x'.repeat(301) } }],
  ])('are crashes for %s', (_, wrong) => {
    const item = { userId: ANN.id, usageKey: key('hw1'), grade: {}, ...wrong }
    expect(() => apply(item)).toThrow(expect.objectContaining({ kind: 'crash' }))
    expect(school.journal).toEqual([])
  })

  test('count characters, not code units', () => {
    expect(grade({ comment: '𝔸'.repeat(300) }).saved).toBe(true)
  })
})

describe('history', () => {
  test('grows with each write, oldest first, created once', () => {
    grade({ earnedGraded: 1, comment: 'one' })
    grade({ earnedGraded: 2 })
    grade({ earnedGraded: 3, comment: 'three' })
    const shared = { created: NOW + STEP, userId: TEACHER.id, overrideId: 1, gradeId: 1, system: 'GRADEBOOK' }
    expect(detail().history).toMatchObject([
      { ...shared, historyId: 1, change: '+', at: NOW + STEP, earnedGraded: 1, reason: 'one' },
      { ...shared, historyId: 2, change: '~', at: NOW + 2 * STEP, earnedGraded: 2, reason: null },
      { ...shared, historyId: 3, change: '~', at: NOW + 3 * STEP, earnedGraded: 3, reason: 'three' },
    ])
  })

  test('is cut to the newest, still oldest first', () => {
    for (const earnedGraded of [1, 2, 3]) grade({ earnedGraded })
    expect(earnedInHistory(2)).toEqual([2, 3])
    expect(earnedInHistory(9)).toEqual([1, 2, 3])
    expect(earnedInHistory(0)).toEqual([])
    expect(() => earnedInHistory(-1)).toThrow(expect.objectContaining({ kind: 'crash' }))
  })

  test('goes with a removed override, and is back with the next one', () => {
    grade({ earnedGraded: 1 })
    const cell = { userId: ANN.id, usageKey: key('hw1'), by: null, at: school.now }
    expect(removeOverride(school, course, { ...cell, system: 'PROCTORING' })).toBe(false)
    expect(removeOverride(school, course, { ...cell, system: 'GRADEBOOK' })).toBe(true)
    expect(detail()).toMatchObject({ override: null, history: [] })
    expect(gradebookEntry(school, course, 'ann').cells[0]).toMatchObject({ earned: 6 })
    expect(removeOverride(school, course, { ...cell, system: 'GRADEBOOK' })).toBe(false)
    grade({ earnedGraded: 2 })
    expect(detail().history.map(({ change, overrideId }) => [change, overrideId])).toEqual([
      ['+', 1],
      ['-', 1],
      ['+', 2],
    ])
  })
})

describe('the grade of one subsection', () => {
  test('is told without being stored', () => {
    expect(detail(BEN.id)).toEqual({
      available: true,
      usageKey: key('hw1'),
      userId: BEN.id,
      courseKey: course.key,
      original: { earnedAll: 0, possibleAll: 14, earnedGraded: 0, possibleGraded: 10 },
      override: null,
      history: [],
    })
  })

  test('is not available before it opens, until somebody overrides it', () => {
    const late = () => subsectionDetail(school, course, key('late'), ANN.id)
    expect(late()).toMatchObject({ available: false, original: { possibleAll: 0 }, override: null })
    apply({ userId: ANN.id, usageKey: key('late'), grade: { earnedGraded: 5, possibleGraded: 10 } })
    expect(late()).toMatchObject({ available: true, override: { earnedGraded: 5 } })
    // It shows in the gradebook, and does not count yet.
    expect(gradebookEntry(school, course, 'ann')).toMatchObject({
      percent: 0.8,
      cells: [{}, {}, { earned: 5 }],
    })
  })

  test('of somebody unknown is not found', () => {
    expect(() => detail(999)).toThrow('User matching query does not exist.')
  })
})
