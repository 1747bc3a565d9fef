import { describe, expect, test } from 'vitest'
import { gradebookEntry, listGradebook } from '#mocks/lms/gradebook.ts'
import { gradingInfo } from '#mocks/lms/grading-info.ts'
import { sectionOf } from '#mocks/lms/schoology/items.ts'
import { type Mark, marksOf } from '#mocks/lms/schoology/marks.ts'
import { learnerIds, memberById } from '#mocks/lms/schoology/members.ts'
import { resultsOf } from '#mocks/lms/schoology/results.ts'
import { openSchool } from './scenarios.ts'

const school = openSchool('schoology')
const [course, second] = school.world.courses
if (!course || !second) throw new Error('No courses')
const section = sectionOf(school, course)

const learners = learnerIds(school, course).flatMap(
  (id) => memberById(school, course, section.setup, id) ?? [],
)
const marks = learners.map(({ userId }) => marksOf(school, section, userId))
const all: readonly Mark[] = marks.flat()

describe('schoology', () => {
  test('has exceptions of each kind, and comments that learners see and do not see', () => {
    expect(new Set(all.map(({ exception }) => exception))).toEqual(new Set([0, 1, 2, 3]))
    const said = all.filter(({ comment }) => comment !== null)
    expect(new Set(said.map(({ commentStatus }) => commentStatus))).toEqual(new Set([0, 1]))
    expect(Math.max(...said.map(({ comment }) => comment?.length ?? 0))).toBeGreaterThan(200)
    expect(all.every(({ at }) => at === null || at <= school.now)).toBe(true)
  })

  test('has scores, zeros, blanks, and overrides', () => {
    expect(all.some(({ points, item }) => points !== null && points >= item.maxPoints)).toBe(true)
    expect(all.some(({ points }) => points === null)).toBe(true)
    expect(school.overrides.size).toBeGreaterThan(2)
    expect(school.journal).toEqual([])
  })

  test('has periods, “Other”, a midterm, weights, drops, a factor and three scales', () => {
    const { setup, items } = section
    expect(setup.periods).toHaveLength(2)
    expect(new Set(items.map(({ periodId }) => periodId)).has(0)).toBe(true)
    expect(items.filter(({ examWeight }) => examWeight !== null)).toHaveLength(2)
    expect(setup.categories.map(({ weight }) => weight)).toEqual([40, 60, 0])
    expect(setup.categories.some(({ dropLowest }) => dropLowest > 0)).toBe(true)
    expect(new Set(items.map(({ scaleId }) => scaleId)).size).toBe(4)
    expect(items.some(({ counts }) => !counts)).toBe(true)
    expect(items.some(({ factor }) => factor === 2)).toBe(true)
  })

  test('gives everybody who works a final grade; in the second course nobody has one', () => {
    const finals = learners.map(
      ({ userId }, index) => resultsOf(school, section, userId, marks[index] ?? []).at(-1)?.grade ?? null,
    )
    expect(finals.filter((grade) => grade !== null).length).toBeGreaterThan(learners.length * 0.8)
    expect(finals.every((grade) => grade === null || (grade >= 0 && grade <= 110))).toBe(true)
    const other = sectionOf(school, second)
    const ids = learnerIds(school, second).flatMap((id) => memberById(school, second, other.setup, id) ?? [])
    const weightless = ids.map(({ userId }) =>
      resultsOf(school, other, userId, marksOf(school, other, userId)).at(-1),
    )
    expect(weightless.length).toBeGreaterThan(10)
    expect(weightless.every((result) => result?.grade === null)).toBe(true)
  })

  test('is a course of Open edX like any other', () => {
    const { rows } = listGradebook(school, course, { pageSize: 100 })
    expect(rows.length).toBe(learners.length)
    expect(rows.some(({ percent }) => percent > 0.6)).toBe(true)
    expect(gradingInfo(school, course).rules.map(({ type }) => type)).toEqual([
      'Homework',
      'Quiz',
      'Midterm exam',
      'Final exam',
    ])
    expect(gradebookEntry(school, course, 'amara.okafor').cells.every(({ label }) => label !== null)).toBe(
      true,
    )
  })
})
