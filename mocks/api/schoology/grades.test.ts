import { beforeEach, describe, expect, test } from 'vitest'
import { type GradeRow, type GradesBody, type SchoologyClient, schoologyClient } from './test-client.ts'

let client: SchoologyClient
beforeEach(() => {
  client = schoologyClient()
})

async function everything(query = ''): Promise<GradeRow[]> {
  const rows: GradeRow[] = []
  for (let next = `?limit=150${query}`; next !== '';) {
    const page = await client.grades(next)
    rows.push(...page.grades.grade)
    next = page.links['next'] ? new URL(page.links['next']).search : ''
  }
  return rows
}

describe('grades of a section', () => {
  test('have every field, numbers and texts mixed as the documents mix them', async () => {
    const { grades, period, final_grade: finals } = await client.grades('?limit=1')
    const [row] = grades.grade
    expect(row).toEqual({
      enrollment_id: client.learner(0),
      assignment_id: await client.assignment('Homework 1'),
      section_id: client.section,
      grade: 9,
      exception: 0,
      max_points: 10,
      is_final: 0,
      timestamp: expect.any(Number) as number,
      comment: 'Clear and well argued.',
      comment_status: 1,
      override: null,
      calculated_grade: null,
      pending: null,
      type: 'assignment',
      location: `https://api.schoology.com/v1/sections/${client.section}/assignments/${row?.assignment_id}`,
      scale_id: 0,
      scale_type: 0,
      category_id: expect.any(Number) as number,
      assignment_type: 'assignment',
      web_url: `https://app.schoology.com/assignment/${row?.assignment_id}`,
    })
    expect(period.map(({ period_title: title, weight }) => [title, weight])).toEqual([
      ['Quarter 1', '40.00'],
      ['Quarter 2', '40.00'],
      ['Midterm', '10.00'],
      ['Final exam', '10.00'],
    ])
    expect(finals).toHaveLength(1)
    expect(finals[0]).toMatchObject({ enrollment_id: String(client.learner(0)), scale_id: 0 })
    const midterm = await client.assignment('Midterm')
    expect(finals[0]?.period.map(({ period_id: id }) => id)).toEqual([
      expect.stringMatching(/^p\d+$/),
      expect.stringMatching(/^p\d+$/),
      'other',
      `a${midterm}`,
      `a${await client.assignment('Final exam')}`,
      'final',
    ])
  })

  test('stand for all learners who are active, and none of the team', async () => {
    const enrolled = new Set((await everything()).map(({ enrollment_id: id }) => id))
    const places = Array.from({ length: 26 }, (_, place) => place).filter(
      (place) => place !== 20 && place !== 21,
    )
    const active = places.map((place) => client.learner(place))
    const { school } = client.lms.world
    const [course] = school.world.courses
    const left = active.filter((id) => !course?.roster.at(id - course.roster.firstId).active)
    expect([...enrolled]).toEqual(active.filter((id) => !left.includes(id)))
  })

  test('excused, incomplete and missing have no grade; missing has no number', async () => {
    const homework = await client.assignment('Homework 1')
    const rows = (await client.grades(`?assignment_id=${homework}&limit=200`)).grades.grade
    const of = (place: number) => rows.find(({ enrollment_id: id }) => id === client.learner(place))
    expect(of(1)).toMatchObject({ grade: null, exception: 1 })
    expect(of(2)).toMatchObject({ grade: null, exception: 2, comment: 'Sources are still to come.' })
    expect(of(3)).toMatchObject({ grade: null, exception: 0 })
    expect(of(3)?.timestamp).toBeGreaterThan(0)
  })

  test('that were never touched have timestamp 0 and a comment of null', async () => {
    const rows = await everything()
    const untouched = rows.filter(({ timestamp }) => timestamp === 0)
    expect(untouched.length).toBeGreaterThan(0)
    expect(untouched.every(({ grade, comment }) => grade === null && comment === null)).toBe(true)
    expect(rows.some(({ grade, comment }) => grade !== null && comment === '')).toBe(true)
  })

  test('have scales: none, percent and points', async () => {
    const kinds = new Set(
      (await everything()).map((row) => `${row['scale_id'] as number}/${row['scale_type'] as number}`),
    )
    expect(kinds).toEqual(new Set(['0/0', '1/1', '96031/1', '96033/3']))
  })
})

describe('filters', () => {
  test('by assignment and by enrolment, alone and together', async () => {
    const homework = await client.assignment('Homework 2')
    const id = client.learner(4)
    const all = await everything()
    expect(await everything(`&assignment_id=${homework}`)).toEqual(
      all.filter((row) => row.assignment_id === homework),
    )
    expect(await everything(`&enrollment_id=${id}`)).toEqual(all.filter((row) => row.enrollment_id === id))
    const both = await client.grades(`?enrollment_id=${id}&assignment_id=${homework}`)
    expect(both.grades.grade).toEqual([
      expect.objectContaining({ comment: 'See me about the second paragraph.' }),
    ])
    expect(both.links['next']).toBeUndefined()
  })

  test('of nobody and nothing give an empty list', async () => {
    for (const query of [
      '?enrollment_id=1',
      '?assignment_id=1',
      '?assignment_id=none',
      '?timestamp=99999999999',
    ]) {
      expect((await client.grades(query)).grades.grade).toEqual([])
    }
  })

  test('by time: what changed then or later', async () => {
    const all = await everything()
    const times = all.map(({ timestamp }) => timestamp).sort((one, other) => one - other)
    const middle = times[Math.floor(times.length * 0.8)] ?? 0
    const late = await everything(`&timestamp=${middle}`)
    expect(late).toEqual(all.filter(({ timestamp }) => timestamp >= middle))
    expect(late.length).toBeLessThan(all.length)
    expect(await everything('&timestamp=yesterday')).toEqual(all)
  })
})

describe('pages', () => {
  test('have 20 rows where nothing is asked, and 200 at most', async () => {
    expect((await client.grades('')).grades.grade).toHaveLength(20)
    expect((await client.grades('?limit=many')).grades.grade).toHaveLength(20)
    expect((await client.grades('?limit=-5')).grades.grade).toHaveLength(20)
    expect((await client.grades('?limit=1000')).grades.grade).toHaveLength(200)
  })

  test('lead through everything once, with links that name the API itself and keep what was asked', async () => {
    const whole = await everything()
    expect(new Set(whole.map((row) => `${row.enrollment_id} ${row.assignment_id}`)).size).toBe(whole.length)
    const second = await client.grades('?timestamp=1&start=7&limit=5')
    const { self, next, prev } = second.links
    expect(self).toBe(
      `https://api.schoology.com/v1/sections/${client.section}/grades?timestamp=1&start=7&limit=5`,
    )
    expect(new URL(next ?? '').search).toBe('?timestamp=1&start=12&limit=5')
    expect(new URL(prev ?? '').search).toBe('?timestamp=1&start=2&limit=5')
    const plain = await client.grades('?start=7&limit=5')
    expect(plain.grades.grade).toEqual(whole.slice(7, 12))
    const first = await client.grades('?limit=5')
    expect(first.links['prev']).toBeUndefined()
  })

  test('end where the last row is, and lie empty behind it', async () => {
    const { length } = await everything()
    const last = await client.grades(`?start=${length - 3}&limit=3`)
    expect(last.grades.grade).toHaveLength(3)
    expect(last.links['next']).toBeUndefined()
    const behind = await client.grades(`?start=${length}&limit=3`)
    expect(behind).toMatchObject({ grades: { grade: [] }, final_grade: [] })
    expect((behind as Pick<GradesBody, 'period'>).period).toHaveLength(4)
  })

  test('carry the results of the learners on them, and of no others', async () => {
    const page = await client.grades('?start=10&limit=20')
    const ids = new Set(page.grades.grade.map(({ enrollment_id: id }) => String(id)))
    expect(page.final_grade.map(({ enrollment_id: id }) => id)).toEqual([...ids])
  })
})
