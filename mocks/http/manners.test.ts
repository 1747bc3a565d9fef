import { request as rawRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COURSE, GRADEBOOK, type TestServer, testServer } from './test-client.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const SESSION = { Cookie: 'sessionid=mock-instructor' }

describe('a slash', () => {
  test.each([
    GRADEBOOK,
    '/api/grades/v1/courses/',
    `/api/grades/v1/courses/${COURSE}/`,
    `/api/grades/v1/policy/courses/${COURSE}/`,
    '/api/enrollment/v1/roles/',
    `/api/cohorts/v1/courses/${COURSE}/cohorts/`,
    '/api/courses/v1/courses/',
  ])('that is missing from %s is redirected to', async (path) => {
    const response = await server.ask(`${path.slice(0, -1)}?page_size=2`)
    expect(response.status).toBe(301)
    expect(response.headers.get('Location')).toBe(`${path}?page_size=2`)
  })

  test.each([
    `${GRADEBOOK}grading-info/`,
    `${GRADEBOOK}bulk-update/`,
    `/api/course_home/progress/${COURSE}/`,
    `/api/course_home/course_metadata/${COURSE}/`,
    `/api/enrollment/v1/course/${COURSE}/`,
    '/api/enrollment/v1/enrollment/',
    '/api/user/v1/me/',
    '/login_refresh/',
    '/csrf/api/v1/token/',
  ])('that is one too many makes %s an unknown address', async (path) => {
    const response = await server.ask(path)
    expect(response.status).toBe(404)
    expect(response.headers.get('Content-Type')).toMatch(/^text\/html/)
  })
})

describe('an address', () => {
  test.each(['/', '/nothing', '/api/', '/api/grades/v1/gradebook/nothing-like-a-key/', '/api/grades/v9/'])(
    'that nobody knows is an HTML page: %s',
    async (path) => {
      const response = await server.ask(path)
      expect(response.status).toBe(404)
      expect(await response.text()).toContain('Not Found')
    },
  )

  test('takes a course key encoded or as it is, and an old key with its slashes', async () => {
    const encoded = `/api/grades/v1/gradebook/${encodeURIComponent(COURSE)}/`
    expect(await server.json(`${encoded}?page_size=1`)).toMatchObject({ results: [{}] })
    expect(await server.json('/api/grades/v1/gradebook/edX/Stats101/2013_Spring/')).toHaveProperty('results')
  })
})

describe('a method', () => {
  test('that is not there is refused, with those that are', async () => {
    const response = await server.ask(GRADEBOOK, { method: 'PUT', as: 'instructor' })
    expect(response.status).toBe(405)
    expect(response.headers.get('Allow')).toBe('GET, HEAD, OPTIONS')
    expect(await response.json()).toEqual({ developer_message: 'Method "PUT" not allowed.' })
    const nobody = await server.ask(GRADEBOOK, { method: 'PUT', as: 'nobody' })
    expect(nobody.status).toBe(401)
  })

  test('HEAD is GET without the body', async () => {
    const response = await server.ask('/api/user/v1/me', { method: 'HEAD' })
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Length')).toBe(String('{"username":"nuria.haddad"}'.length))
    expect(await response.text()).toBe('')
  })
})

function save(headers: Record<string, string>): Promise<Response> {
  return server.ask(`${GRADEBOOK}bulk-update`, { body: [], headers: { ...SESSION, ...headers } })
}

describe('a session', () => {
  test('that writes must show the token that the server gave', async () => {
    const missing = await save({})
    expect(missing.status).toBe(403)
    expect(await missing.json()).toEqual({ developer_message: 'CSRF Failed: CSRF token missing.' })
    expect((await save({ 'X-CSRFToken': 'made up' })).status).toBe(403)

    const given = await server.ask('/csrf/api/v1/token')
    const { csrfToken } = (await given.json()) as { csrfToken: string }
    expect(csrfToken).toMatch(/^[A-Za-z0-9]{64}$/)
    expect(given.headers.get('Set-Cookie')).toMatch(new RegExp(`^csrftoken=${csrfToken}; Path=/;`))
    const cookies = { Cookie: `${SESSION.Cookie}; csrftoken=${csrfToken}` }
    expect((await save({ ...cookies, 'X-CSRFToken': csrfToken })).status).toBe(202)
  })

  test('is refreshed without a token, as long as there is one', async () => {
    const alive = await server.ask('/login_refresh', { method: 'POST', headers: SESSION })
    expect(alive.status).toBe(200)
    expect(await alive.json()).toMatchObject({ success: true, expires: expect.any(String) })
    const gone = await server.ask('/login_refresh', {
      method: 'POST',
      headers: { Cookie: 'sessionid=mock-nobody' },
    })
    expect(gone.status).toBe(401)
    expect(await gone.json()).toBe('Unauthorized')
  })

  test('is not needed with a token of one’s own', async () => {
    for (const scheme of ['Bearer', 'JWT']) {
      const headers = { Authorization: `${scheme} mock-limited-staff` }
      expect(await server.json('/api/user/v1/me', 200, { headers })).toEqual({ username: 'jonas.eriksen' })
      expect((await server.ask(`${GRADEBOOK}bulk-update`, { body: [], headers })).status).toBe(202)
    }
  })
})

describe('what goes over the wire', () => {
  test('is gzipped for those who take it', async () => {
    const zipped = await server.ask(GRADEBOOK, { headers: { 'Accept-Encoding': 'br, gzip' } })
    expect(zipped.headers.get('Content-Encoding')).toBe('gzip')
    expect(zipped.headers.get('Vary')).toContain('Accept-Encoding')
    expect(Number(zipped.headers.get('Content-Length'))).toBeLessThan((await zipped.text()).length / 4)
    const plain = await server.ask(GRADEBOOK, { headers: { 'Accept-Encoding': 'gzip;q=0, br' } })
    expect(plain.headers.get('Content-Encoding')).toBeNull()
  })

  test('may be strange, and the server lives on', async () => {
    const { hostname, port } = new URL(server.origin)
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const strange = rawRequest({ hostname, port, path: '/%E0%A4%A/x', method: 'GET' }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
      strange.once('error', reject).end()
    })
    expect(status).toBe(404)
    expect((await server.ask('/api/user/v1/me')).status).toBe(200)
  })
})

test('nothing drifted from the contract', () => {
  expect(server.problems).toEqual([])
})
