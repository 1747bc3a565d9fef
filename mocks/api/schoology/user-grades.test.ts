import { beforeEach, describe, expect, test } from 'vitest'
import { type GradeRow, type Row, type SchoologyClient, schoologyClient } from './test-client.ts'

interface SectionGrades {
  readonly section_id: string
  readonly period: ReadonlyArray<{ period_id: string; period_title: string; assignment: readonly GradeRow[] }>
  readonly final_grade: readonly Row[]
  readonly grading_category: readonly Row[]
}
interface UserGrades {
  readonly section: readonly SectionGrades[]
  readonly links: Readonly<Record<string, string>>
}

let client: SchoologyClient
beforeEach(() => {
  client = schoologyClient()
})

const LEARNER = { as: 'learner' } as const

async function gradesOf(uid: number | 'me', query = '', wish = {}): Promise<UserGrades> {
  return client.json<UserGrades>(`/users/${uid}/grades${query}`, 200, wish)
}

function sectionIn({ section }: UserGrades): SectionGrades {
  const found = section.find(({ section_id: id }) => id === String(client.section))
  if (!found) throw new Error('Not in the section')
  return found
}

const titles = ({ period }: SectionGrades) => period.map(({ period_title: title }) => title)
const rowsOf = ({ period }: SectionGrades) => period.flatMap(({ assignment }) => assignment)

describe('the grades of a user', () => {
  test('stand by section and period, exams apart, the same as in the section', async () => {
    const own = sectionIn(await gradesOf(1001))
    expect(titles(own)).toEqual(['Quarter 1', 'Quarter 2', 'Other', 'Midterm', 'Final exam'])
    const { grades } = await client.grades(`?enrollment_id=${client.learner(0)}&limit=200`)
    const byId = (rows: readonly GradeRow[]) =>
      rows.toSorted((one, other) => one.assignment_id - other.assignment_id)
    expect(byId(rowsOf(own))).toEqual(byId(grades.grade))
  })

  test('have results with weights, categories, and an exam in points', async () => {
    const own = sectionIn(await gradesOf(1001))
    const midterm = rowsOf(own).find((row) => row['is_final'] === 1)
    const [quarter] = own.final_grade
    expect(quarter).toMatchObject({
      weight: 40,
      comment: 'A good start into the year.',
      comment_status: 1,
      scale_id: 0,
    })
    expect(quarter?.['grading_category']).toEqual([
      { category_id: own.grading_category[0]?.['id'], grade: expect.any(Number) as number },
      { category_id: own.grading_category[1]?.['id'], grade: expect.any(Number) as number },
      { category_id: own.grading_category[2]?.['id'], grade: null },
    ])
    const exam = own.final_grade.find(({ period_id: id }) => id === `a${midterm?.assignment_id}`)
    expect(exam).toMatchObject({ grade: midterm?.grade, weight: 10 })
    expect(own.final_grade.at(-1)).not.toHaveProperty('weight')
    expect(own.final_grade.at(-1)).toMatchObject({ period_id: 'final', grade: expect.any(Number) as number })
    expect(own.grading_category.map(({ title }) => title)).toEqual(['Homework', 'Quizzes', 'Notebook'])
  })

  test('are final grades of null where all categories weigh nothing', async () => {
    const { section } = await gradesOf(1041)
    expect(section[0]?.final_grade.at(-1)).toMatchObject({ period_id: 'final', grade: null })
    expect(section.flatMap(rowsOf).some(({ grade }) => grade !== null)).toBe(true)
  })

  test('are those of one section, of some periods, of late', async () => {
    const one = await gradesOf(1001, `?section_id=${client.section}`)
    expect(one.section).toHaveLength(1)
    expect(one.links).toEqual({
      self: `https://api.schoology.com/v1/users/1001/grades?section_id=${client.section}`,
    })
    const quarter = sectionIn(one).final_grade[0]?.['period_id'] as string
    const some = sectionIn(await gradesOf(1001, `?grading_period_ids=${quarter.slice(1)},other`))
    expect(titles(some)).toEqual(['Quarter 1', 'Other'])
    expect(some.final_grade.map(({ period_id: id }) => id)).toEqual([quarter, 'other'])
    const final = sectionIn(await gradesOf(1001, '?grading_period_ids=final'))
    expect(titles(final)).toEqual([])
    expect(final.final_grade).toHaveLength(1)
    expect(sectionIn(await gradesOf(1001, '?grading_period_ids=12')).final_grade).toEqual([])
    const times = rowsOf(sectionIn(one)).map(({ timestamp }) => timestamp)
    const last = Math.max(...times)
    const late = rowsOf(sectionIn(await gradesOf(1001, `?timestamp=${last}`)))
    expect(late.map(({ timestamp }) => timestamp)).toEqual(times.filter((at) => at === last))
  })

  test('are paged by enrolment only where time or all enrolments are asked for', async () => {
    const all = await gradesOf(1001, '?limit=1')
    expect(all.section.length).toBeGreaterThan(1)
    expect(all.links).not.toHaveProperty('next')
    const pages: string[] = []
    for (let next = '?include_all_enrollments=1&limit=1'; next !== '';) {
      const page = await gradesOf(1001, next)
      expect(page.section).toHaveLength(1)
      pages.push(...page.section.map(({ section_id: id }) => id))
      next = page.links['next'] ? new URL(page.links['next']).search : ''
    }
    expect(pages).toEqual(all.section.map(({ section_id: id }) => id))
    expect((await gradesOf(1001, '?timestamp=1&limit=1')).links['next']).toContain(
      'timestamp=1&limit=1&start=1',
    )
  })

  test('of who left show only where all enrolments are asked for', async () => {
    const has = ({ section }: UserGrades) =>
      section.some(({ section_id: id }) => id === String(client.section))
    expect(has(await gradesOf(1021))).toBe(false)
    expect(has(await gradesOf(1021, '?include_all_enrollments=1'))).toBe(true)
    expect(has(await gradesOf(1022, '?include_all_enrollments=1'))).toBe(true)
  })
})

describe('who reads', () => {
  test('learners read their own, with the comments that are meant for them', async () => {
    const own = rowsOf(sectionIn(await gradesOf('me', '', LEARNER)))
    expect(own.map(({ comment }) => comment)).toContain('Clear and well argued.')
    expect(own.map(({ comment }) => comment)).not.toContain('Compare with the essay of last year.')
    expect(own.every(({ comment_status: status }) => status === null)).toBe(true)
    const staff = rowsOf(sectionIn(await gradesOf(1001)))
    expect(staff.map(({ comment }) => comment)).toContain('Compare with the essay of last year.')
    const { final_grade: finals } = sectionIn(await gradesOf(1001, '', LEARNER))
    expect(finals[0]).toMatchObject({ comment: 'A good start into the year.', comment_status: null })
    expect(finals.at(-1)).toMatchObject({ comment: '', comment_status: null })
  })

  test('learners do not read what Open edX hides until it is due, and it does not count for them', async () => {
    const exam = (grades: UserGrades) =>
      sectionIn(grades).period.find(({ period_title: title }) => title === 'Final exam')?.assignment[0]
    const staff = await gradesOf(1001)
    const own = await gradesOf(1001, '', LEARNER)
    expect(exam(staff)?.grade).toEqual(expect.any(Number))
    expect(exam(own)).toMatchObject({ grade: null, timestamp: 0 })
    expect(sectionIn(own).final_grade.at(-1)?.['grade']).not.toBe(
      sectionIn(staff).final_grade.at(-1)?.['grade'],
    )
  })

  test('teachers read those in their own sections, and staff of the site everything', async () => {
    // In three courses, of which the assistant teaches one.
    const ids = async (as: 'limited-staff' | 'global-staff') =>
      (await gradesOf(1001, '', { as })).section.map(({ section_id: id }) => id)
    expect(await ids('limited-staff')).toEqual([String(client.section)])
    expect((await ids('global-staff')).length).toBeGreaterThan(1)
  })

  test.each([
    ['a learner, of another', '/users/1002/grades', 'learner', 403],
    ['a stranger', '/users/1001/grades', 'stranger', 403],
    ['of nobody', '/users/999999/grades', 'instructor', 404],
    ['of no section', '/users/1001/grades?section_id=7', 'instructor', 404],
    ['not signed in', '/users/1001/grades', 'nobody', 401],
  ] as const)('refused: %s', async (_words, path, as, status) => {
    expect(await client.json(path, status, { as })).toEqual({ message: expect.any(String) as string })
  })

  test('where the installation wants it, everybody names a section', async () => {
    client = schoologyClient('schoology-strict')
    expect((await client.ask('/users/me/grades', LEARNER)).status).toBe(403)
    expect((await client.ask('/users/1001/grades')).status).toBe(403)
    expect((await gradesOf('me', `?section_id=${client.section}`, LEARNER)).section).toHaveLength(1)
  })
})
