import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COURSE, GRADEBOOK, type TestServer, testServer } from '#mocks/http/test-client.ts'

// What stands around the bodies.

const HOME = '/api/course_home'
const HW1 = 'block-v1:MITx+18.05+2026_Autumn+type@sequential+block@hw_01'

let server: TestServer
beforeAll(async () => {
  server = await testServer({ user: 'global-staff' })
})
afterAll(() => server.close())

const READS = [
  GRADEBOOK,
  `${GRADEBOOK}grading-info`,
  `/api/grades/v1/courses/${COURSE}/`,
  `/api/grades/v1/policy/courses/${COURSE}/`,
  `/api/grades/v1/subsection/${HW1}/?user_id=1003`,
  `/api/cohorts/v1/courses/${COURSE}/cohorts/`,
  `/api/course_modes/v1/courses/${COURSE}/`,
  `/api/enrollment/v1/course/${COURSE}`,
  `${HOME}/course_metadata/${COURSE}`,
  '/api/user/v1/me',
]

describe('an answer', () => {
  test.each(READS)('is JSON, and HEAD the same without a body: %s', async (path) => {
    const [get, head] = [await server.ask(path), await server.ask(path, { method: 'HEAD' })]
    expect([get.status, get.headers.get('Content-Type')]).toEqual([200, 'application/json'])
    expect([head.status, head.headers.get('Content-Type'), await head.text()]).toEqual([
      200,
      'application/json',
      '',
    ])
    expect(JSON.parse(await get.text())).toBeTruthy()
  })

  test('that is a page says so, with its encoding', async () => {
    for (const path of ['/unheard-of', `${GRADEBOOK}?page_size=0`, '/login']) {
      const response = await server.ask(path)
      expect([path, response.headers.get('Content-Type')]).toEqual([path, 'text/html; charset=utf-8'])
    }
  })

  test('without a body has no type and no length', async () => {
    const path = `/api/course_modes/v1/courses/${COURSE}/audit`
    const headers = { 'Content-Type': 'application/merge-patch+json' }
    const wish = { as: 'global-staff', method: 'PATCH', body: { min_price: 1 }, headers } as const
    const response = await server.ask(path, wish)
    const { status, headers: sent } = response
    expect([status, sent.get('Content-Type'), sent.get('Content-Length')]).toEqual([204, null, null])
  })
})

describe('a method that is not there', () => {
  test.each([
    ['PUT', GRADEBOOK, 'GET, HEAD, OPTIONS'],
    ['GET', `${GRADEBOOK}bulk-update`, 'POST, OPTIONS'],
    ['DELETE', `/api/course_modes/v1/courses/${COURSE}/`, 'GET, POST, HEAD, OPTIONS'],
    ['GET', '/login_refresh', 'POST, OPTIONS'],
    ['POST', '/csrf/api/v1/token', 'GET, HEAD, OPTIONS'],
  ])('%s %s names those that are: %s', async (method, path, Allow) => {
    const response = await server.ask(path, { as: 'global-staff', method })
    expect([response.status, response.headers.get('Allow')]).toEqual([405, Allow])
    const asked = await server.ask(path, { as: 'global-staff', method: 'OPTIONS' })
    expect([asked.status, asked.headers.get('Allow')]).toEqual([200, Allow])
  })
})

test('a server that throttles says when it will listen again', async () => {
  const busy = await testServer({ faults: ['throttled'] })
  for (const path of READS) {
    const response = await busy.ask(path, { as: 'global-staff' })
    expect([path, response.status, response.headers.get('Retry-After')]).toEqual([path, 429, '1'])
    expect((await busy.ask(path, { as: 'global-staff' })).status).toBe(200)
  }
  await busy.close()
})

test('nothing drifted from the contract', () => {
  expect(server.problems).toEqual([])
})
