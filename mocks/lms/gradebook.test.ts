import { describe, expect, test } from 'vitest'
import { gradebookEntry, type GradebookQuery, listGradebook } from './gradebook.ts'
import type { AssignmentRule } from './course-model.ts'
import { storeOverride } from './override-records.ts'
import { Refusal } from './refusal.ts'
import {
  ANN,
  BEN,
  CAT,
  NOW,
  STRANGER,
  TEACHER,
  account,
  chapter,
  enrolled,
  key,
  problem,
  type SmallSchool,
  smallSchool,
  subsection,
} from './testing-school.ts'

const DAN = account(13, 'dan', { email: 'DAN@else.where' })
const EVE = account(14, 'eve')

/** Ann: 80 and 40 %. Ben: 120 %. Cat: zero. Dan: nothing. Eve left. The teacher is enrolled too. */
const CLASS: SmallSchool = {
  people: [TEACHER, STRANGER, ANN, BEN, CAT, DAN, EVE],
  enrolments: [
    enrolled(TEACHER.id),
    enrolled(ANN.id, { mode: 'verified', cohortId: 1 }),
    enrolled(BEN.id, { externalKey: 'KEY-77' }),
    enrolled(CAT.id, { cohortId: 1 }),
    enrolled(DAN.id, { mode: 'verified' }),
    enrolled(EVE.id, { active: false, cohortId: 1 }),
  ],
  course: {
    cohorts: [
      { id: 1, name: 'One', assignmentType: 'manual' },
      { id: 2, name: 'Empty', assignmentType: 'manual' },
    ],
  },
  roles: [
    { userId: TEACHER.id, org: 'Test', courseKey: 'course-v1:Test+T1+2026', role: 'instructor' },
    { userId: BEN.id, org: 'Test', courseKey: 'course-v1:Test+T1+2026', role: 'beta_testers' },
    { userId: CAT.id, org: 'Test', courseKey: null, role: 'data_researcher' },
  ],
  answers: {
    ann: { hw1: [8], hw2: [4] },
    Ben: { hw1: [12] },
    cat: { hw1: [0] },
    eve: { hw1: [10] },
  },
}

function found(query: GradebookQuery, given = CLASS): string[] {
  const { school, course } = smallSchool(given)
  const page = listGradebook(school, course, query)
  expect(page.filteredUsers).toBe(page.rows.length)
  return page.rows.map((row) => row.account.username)
}

const everybody = ['teacher', 'ann', 'Ben', 'cat', 'dan']

describe('rows', () => {
  test('stand in the order of enrolment, active ones only, with a cell for each graded subsection', () => {
    const { school, course } = smallSchool(CLASS)
    const page = listGradebook(school, course, {})
    expect(page.rows.map((row) => row.account.username)).toEqual(everybody)
    expect(page).toMatchObject({ totalUsers: 5, filteredUsers: 5, next: null, previous: null })
    expect(page.rows[1]).toMatchObject({
      percent: 0.6,
      cells: [
        { label: 'HW 01', attempted: true, earned: 8, possible: 10, percent: 0.8 },
        { label: 'HW 02', attempted: true, earned: 4, possible: 10, percent: 0.4 },
      ],
    })
  })

  test('are zeros where nothing was attempted, although there are points', () => {
    const { school, course } = smallSchool(CLASS)
    const { percent, cells } = gradebookEntry(school, course, 'dan')
    expect(percent).toBe(0)
    expect(cells).toMatchObject([
      { attempted: false, earned: 0, possible: 0, percent: 0 },
      { attempted: false, earned: 0, possible: 0, percent: 0 },
    ])
  })

  test('tell an attempt by graded problems only', () => {
    const practice = subsection('hw1', {
      problems: [problem('q', 10), problem('p', 5, { graded: false })],
    })
    const { school, course } = smallSchool({
      course: { chapters: [chapter('one', [practice])] },
      answers: { ann: { hw1: [null, 5] }, Ben: { hw1: [3, 5] } },
    })
    const [ann, ben] = listGradebook(school, course, {}).rows
    expect(ann?.cells).toMatchObject([{ attempted: false, possible: 0 }])
    expect(ben?.cells).toMatchObject([{ attempted: true, earned: 3, possible: 10 }])
  })

  test('come page by page', () => {
    const { school, course } = smallSchool(CLASS)
    const first = listGradebook(school, course, { pageSize: 2 })
    const second = listGradebook(school, course, { pageSize: 2, cursor: first.next ?? undefined })
    expect(first.next).toEqual({ position: 502, reverse: false, offset: 0 })
    expect(second.rows.map((row) => row.account.username)).toEqual(['Ben', 'cat'])
    expect(second.filteredUsers).toBe(5)
    expect(() => listGradebook(school, course, { pageSize: 0 })).toThrow(Refusal)
  })

  test('are left out without a word where the policy cannot be read', () => {
    const rules: AssignmentRule[] = [
      { type: 'Homework', shortLabel: 'HW', minCount: 2, dropCount: 0, weight: null },
    ]
    const { school, course } = smallSchool({ ...CLASS, course: { policy: { rules, cutoffs: [] } } })
    expect(listGradebook(school, course, {})).toMatchObject({ rows: [], totalUsers: 5, filteredUsers: 5 })
    expect(listGradebook(school, course, { courseGrade: { min: 1 } }).filteredUsers).toBe(0)
    expect(() => gradebookEntry(school, course, 'ann')).toThrow(Refusal)
  })
})

describe('one learner', () => {
  test('is found by exact username, active or not', () => {
    const { school, course } = smallSchool(CLASS)
    expect(gradebookEntry(school, course, 'eve')).toMatchObject({
      percent: 0.5,
      enrolment: { active: false },
    })
    expect(() => gradebookEntry(school, course, 'ben')).toThrow(
      expect.objectContaining({ status: 404, code: 'user_does_not_exist' }),
    )
    expect(() => gradebookEntry(school, course, 'stranger')).toThrow(
      expect.objectContaining({ status: 404, code: 'user_not_enrolled' }),
    )
  })
})

describe('filters', () => {
  test('search usernames, or e-mails and student keys too, whatever the case', () => {
    expect(found({ usernameContains: 'BE' })).toEqual(['Ben'])
    expect(found({ usernameContains: 'else' })).toEqual([])
    expect(found({ userContains: 'else' })).toEqual(['dan'])
    expect(found({ userContains: 'key-7' })).toEqual(['Ben'])
    expect(found({ userContains: '' })).toEqual(everybody)
  })

  test('take a mode and a cohort', () => {
    expect(found({ mode: 'verified' })).toEqual(['ann', 'dan'])
    expect(found({ mode: 'Verified' })).toEqual([])
    expect(found({ cohortId: 1 })).toEqual(['ann', 'cat'])
    expect(found({ cohortId: 2 })).toEqual([])
    expect(() => found({ cohortId: 3 })).toThrow('CourseUserGroup matching query does not exist.')
  })

  test('leave out roles in this course, not those in the organisation', () => {
    expect(found({ excludedRoles: ['beta_testers', 'nonsense'] })).toEqual(['teacher', 'ann', 'cat', 'dan'])
    expect(found({ excludedRoles: ['all'] })).toEqual(['ann', 'cat', 'dan'])
    expect(found({ excludedRoles: [] })).toEqual(everybody)
  })

  test('take a range of the course grade; without a grade one is found as long as no minimum is asked', () => {
    expect(found({ courseGrade: { min: 60 } })).toEqual(['ann', 'Ben'])
    expect(found({ courseGrade: { min: 0 } })).toEqual(everybody)
    expect(found({ courseGrade: { max: 59 } })).toEqual(['teacher', 'cat', 'dan'])
    expect(found({ courseGrade: { min: 0.5, max: 59 } })).toEqual([])
    expect(found({ courseGrade: {} })).toEqual(everybody)
  })

  test('take a range of one assignment; what was never attempted is not found', () => {
    const hw1 = (range: { min?: number; max?: number }) =>
      found({ assignment: { usageKey: key('hw1'), ...range } })
    expect(hw1({ min: 0 })).toEqual(['ann', 'cat'])
    expect(hw1({ min: 80, max: 120 })).toEqual(['ann', 'Ben'])
    expect(hw1({ max: 79.9 })).toEqual(['cat'])
    expect(hw1({})).toEqual(everybody)
    expect(found({ assignment: { usageKey: key('unknown'), min: 0 } })).toEqual([])
  })

  test('see an assignment as overridden; an override without numbers is not found', () => {
    const { school, course } = smallSchool(CLASS)
    const none = { earnedAll: null, possibleAll: null, earnedGraded: null, possibleGraded: null }
    const change = { usageKey: key('hw1'), reason: null, system: null, by: null, at: NOW }
    storeOverride(school, course, { ...change, userId: ANN.id, totals: none })
    storeOverride(school, course, {
      ...change,
      userId: DAN.id,
      totals: { ...none, earnedGraded: 5, possibleGraded: 10 },
    })
    const { rows } = listGradebook(school, course, { assignment: { usageKey: key('hw1'), min: 0 } })
    expect(rows.map((row) => row.account.username)).toEqual(['cat', 'dan'])
  })

  test('must all hold', () => {
    expect(found({ cohortId: 1, courseGrade: { min: 60 }, mode: 'verified' })).toEqual(['ann'])
    expect(found({ cohortId: 1, mode: 'verified', excludedRoles: ['all'], userContains: 'cat' })).toEqual([])
  })
})
