import { beforeAll, describe, expect, test } from 'vitest'
import { type Row, type SchoologyClient, schoologyClient } from './test-client.ts'

let client: SchoologyClient
beforeAll(() => {
  client = schoologyClient()
})

const at = (path: string) => `/sections/${client.section}${path}`

async function list(path: string, name: string, wish = {}): Promise<Row[]> {
  return (await client.json<Record<string, Row[]>>(path, 200, wish))[name] ?? []
}

describe('a section', () => {
  test('is a course: its id a text, its periods numbers, and whether one may grade', async () => {
    const section = await client.json(at(''))
    const periods = (await list(at('/grading_periods'), 'grading_period')).map(({ id }) => id)
    expect(section).toMatchObject({
      id: String(client.section),
      course_title: 'World History',
      section_title: 'Section 9b',
      grading_periods: periods,
      active: 1,
      admin: 1,
      options: { weighted_grading_categories: '1' },
    })
    expect(await client.json(at(''), 200, { as: 'learner' })).toMatchObject({ admin: 0 })
  })

  test('lists of a user hold what they teach and learn in now, or ever', async () => {
    const now = await list('/users/me/sections', 'section')
    expect(now.map(({ course_title: title, admin }) => [title, admin])).toEqual([
      ['World History', 1],
      ['The Analytics Edge', 1],
      ['Teaching with Data', 0],
    ])
    const ever = await client.json<Record<string, unknown>>(
      '/users/11/sections?include_past=1&start=1&limit=2',
    )
    expect(ever).toMatchObject({ total: '4', section: [{ active: 1 }, { active: 1 }] })
    expect(ever['links']).toMatchObject({ next: expect.stringContaining('start=3') as string })
    expect((await client.ask('/users/1001/sections')).status).toBe(403)
    expect(await list('/users/1001/sections', 'section', { as: 'global-staff' })).not.toEqual([])
    expect(await list('/users/me/sections', 'section', { as: 'stranger' })).toEqual([])
  })
})

describe('enrolments', () => {
  test('are teachers, then learners; ids and statuses are texts, admin a number', async () => {
    const all = await list(at('/enrollments?limit=200'), 'enrollment')
    const teachers = all.filter(({ admin }) => admin === 1)
    expect(teachers.map(({ name_display: name }) => name)).toEqual([
      'Nuria Haddad',
      'Jonas Eriksen',
      'Sofia Lindgren',
      'Ingrid Solheim',
    ])
    const learners = all.filter(({ admin }) => admin === 0)
    expect(learners).toHaveLength(26)
    expect(learners[0]).toMatchObject({
      id: String(client.learner(0)),
      uid: '1001',
      name_first: 'Amara',
      name_last: 'Okafor',
      name_display: 'Amara Okafor',
      status: '1',
    })
    expect(learners[20]?.['status']).toBe('2')
    expect(learners[21]?.['status']).toBe('5')
    expect(new Set(all.map(({ id }) => id)).size).toBe(30)
  })

  test('are filtered by comma lists, and paged', async () => {
    const gone = await list(at('/enrollments?enrollment_status=2,5&limit=200'), 'enrollment')
    expect(gone.map(({ uid }) => uid)).toEqual(expect.arrayContaining(['1021', '1022']))
    expect(gone.every(({ status }) => status !== '1')).toBe(true)
    const two = await list(at('/enrollments?uid=1001,11,77'), 'enrollment')
    expect(two.map(({ uid }) => uid)).toEqual(['11', '1001'])
    const page = await client.json<Record<string, Row[]>>(at('/enrollments?start=20'))
    expect(page['enrollment']).toHaveLength(10)
    expect(page).toMatchObject({ total: '30', links: { prev: expect.stringContaining('start=0') as string } })
  })
})

describe('what is graded', () => {
  test('assignments stand by due date, exams last; what is about grading is text', async () => {
    const all = await list(at('/assignments?limit=200'), 'assignment')
    expect(all).toHaveLength(16)
    expect(all.slice(-2).map(({ title, is_final: final }) => [title, final])).toEqual([
      ['Midterm', '1'],
      ['Final exam', '1'],
    ])
    const dues = all.slice(0, -2).map(({ due }) => (due === '' ? '9999' : (due as string)))
    expect(dues).toEqual(dues.toSorted())
    const named = (title: string) => all.find((one) => one['title'] === title)
    expect(named('Homework 1')).toMatchObject({
      max_points: '10',
      grading_scale: '0',
      factor: '1',
      published: 1,
    })
    expect(named('Homework 1')?.['due']).toMatch(/^2026-\d\d-\d\d \d\d:\d\d:\d\d$/)
    expect(named('Homework 3')).toMatchObject({
      max_points: '4',
      grading_scale: '96033',
      grading_scale_type: 3,
    })
    expect(named('Homework 5')).toMatchObject({ due: '', grading_period: '0' })
    expect(named('Homework 6')).toMatchObject({ grading_category: '0' })
    expect(named('Homework 7: A letter from Timbuktu')).toMatchObject({ factor: '2' })
    expect(named('Homework 8')).toMatchObject({ count_in_grade: 0 })
    expect(named('Homework 1')).not.toHaveProperty('count_in_grade')
    expect(named('Quiz 6')).toMatchObject({ published: 0 })
  })

  test('learners see what is open to them', async () => {
    const titles = (await list(at('/assignments?limit=200'), 'assignment', { as: 'learner' })).map(
      ({ title }) => title,
    )
    expect(titles).toContain('Quiz 1')
    expect(titles).not.toContain('Quiz 6')
  })

  test('the list says how many there are as a number', async () => {
    expect(await client.json(at('/assignments?limit=1'))).toMatchObject({ total: 16 })
  })

  test('categories have an order, drops, both ways to reckon, and weights as text', async () => {
    const categories = await list(at('/grading_categories'), 'grading_category')
    const fields = ['title', 'delta', 'calculation_type', 'drop_lowest', 'weight']
    expect(categories.map((one) => fields.map((field) => one[field]))).toEqual([
      ['Homework', 0, 1, 1, '40'],
      ['Quizzes', 1, 2, 0, '60'],
      ['Notebook', 2, 1, 0, '0'],
    ])
  })

  test('periods have weights as numbers, and days without a zone', async () => {
    const [first, second] = await list(at('/grading_periods'), 'grading_period')
    expect(first).toMatchObject({ title: 'Quarter 1', weight: 40, start: '2026-08-31 12:00:00' })
    expect(second).toMatchObject({ title: 'Quarter 2', start: first?.['end'], end: '2026-11-27 12:00:00' })
  })

  test('scales go by percent, with averages and without, and by points', async () => {
    const scales = await list(at('/grading_scales'), 'grading_scale')
    expect(scales.map(({ id, type, hide_numeric: hide }) => [id, type, hide])).toEqual([
      [1, 1, 0],
      [96031, 1, 1],
      [96033, 3, 0],
    ])
    const [letters, pass, rubric] = scales.map(({ scale }) => (scale as { level: Row[] }).level)
    expect(letters?.[1]).toEqual({ grade: 'D', cutoff: 60, average: 65 })
    expect(pass?.[0]).toEqual({ grade: 'Not yet', cutoff: 0, average: '' })
    expect(rubric?.[0]).toEqual({ points: 4, description: 'Exceeds the standard' })
  })
})

describe('users', () => {
  test('are found by id, and as me', async () => {
    const me = await client.json('/users/me')
    expect(me).toMatchObject({
      uid: '11',
      id: 11,
      username: 'nuria.haddad',
      primary_email: 'nuria.haddad@staff.example.edu',
    })
    expect(await client.json('/users/11')).toEqual(me)
  })

  test('keep their e-mail address from others, but not from staff of the site', async () => {
    expect(await client.json('/users/1001', 200, { as: 'stranger' })).toMatchObject({ primary_email: '' })
    const seen = await client.json('/users/1001', 200, { as: 'global-staff' })
    expect(seen['primary_email']).toContain('@')
  })

  test('without a name are called by their username', async () => {
    const all = await list(at('/enrollments?limit=200'), 'enrollment')
    expect(all.find(({ name_display: name }) => name === 'quiet_reader')).toMatchObject({
      name_first: 'quiet_reader',
      name_last: '',
    })
  })
})

test('a course nobody set up has one period, a category for each type, and letters', async () => {
  const other = schoologyClient('default')
  const at = `/sections/${other.section}`
  expect(await other.json(`${at}/grading_periods`)).toMatchObject({
    grading_period: [{ title: '2026 Autumn', weight: 100 }],
  })
  const { grading_category: categories } = await other.json<Record<string, Row[]>>(`${at}/grading_categories`)
  expect(categories?.map(({ title, weight }) => [title, weight])).toEqual([
    ['Homework', '15'],
    ['Lab', '15'],
    ['Midterm exam', '30'],
    ['Final exam', '40'],
  ])
  const { grades } = await other.grades()
  expect(grades.grade).toHaveLength(200)
})
