import { describe, expect, test } from 'vitest'
import { type Outcome, instanceEnrolments, outcomesOf } from '#mocks/lms/instance-grades.ts'
import { lastActiveAt, passedAt } from './milestones.ts'
import { applyOverride } from '#mocks/lms/overrides.ts'
import { setScore } from '#mocks/lms/scores.ts'
import type { School } from '#mocks/lms/store.ts'
import {
  ANN,
  BEN,
  CAT,
  DAY,
  NOW,
  TEACHER,
  chapter,
  key,
  problem,
  smallSchool,
  subsection,
} from '#mocks/lms/testing-school.ts'

const FIRST_DUE = NOW - 40 * DAY
const SECOND_DUE = NOW - 20 * DAY
const THIRD = problem('third_q', 10)

/** Homework of 10 points each, three of them, half of the points pass; the third is not due yet. */
const CLASS = {
  course: {
    chapters: [
      chapter('one', [
        subsection('hw1', { due: FIRST_DUE }),
        subsection('hw2', { due: SECOND_DUE }),
        subsection('hw3', { due: NOW + DAY, problems: [THIRD] }),
      ]),
    ],
  },
  answers: { ann: { hw1: [8], hw2: [9] }, Ben: { hw1: [2], hw2: [6], hw3: [9] } },
}

function outcome(school: School, username: string): Outcome {
  const [found] = outcomesOf(school, instanceEnrolments(school, { usernames: [username] }))
  if (!found) throw new Error(`${username} has no grades`)
  return found
}

describe('when a course was passed', () => {
  test('is when the work was done that made it enough', () => {
    const { school } = smallSchool(CLASS)
    const ann = passedAt(school, outcome(school, 'ann'))
    expect(ann).toBeLessThanOrEqual(SECOND_DUE)
    expect(ann).toBeGreaterThan(SECOND_DUE - 7 * DAY)
    const ben = passedAt(school, outcome(school, 'Ben'))
    expect(ben).toBeLessThanOrEqual(NOW)
    expect(ben).toBeGreaterThan(NOW - 7 * DAY)
  })

  test('is never for who has not passed', () => {
    const { school } = smallSchool(CLASS)
    expect(passedAt(school, outcome(school, 'cat'))).toBeNull()
  })

  test('is when an override did it, and never again once one undid it', () => {
    const { school, course } = smallSchool(CLASS)
    const override = (userId: number, block: string, earnedGraded: number) =>
      applyOverride(school, course, TEACHER, { userId, usageKey: key(block), grade: { earnedGraded } })
    override(CAT.id, 'hw1', 10)
    override(CAT.id, 'hw2', 10)
    expect(passedAt(school, outcome(school, 'cat'))).toBe(school.now)
    override(ANN.id, 'hw1', 0)
    expect(passedAt(school, outcome(school, 'ann'))).toBeNull()
  })

  test('is when a tool sent the score that did it', () => {
    const { school, course } = smallSchool(CLASS)
    setScore(school, course, CAT.id, THIRD.key, 10)
    expect(passedAt(school, outcome(school, 'cat'))).toBeNull()
    setScore(school, course, CAT.id, problem('hw1_q', 10).key, 9)
    expect(passedAt(school, outcome(school, 'cat'))).toBe(school.now)
  })

  test('is the enrolment where nothing is needed', () => {
    const cutoffs = [{ letter: 'F', from: 0 }]
    const rules = [{ type: 'Homework', shortLabel: 'HW', minCount: 3, dropCount: 0, weight: 1 }]
    const { school } = smallSchool({ ...CLASS, course: { ...CLASS.course, policy: { rules, cutoffs } } })
    const ann = outcome(school, 'ann')
    expect(passedAt(school, ann)).toBe(ann.enrolment.created)
  })
})

test('somebody was last active at the last answer or change, or the enrolment', () => {
  const { school, course } = smallSchool(CLASS)
  const ann = lastActiveAt(school, outcome(school, 'ann'))
  expect(ann).toBeLessThanOrEqual(SECOND_DUE)
  expect(ann).toBeGreaterThan(SECOND_DUE - 7 * DAY)
  const cat = outcome(school, 'cat')
  expect(lastActiveAt(school, cat)).toBe(cat.enrolment.created)
  setScore(school, course, BEN.id, THIRD.key, 1)
  expect(lastActiveAt(school, outcome(school, 'Ben'))).toBe(school.now)
})
