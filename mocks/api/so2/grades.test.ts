import { describe, expect, test } from 'vitest'
import { serverForEach } from '#mocks/api/under-test.ts'
import { COURSE, GRADEBOOK, testServer } from '#mocks/http/test-client.ts'

interface Grade {
  username: string
  email: string
  course_id: string
  display_name: string
  percent_grade: string
  letter_grade: string
  passed_timestamp: string | null
  last_date: string
}

const PATH = '/api/so2/v1/grades'
const HERE = `course_id=${encodeURIComponent(COURSE)}`

const server = serverForEach('global-staff')

const grades = async (query = '') => (await server.json(`${PATH}?${query}`)) as Grade[]

describe('who may read it', () => {
  test('is told by a bearer token only: neither a session nor a JWT will do', async () => {
    const other = await testServer({ user: 'global-staff' })
    const missing = { detail: 'Authentication credentials were not provided.' }
    expect(await other.json(PATH, 401)).toEqual(missing)
    const session = { Cookie: 'sessionid=mock-global-staff' }
    expect(await other.json(PATH, 401, { headers: session })).toEqual(missing)
    const jwt = { Authorization: 'JWT mock-global-staff' }
    expect(await other.json(PATH, 401, { headers: jwt })).toEqual(missing)
    const unknown = { Authorization: 'Bearer something-else' }
    expect(await other.json(PATH, 401, { headers: unknown })).toEqual({ detail: 'Invalid token.' })
    const token = { ...session, Authorization: 'bearer mock-global-staff' }
    expect(await other.json(PATH, 200, { headers: token })).not.toHaveLength(0)
    await other.close()
  })

  test('everybody reads their own, site staff all', async () => {
    const own = await server.json(`${PATH}?username=amara.okafor`, 200, { as: 'learner' })
    expect(own).toEqual(await grades('username=amara.okafor'))
    for (const query of ['', HERE, 'username=ada.lovelace']) {
      expect(await server.json(`${PATH}?${query}`, 403, { as: 'learner' })).toEqual({
        detail: 'You do not have permission to perform this action.',
      })
    }
  })
})

describe('the list', () => {
  test('is a bare array of everybody in every course, and is narrowed by course and by person', async () => {
    const all = await grades()
    expect(new Set(all.map(({ course_id: id }) => id)).size).toBe(4)
    expect(await grades('course_id=&username=')).toEqual(all)
    const here = await grades(HERE)
    expect(here).toEqual(all.filter(({ course_id: id }) => id === COURSE))
    const amara = await grades('username=amara.okafor')
    expect(amara).toEqual(all.filter(({ username }) => username === 'amara.okafor'))
    expect(amara.length).toBeGreaterThan(1)
    expect(await grades(`${HERE}&username=amara.okafor`)).toHaveLength(1)
  })

  test('is empty for what is not known, however it is written', async () => {
    const queries = ['course_id=x', `course_id=${COURSE}`, 'username=nobody.at.all', 'username=AMARA.OKAFOR']
    for (const query of queries) expect(await grades(query)).toEqual([])
  })

  test('writes numbers and times as text', async () => {
    const all = await grades()
    for (const row of all) {
      expect(row.percent_grade).toMatch(/^\d\.\d\d$/)
      expect(row.last_date).toMatch(/^\d{4}-\d\d-\d\d$/)
      expect(row.email).toContain('@')
      expect(row.passed_timestamp !== null).toBe(row.letter_grade !== '')
      if (row.passed_timestamp === null) continue
      expect(row.passed_timestamp).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}$/)
      expect(row.passed_timestamp.slice(0, 10) <= row.last_date).toBe(true)
    }
    const letters = new Set(all.map(({ letter_grade: letter }) => letter))
    expect(letters).toEqual(new Set(['A', 'B', 'C', 'Pass', '']))
    expect(all.find(({ course_id: id }) => id === COURSE)?.display_name).toBe('Introduction to Statistics')
  })

  test('is the same each time', async () => {
    const other = await testServer()
    expect(await other.json(PATH, 200, { as: 'global-staff' })).toEqual(await grades())
    await other.close()
  })

  test('leaves out whose grade cannot be computed', async () => {
    const broken = await testServer({ scenario: 'broken-policy' })
    expect(await broken.json(`${PATH}?${HERE}`, 200, { as: 'global-staff' })).toEqual([])
    await broken.close()
  })

  test('shows an override at once, and that somebody passed by it', async () => {
    const failed = (await grades(HERE)).find(({ letter_grade: letter, percent_grade: percent }) => {
      return letter === '' && Number(percent) > 0.2
    })
    const path = `${GRADEBOOK}?username=${failed?.username}`
    const { user_id: user, section_breakdown: cells } = (await server.json(path)) as {
      user_id: number
      section_breakdown: Array<{ module_id: string }>
    }
    const items = cells.map(({ module_id: usage }) => {
      return {
        user_id: user,
        usage_id: usage,
        grade: { earned_graded_override: 100, possible_graded_override: 100 },
      }
    })
    await server.json(`${GRADEBOOK}bulk-update`, 202, { body: items })
    const [after] = await grades(`${HERE}&username=${failed?.username}`)
    expect(after).toMatchObject({ letter_grade: 'A', last_date: '2026-11-20' })
    expect(after?.passed_timestamp).toMatch(/^2026-11-20 09:00:\d\d\.000000$/)
  })
})

test('only GET and HEAD are known, without a slash at the end', async () => {
  const response = await server.ask(PATH, { method: 'POST' })
  expect(response.status).toBe(405)
  expect(await response.json()).toEqual({ detail: 'Method "POST" not allowed.' })
  const head = await server.ask(`${PATH}?username=amara.okafor`, { method: 'HEAD' })
  expect(head.status).toBe(200)
  expect(await head.text()).toBe('')
  expect((await server.ask(`${PATH}/`)).status).toBe(404)
})

test('a whole site has hundreds of rows, with every odd value', async () => {
  const site = await testServer({ scenario: 'so2-instance' })
  const all = (await site.json(PATH, 200, { as: 'global-staff' })) as Grade[]
  expect(all.length).toBeGreaterThan(500)
  expect(
    new Set(all.map(({ course_id: id }) => id.replace(/^course-v1:/, '').split(/[+/]/)[0])).size,
  ).toBeGreaterThan(7)
  expect(all.some(({ percent_grade: percent }) => Number(percent) > 1)).toBe(true)
  expect(all.some((row) => row.letter_grade === '' && Number(row.percent_grade) > 0.8)).toBe(true)
  expect(all.some((row) => row.letter_grade === 'F' && row.passed_timestamp !== null)).toBe(true)
  expect(all.some((row) => row.display_name.includes('<b>'))).toBe(true)
  expect(site.problems).toEqual([])
  await site.close()
})
