import { describe, expect, test } from 'vitest'
import { cohortsOf } from '#mocks/lms/cohorts/cohorts.ts'
import { type GradebookRow, listGradebook } from '#mocks/lms/gradebook.ts'
import { learnerGrades } from '#mocks/lms/grades.ts'
import { gradingInfo } from '#mocks/lms/grading-info.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import { gradedSubsections } from '#mocks/lms/outline.ts'
import type { School } from '#mocks/lms/store.ts'
import { openSchool } from './scenarios.ts'

function open(name: string): { school: School; course: Course; rows: readonly GradebookRow[] } {
  const school = openSchool(name)
  const [course] = school.world.courses
  if (!course) throw new Error('No course')
  const rows = listGradebook(school, course, { pageSize: 1000, excludedRoles: ['all'] }).rows
  return { school, course, rows }
}

const RIGHT_TO_LEFT_LETTER = /[\u0590-\u08ff]/u

test('no-policy: grades are there, and nothing counts', () => {
  const { school, course, rows } = open('no-policy')
  expect(gradingInfo(school, course).rules).toEqual([])
  expect(rows.some(({ cells }) => cells.some(({ earned }) => earned > 0))).toBe(true)
  expect(rows.every(({ percent }) => percent === 0)).toBe(true)
  expect(rows[0]?.cells.every(({ label }) => label === null)).toBe(true)
})

test('overridden: by each system, most learners, nothing in the future', () => {
  const { school, rows } = open('overridden')
  const records = [...school.overrides.values()].flatMap((of) => [...of.values()])
  const inForce = new Set(records.map(({ override }) => override?.system))
  expect(inForce).toEqual(new Set(['GRADEBOOK', 'PROCTORING', 'grade-import', undefined]))
  expect(school.overrides.size).toBeGreaterThan(rows.length * 0.8)
  const latest = Math.max(...records.flatMap(({ history }) => history.map(({ at }) => at)))
  expect(latest).toBeLessThanOrEqual(school.now)
})

describe('passing-edge', () => {
  const { school, course, rows } = open('passing-edge')
  const final = (row: GradebookRow) => row.cells.at(-1)?.percent ?? 0

  test.each([
    [0.5944, 0.59, null],
    [0.5945, 0.6, 'C'],
    [0.7444, 0.74, 'C'],
    [0.7445, 0.75, 'B'],
    [0.8944, 0.89, 'B'],
    [0.8945, 0.9, 'A'],
    [0.9945, 1, 'A'],
  ])('%d becomes %d: %s', (score, percent, letter) => {
    const row = rows.find((one) => final(one) === score)
    expect(row?.percent).toBe(percent)
    expect(row && learnerGrades(school, course, row.account.id).course.letter).toBe(letter)
  })
})

test('extra-credit: totals above 100 %, and scores above the maximum', () => {
  const { rows } = open('extra-credit')
  expect(rows.filter(({ percent }) => percent > 1).length).toBeGreaterThan(3)
  expect(rows.some(({ cells }) => cells.some(({ percent }) => percent > 1))).toBe(true)
})

test('one-learner: one, and nobody else', () => {
  const { course, rows } = open('one-learner')
  expect(rows).toHaveLength(1)
  expect(course.roster.size).toBe(1)
})

test('rtl: course, assignments, types, cohorts and nearly all people', () => {
  const { school, course, rows } = open('rtl')
  const names = [
    course.name,
    ...course.chapters.map(({ name }) => name),
    ...gradedSubsections(course).map(({ subsection }) => subsection.name),
    ...gradingInfo(school, course).rules.map(({ type }) => type),
    ...course.cohorts.map(({ name }) => name),
  ]
  expect(names.filter((name) => !RIGHT_TO_LEFT_LETTER.test(name ?? ''))).toEqual([])
  const written = rows.filter(({ account }) => RIGHT_TO_LEFT_LETTER.test(account.name ?? ''))
  expect(written.length).toBeGreaterThan(rows.length * 0.9)
  expect(rows[0]?.cells.every(({ label }) => label !== null)).toBe(true)
})

test('long-names: course, assignments, types, cohorts, people', () => {
  const { school, course, rows } = open('long-names')
  const names = [
    course.name,
    ...gradedSubsections(course).map(({ subsection }) => subsection.name),
    ...gradingInfo(school, course).rules.map(({ type }) => type),
    ...course.cohorts.map(({ name }) => name),
    ...rows.map(({ account }) => account.name),
  ]
  expect(names.filter((name) => (name?.length ?? 0) < 40)).toEqual([])
})

test('masters: everybody has a student key, and bulk management is on', () => {
  const { school, course, rows } = open('masters')
  expect(gradingInfo(school, course).bulkManagement).toBe(true)
  expect(rows.every(({ enrolment }) => enrolment.mode === 'masters' && enrolment.externalKey)).toBe(true)
})

test('many-cohorts: more than the longest page, each but the last with somebody', () => {
  const { school, course } = open('many-cohorts')
  const cohorts = cohortsOf(school, course)
  expect(cohorts).toHaveLength(150)
  expect(cohorts.filter(({ userCount }) => userCount === 0).length).toBeLessThan(10)
})

describe('huge', () => {
  test('starts without making anybody up, and makes up a page when asked', () => {
    const school = openSchool('huge')
    const [course] = school.world.courses
    if (!course) throw new Error('No course')
    expect(course.roster.size).toBeGreaterThanOrEqual(100_000)
    expect(gradedSubsections(course)).toHaveLength(40)
    expect(school.caches.grades.size).toBe(0)
    const page = listGradebook(school, course, {
      pageSize: 50,
      cursor: { position: 90_000, reverse: false, offset: 0 },
    })
    expect(page.rows).toHaveLength(50)
    expect(school.caches.grades.get(course)?.size).toBe(50)
  })

  test('its last learner is found by username', () => {
    const school = openSchool('huge')
    const [course] = school.world.courses
    if (!course) throw new Error('No course')
    const last = course.roster.at(course.roster.size - 1).userId
    const username = school.world.directory.byId(last)?.username ?? ''
    expect(school.world.directory.byUsername(username)?.id).toBe(last)
  })
})
