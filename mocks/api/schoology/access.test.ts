import { beforeAll, describe, expect, test } from 'vitest'
import { type SchoologyClient, schoologyClient } from './test-client.ts'

let client: SchoologyClient
beforeAll(() => {
  client = schoologyClient()
})

const READS = [
  '',
  '/grades',
  '/enrollments',
  '/assignments',
  '/grading_categories',
  '/grading_periods',
  '/grading_scales',
]

describe.each(READS)('sections/{id}%s', (path) => {
  const at = (section: number | string) => `/sections/${section}${path}`

  test('is for who is signed in', async () => {
    expect(await client.json(at(client.section), 401, { as: 'nobody' })).toEqual({
      message: 'Authentication is required.',
    })
  })

  test('is for who is in the section', async () => {
    expect((await client.ask(at(client.section), { as: 'stranger' })).status).toBe(403)
    expect((await client.ask(at(client.section), { as: 'limited-staff' })).status).toBe(200)
    expect((await client.ask(at(client.section), { as: 'global-staff' })).status).toBe(200)
  })

  test('is of a section that there is', async () => {
    expect(await client.json(at(7), 404)).toEqual({ message: 'Section not found.' })
    expect((await client.ask(at('nonsense'))).status).toBe(404)
    expect((await client.ask(at(7), { as: 'nobody' })).status).toBe(401)
  })
})

describe('grades of a section', () => {
  test('learners read their own, and only if they say so', async () => {
    const grades = (query: string) =>
      client.ask(`/sections/${client.section}/grades${query}`, { as: 'learner' })
    expect((await grades('')).status).toBe(403)
    expect((await grades(`?enrollment_id=${client.learner(1)}`)).status).toBe(403)
    const own = await client.grades(`?enrollment_id=${client.learner(0)}`, { as: 'learner' })
    expect(own.grades.grade.length).toBeGreaterThan(10)
    expect(own.grades.grade.every(({ comment_status: status }) => status === null)).toBe(true)
  })

  test.each([
    ['learner', 403],
    ['stranger', 403],
    ['nobody', 401],
    ['instructor', 200],
    ['limited-staff', 200],
    ['global-staff', 200],
  ] as const)('are saved by %s: %d', async (as, status) => {
    const body = { grades: { grade: [] } }
    const response = await client.ask(`/sections/${client.section}/grades`, { as, body })
    expect(response.status).toBe(status)
  })

  test('are saved in a section that there is', async () => {
    expect((await client.ask('/sections/7/grades', { body: { grades: { grade: [] } } })).status).toBe(404)
  })

  test('are frozen where those of the course are', async () => {
    const frozen = schoologyClient('frozen')
    const path = `/sections/${frozen.section}/grades`
    expect(await frozen.json(path, 403, { body: { grades: { grade: [] } } })).toEqual({
      message: 'Grades are frozen for this section.',
    })
    expect((await frozen.ask(path)).status).toBe(200)
  })
})

describe('users', () => {
  test('are for who is signed in', async () => {
    for (const path of ['/users/me', '/users/1001', '/users/me/sections']) {
      expect((await client.ask(path, { as: 'nobody' })).status).toBe(401)
    }
  })

  test('are those that there are', async () => {
    expect(await client.json('/users/424242', 404)).toEqual({ message: 'User not found.' })
    expect((await client.ask('/users/nobody/sections')).status).toBe(404)
  })
})

test('other methods are not allowed, other addresses not known', async () => {
  const path = `/sections/${client.section}/grades`
  const refused = await client.ask(path, { method: 'DELETE' })
  expect(refused.status).toBe(405)
  expect(refused.headers.get('Allow')).toBe('GET, PUT, HEAD, OPTIONS')
  expect((await client.ask('/groups/1')).status).toBe(404)
  expect((await client.ask(`${path}/`)).status).toBe(404)
})

test('faults break it as they break the gradebook of Open edX', async () => {
  const broken = schoologyClient()
  const path = `/sections/${broken.section}/grades`
  const body = { grades: { grade: [] } }
  broken.lms.change({ faults: ['gradebook-500'] })
  expect((await broken.ask(path)).status).toBe(500)
  expect((await broken.ask(path, { body })).status).toBe(200)
  broken.lms.change({ faults: ['save-500'] })
  expect((await broken.ask(path)).status).toBe(200)
  expect((await broken.ask(path, { body })).status).toBe(500)
})
