import { describe, expect, test } from 'vitest'
import { serverForEach } from '#mocks/api/under-test.ts'
import { COURSE, GRADEBOOK } from '#mocks/http/test-client.ts'

const V1 = '/api/grades/v1'
const BLOCK = 'block-v1:MITx+18.05+2026_Autumn+type@sequential+block@hw_01'

/** Every GET of Grades API v1 that ends in a slash, with a query that it answers. */
const SLASHED = [
  [GRADEBOOK, '?page_size=1'],
  [`${V1}/courses/${COURSE}/`, '?page_size=1'],
  [`${V1}/courses/`, `?course_id=${encodeURIComponent(COURSE)}&page_size=1`],
  [`${V1}/policy/courses/${COURSE}/`, ''],
  [`${V1}/subsection/${BLOCK}/`, '?user_id=1001'],
  [`${V1}/section_grades_breakdown/`, '?page_size=1'],
  [`${V1}/submission_history/${COURSE}/`, '?page_size=1'],
] as const
const BARE = [`${GRADEBOOK}grading-info`] as const
const GETS = [...SLASHED.map(([path, query]) => path + query), ...BARE]

const server = serverForEach('global-staff')

describe('a slash', () => {
  test.each(SLASHED)('that %s lacks is added by a redirect, the query with it', async (path, query) => {
    const response = await server.ask(path.slice(0, -1) + query)
    expect(response.status).toBe(301)
    expect(response.headers.get('Location')).toBe(path + query)
    expect((await server.ask(path + query)).status).toBe(200)
  })

  test.each([...BARE, `${GRADEBOOK}bulk-update`])('too many makes %s unknown', async (path) => {
    const response = await server.ask(`${path}/`)
    expect(response.status).toBe(404)
    expect(response.headers.get('Content-Type')).toMatch(/^text\/html/)
  })
})

describe('a method', () => {
  test.each(GETS)('HEAD of %s is GET without a body', async (path) => {
    const [head, get] = await Promise.all([server.ask(path, { method: 'HEAD' }), server.ask(path)])
    expect(head.status).toBe(200)
    expect(head.headers.get('Content-Type')).toBe(get.headers.get('Content-Type'))
    expect(await head.text()).toBe('')
  })

  test.each(GETS)('PUT of %s is refused, with the methods that there are', async (path) => {
    const response = await server.ask(path, { method: 'PUT' })
    expect(response.status).toBe(405)
    expect(response.headers.get('Allow')).toBe('GET, HEAD, OPTIONS')
    expect(await response.json()).toEqual({ developer_message: 'Method "PUT" not allowed.' })
    // Only nobody is refused before.
    expect((await server.ask(path, { method: 'PUT', as: 'nobody' })).status).toBe(401)
  })

  test('GET of bulk-update is refused', async () => {
    const response = await server.ask(`${GRADEBOOK}bulk-update`)
    expect(response.status).toBe(405)
    expect(response.headers.get('Allow')).toBe('POST, OPTIONS')
    expect(await response.json()).toEqual({ developer_message: 'Method "GET" not allowed.' })
  })

  test.each(GETS)('OPTIONS of %s tells the methods', async (path) => {
    const response = await server.ask(path, { method: 'OPTIONS' })
    expect(response.headers.get('Allow')).toBe('GET, HEAD, OPTIONS')
  })
})

describe('a raw plus', () => {
  test('stands for itself in a path', async () => {
    expect((await server.ask(`${V1}/policy/courses/${COURSE}/`)).status).toBe(200)
    expect((await server.ask(`${V1}/policy/courses/${encodeURIComponent(COURSE)}/`)).status).toBe(200)
  })

  test('is a space in a query: the key of an assignment fails then', async () => {
    const limit = '&assignment_grade_min=1'
    expect((await server.ask(`${GRADEBOOK}?assignment=${BLOCK}${limit}`)).status).toBe(500)
    expect((await server.ask(`${GRADEBOOK}?assignment=${encodeURIComponent(BLOCK)}${limit}`)).status).toBe(
      200,
    )
  })
})
