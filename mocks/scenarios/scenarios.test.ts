import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { hasAuthorAccess, isFrozen, openGradebook } from '#mocks/lms/access.ts'
import { signedInAs } from '#mocks/lms/accounts.ts'
import { cohortsOf } from '#mocks/lms/cohorts/cohorts.ts'
import { enrolmentsOf, findCourse, rolesOf } from '#mocks/lms/courses.ts'
import { isEnrolled } from '#mocks/lms/enrolments.ts'
import { type GradebookRow, gradebookEntry, listGradebook } from '#mocks/lms/gradebook.ts'
import { gradingInfo } from '#mocks/lms/grading-info.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import type { Persona } from '#mocks/lms/model.ts'
import { gradedSubsections } from '#mocks/lms/outline.ts'
import { applyOverride } from '#mocks/lms/overrides.ts'
import type { School } from '#mocks/lms/store.ts'
import { openSchool, scenarios } from './scenarios.ts'
import { COURSE_KEYS } from './team.ts'

const NAMES = Object.keys(scenarios)

function open(name: string, size = {}): { school: School; course: Course } {
  const school = openSchool(name, size)
  return { school, course: statisticsIn(school) }
}

function statisticsIn(school: School): Course {
  const course = findCourse(school, COURSE_KEYS.statistics)
  if (!course) throw new Error('No course')
  return course
}

function rowsOf(school: School, course: Course): readonly GradebookRow[] {
  return listGradebook(school, course, { pageSize: 5000 }).rows
}

/** Everything that can be seen of a school, as text. */
function everything(school: School): string {
  const seen = school.world.courses.map((course) => [
    course,
    cohortsOf(school, course),
    rowsOf(school, course).map(({ cells, ...row }) => [row, cells.map(valuesOf)]),
  ])
  return JSON.stringify([
    school.now,
    school.journal,
    [...school.overrides].map(([id, of]) => [id, [...of]]),
    seen,
  ])
}

function valuesOf({ label, attempted, earned, possible, percent }: GradebookRow['cells'][number]): unknown {
  return [label, attempted, earned, possible, percent]
}

describe('every scenario', () => {
  test.each(NAMES)('%s is the same each time', (name) => {
    // Of the huge one, a part: reading all of it would grade 100,000 learners.
    const size = name === 'huge' ? { learners: 500 } : {}
    expect(everything(openSchool(name, size))).toBe(everything(openSchool(name, size)))
  })

  test.each(NAMES)('%s takes any size', (name) => {
    const { school, course } = open(name, { learners: 7, subsections: 9 })
    const learners = listGradebook(school, course, { excludedRoles: ['all'] })
    const enrolled = course.roster.size - learners.totalUsers + learners.filteredUsers
    expect(gradedSubsections(course)).toHaveLength(9)
    expect(enrolled).toBe(7)
    expect(open(name, { learners: 0, subsections: 0 }).course.roster.size).toBeLessThan(7)
  })

  test('says in a sentence what it shows', () => {
    for (const [name, scenario] of Object.entries(scenarios)) {
      expect(scenario.name).toBe(name)
      expect(scenario.sentence).toMatch(/^[A-Z].{20,}\.$/)
    }
  })

  test('is listed in the README', () => {
    const readme = readFileSync('README.md', 'utf8')
    expect(NAMES.filter((name) => !readme.includes(`| \`${name}\` |`))).toEqual([])
  })

  test('an unknown one is refused', () => {
    expect(() => openSchool('toString')).toThrow('There is no scenario “toString”')
  })
})

test('a school survives being built again with its journal', () => {
  const { school, course } = open('default')
  const by = signedInAs(school, 'instructor')
  const [place] = gradedSubsections(course)
  if (!by || !place) throw new Error('No teacher or no assignment')
  for (const row of rowsOf(school, course).slice(0, 9)) {
    const grade = { earnedGraded: 7, comment: 'Again' }
    applyOverride(school, course, by, { userId: row.account.id, usageKey: place.subsection.key, grade })
  }
  expect(everything(openSchool('default', {}, school.journal))).toBe(everything(school))
})

test('a school of any size starts without grading anybody', () => {
  const { school, course } = open('large', { learners: 100_000 })
  expect(course.roster.size).toBeGreaterThan(100_000)
  expect(school.caches.grades.size).toBe(0)
  expect(school.caches.percents.size).toBe(0)
  listGradebook(school, course, { pageSize: 50 })
  expect(school.caches.grades.get(course)?.size).toBe(50)
})

describe('default', () => {
  const { school, course } = open('default')
  const rows = rowsOf(school, course)
  const cells = rows.flatMap((row) => row.cells)
  const info = gradingInfo(school, course)

  test('has about 120 learners, 24 assignments of four types, and weights of 100 percent', () => {
    expect(rows.length).toBeGreaterThan(110)
    expect(gradedSubsections(course)).toHaveLength(24)
    expect(info.rules.map(({ type }) => type)).toEqual(['Homework', 'Lab', 'Midterm exam', 'Final exam'])
    expect(info.rules.reduce((sum, { weight }) => sum + (weight ?? 0), 0)).toBeCloseTo(1, 12)
    expect(info.frozen).toBe(false)
  })

  test('has cells of every kind', () => {
    expect(cells.some(({ attempted }) => !attempted)).toBe(true)
    expect(cells.some(({ attempted, earned }) => attempted && earned === 0)).toBe(true)
    expect(cells.some(({ percent }) => percent > 1)).toBe(true)
    expect(cells.some(({ earned }) => !Number.isInteger(earned))).toBe(true)
  })

  test('has grades from failing to A, and learners who never began', () => {
    const percents = rows.map(({ percent }) => percent)
    expect(percents.some((percent) => percent >= 0.9)).toBe(true)
    expect(percents.filter((percent) => percent >= 0.6).length).toBeGreaterThan(rows.length / 2)
    expect(percents).toContain(0)
  })

  test('has a column that the outline hides, one that is not open yet, and one for some cohorts', () => {
    const listed = new Set(info.subsections.map(({ subsection }) => subsection.key))
    const graded = gradedSubsections(course)
    expect(graded.filter(({ subsection }) => !listed.has(subsection.key)).map(({ label }) => label)).toEqual([
      'Lab 04',
    ])
    expect(graded.filter(({ released }) => (released ?? 0) > school.now).map(({ label }) => label)).toEqual([
      'Lab 10',
    ])
    expect(graded.filter(({ subsection }) => subsection.onlyCohorts).map(({ label }) => label)).toEqual([
      'Lab 09',
    ])
    expect(info.subsections.some(({ subsection }) => !subsection.graded && subsection.format !== null)).toBe(
      true,
    )
  })

  test('has more cohorts than a page of ten, one of them empty', () => {
    const sizes = cohortsOf(school, course).map(({ userCount }) => userCount)
    expect(sizes.length).toBeGreaterThan(10)
    expect(sizes.filter((size) => size === 0)).toHaveLength(1)
  })

  test('has every mode, student keys for all masters, and learners who left', () => {
    const modes = new Set(rows.map(({ enrolment }) => enrolment.mode))
    expect([...modes].toSorted()).toEqual(['audit', 'honor', 'masters', 'verified'])
    expect(rows.filter(({ enrolment: { mode, externalKey } }) => mode === 'masters' && !externalKey)).toEqual(
      [],
    )
    expect(course.roster.size).toBeGreaterThan(rows.length)
  })

  test('remembers overrides by hand, by proctoring and by import, with and without a reason', () => {
    const history = [...school.overrides.values()]
      .flatMap((of) => [...of.values()])
      .flatMap((one) => one.history)
    expect(new Set(history.map(({ system }) => system))).toEqual(
      new Set(['GRADEBOOK', 'PROCTORING', 'grade-import']),
    )
    expect(new Set(history.map(({ change }) => change))).toEqual(new Set(['+', '~', '-']))
    expect(history.some(({ reason }) => reason === null)).toBe(true)
    expect(Math.max(...history.map(({ reason }) => reason?.length ?? 0))).toBeGreaterThan(200)
    expect(Math.max(...history.map(({ at }) => at))).toBeLessThan(school.now)
    expect(school.journal).toEqual([])
  })

  test('does not count the team among those who learn', () => {
    const without = listGradebook(school, course, { excludedRoles: ['all'], pageSize: 5000 })
    expect(without.totalUsers - without.filteredUsers).toBe(5)
    expect(without.rows[0]?.account.username).toBe('amara.okafor')
  })
})

describe('those who ask', () => {
  const { school, course } = open('default')

  test.each([
    ['instructor', true, true],
    ['limited-staff', true, true],
    ['global-staff', true, false],
    ['learner', false, true],
    ['stranger', false, false],
  ] as const)('%s: teaches %s, learns %s', (persona: Persona, teaches, learns) => {
    const account = signedInAs(school, persona)
    if (!account) throw new Error('Not signed in')
    expect(hasAuthorAccess(school, account, course)).toBe(teaches)
    expect(isEnrolled(school, course, account.id)).toBe(learns)
  })

  test('nobody is not signed in', () => {
    expect(signedInAs(school, 'nobody')).toBeNull()
  })

  test('the instructor teaches three courses and learns in another', () => {
    const nuria = signedInAs(school, 'instructor')
    if (!nuria) throw new Error('Not signed in')
    const taught = new Set(rolesOf(school, nuria).map(({ courseKey }) => courseKey))
    const learnt = enrolmentsOf(school, nuria).map(({ courseKey }) => courseKey)
    expect(taught).toEqual(new Set([COURSE_KEYS.statistics, COURSE_KEYS.analytics, COURSE_KEYS.archive]))
    expect(learnt).toEqual([COURSE_KEYS.statistics, COURSE_KEYS.teaching])
    const teaching = findCourse(school, COURSE_KEYS.teaching)
    expect(teaching && gradebookEntry(school, teaching, nuria.username).percent).toBeGreaterThan(0)
  })

  test('the course of 2013 has a key of its age, and is frozen', () => {
    const archive = findCourse(school, COURSE_KEYS.archive)
    if (!archive) throw new Error('No course')
    expect(archive.key).toBe('edX/Stats101/2013_Spring')
    expect(isFrozen(school, archive)).toBe(true)
    expect(rowsOf(school, archive).some(({ percent }) => percent > 0)).toBe(true)
  })
})

describe('the other scenarios', () => {
  test('large has 2,000 learners and 40 assignments', () => {
    const { school, course } = open('large')
    expect(listGradebook(school, course, {}).totalUsers).toBeGreaterThan(1900)
    expect(gradedSubsections(course)).toHaveLength(40)
  })

  test('empty has columns and nobody', () => {
    const { school, course } = open('empty')
    expect(listGradebook(school, course, {})).toMatchObject({ rows: [], totalUsers: 0, filteredUsers: 0 })
    expect(gradedSubsections(course)).toHaveLength(24)
  })

  test('no-graded has learners and no columns', () => {
    const { school, course } = open('no-graded')
    expect(rowsOf(school, course).every(({ cells, percent }) => cells.length === 0 && percent === 0)).toBe(
      true,
    )
    expect(gradingInfo(school, course).subsections.length).toBeGreaterThan(3)
  })

  test('frozen is over, and its grades are in', () => {
    const { school, course } = open('frozen')
    expect(isFrozen(school, course)).toBe(true)
    expect(rowsOf(school, course).filter(({ percent }) => percent >= 0.6).length).toBeGreaterThan(60)
  })

  test('flag-off refuses even the instructor', () => {
    const { school, course } = open('flag-off')
    expect(() => openGradebook(school, signedInAs(school, 'instructor'), course.key)).toThrow(
      'writable gradebook',
    )
  })

  test('messy-policy has everything that people get wrong', () => {
    const { school, course } = open('messy-policy')
    const { rules, cutoffs, subsections } = gradingInfo(school, course)
    const types = new Set(rules.map(({ type }) => type))
    const graded = subsections.filter(({ subsection }) => subsection.graded)
    const labels = graded.flatMap(({ label }) => label ?? [])
    expect(rules.reduce((sum, { weight }) => sum + (weight ?? 0), 0)).toBeCloseTo(1.1, 12)
    expect(graded.filter(({ subsection }) => !types.has(subsection.format))).not.toEqual([])
    expect(graded.map(({ subsection }) => subsection.format)).not.toContain('Participation')
    expect(new Set(labels).size).toBeLessThan(labels.length)
    expect(cutoffs.map(({ letter }) => letter)).toEqual(['B', 'A', 'C'])
    const expected = Number(rules.find(({ type }) => type === 'Homework')?.minCount)
    expect(graded.filter(({ subsection }) => subsection.format === 'Homework').length).toBeLessThan(expected)
    expect(rowsOf(school, course).some(({ percent }) => percent > 0)).toBe(true)
  })

  test('broken-policy cannot be graded by', () => {
    const { school, course } = open('broken-policy')
    expect(() => gradingInfo(school, course)).toThrow('Lab')
    expect(listGradebook(school, course, {})).toMatchObject({ rows: [] })
  })
})
