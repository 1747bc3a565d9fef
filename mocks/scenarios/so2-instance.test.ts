import { expect, test } from 'vitest'
import { listGradebook } from '#mocks/lms/gradebook.ts'
import { type Outcome, instanceEnrolments, outcomesOf } from '#mocks/lms/instance-grades.ts'
import { lastActiveAt, passedAt } from '#mocks/lms/learner/milestones.ts'
import { openSchool } from './scenarios.ts'

const school = openSchool('so2-instance')
const ids = instanceEnrolments(school, {})
const outcomes = outcomesOf(school, ids)
const ofCourse = (name: string) => outcomes.filter(({ course }) => course.name === name)
const percents = (of: readonly Outcome[]) => of.map(({ grades }) => grades.course.percent)
const letters = (of: readonly Outcome[]) => new Set(of.map(({ grades }) => grades.course.letter))

test('has many courses of many organisations, and hundreds of grades', () => {
  const { courses } = school.world
  expect(courses.length).toBeGreaterThan(35)
  expect(new Set(courses.map(({ key }) => key)).size).toBe(courses.length)
  expect(new Set(courses.map(({ org }) => org)).size).toBeGreaterThan(7)
  expect(outcomes.length).toBeGreaterThan(500)
})

test('numbers enrolments through: no two courses share one', () => {
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toEqual(ids.toSorted((one, other) => one - other))
})

test('has courses of one name, keys of the old form, and usernames that differ in case alone', () => {
  const named = school.world.courses.filter(({ name }) => name === 'MOOCit demonstration Course #1')
  expect(named).toHaveLength(2)
  expect(outcomes.some(({ course }) => course.key === 'MOOCit/CS50/2012_Fall')).toBe(true)
  const usernames = new Set(outcomes.map(({ account }) => account.username))
  for (const username of ['JaneDoe', 'janedoe', '007', 'null', '山田さくら', 'ann+tag']) {
    expect(usernames).toContain(username)
  }
})

test('has totals above 100 %, no letter for any total, and a letter for none', () => {
  expect(Math.max(...percents(ofCourse('Totals above 100 %')))).toBeGreaterThan(1)
  expect(letters(ofCourse('No letters at all'))).toEqual(new Set([null]))
  expect(Math.max(...percents(ofCourse('No letters at all')))).toBeGreaterThan(0.6)
  expect(letters(ofCourse('A letter for everybody, with nothing too'))).not.toContain(null)
  expect(letters(ofCourse('Letters of every kind')).size).toBeGreaterThan(3)
})

test('has courses without grades: not begun, empty, or over a broken policy', () => {
  expect(new Set(percents(ofCourse('Not begun yet')))).toEqual(new Set([0]))
  expect(ofCourse('Nobody came')).toEqual([])
  expect(ofCourse('Nobody here can be graded')).toEqual([])
})

test('has a course in which some cannot be graded: the gradebook leaves them out', () => {
  const course = school.world.courses.find(({ key }) => key.includes('6.431x'))
  const page = course && listGradebook(school, course, {})
  expect(page?.rows.length).toBeGreaterThan(5)
  expect(page?.rows.length).toBeLessThan(page?.totalUsers ?? 0)
})

test('whoever has a letter passed at some time between enrolment and now, nobody else did', () => {
  for (const outcome of outcomes) {
    const at = passedAt(school, outcome)
    expect(at !== null).toBe(outcome.grades.course.letter !== null)
    expect(lastActiveAt(school, outcome)).toBeLessThanOrEqual(school.now)
    if (at === null) continue
    expect(at).toBeGreaterThanOrEqual(outcome.enrolment.created)
    expect(at).toBeLessThanOrEqual(lastActiveAt(school, outcome))
  }
})
