import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GRADEBOOK, type TestServer, testServer } from './test-client.ts'

const BULK = `${GRADEBOOK}bulk-update`
const FRONT_END = 'http://localhost:1994'
const ELSEWHERE = 'https://elsewhere.example'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

function preflight(origin: string): Promise<Response> {
  return server.ask(BULK, {
    method: 'OPTIONS',
    headers: {
      Origin: origin,
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'content-type,use-jwt-cookie,x-csrftoken',
    },
  })
}

describe('a front end on another port', () => {
  test('may send its headers and its credentials', async () => {
    const asked = await preflight(FRONT_END)
    expect(asked.status).toBe(204)
    expect(asked.headers.get('Access-Control-Allow-Origin')).toBe(FRONT_END)
    expect(asked.headers.get('Access-Control-Allow-Credentials')).toBe('true')
    expect(asked.headers.get('Access-Control-Allow-Methods')).toContain('POST')
    const allowed = asked.headers.get('Access-Control-Allow-Headers')?.toLowerCase().split(', ')
    expect(allowed).toEqual(expect.arrayContaining(['content-type', 'use-jwt-cookie', 'x-csrftoken']))
  })

  test('may read the answer, and how long to wait', async () => {
    const answer = await server.ask('/api/user/v1/me', { headers: { Origin: FRONT_END } })
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe(FRONT_END)
    expect(answer.headers.get('Access-Control-Expose-Headers')).toContain('Retry-After')
    expect(answer.headers.get('Vary')).toContain('Origin')
  })

  test('may write with the token that the server gave it', async () => {
    const { csrfToken } = (await server.json('/csrf/api/v1/token')) as { csrfToken: string }
    const headers = { Origin: FRONT_END, 'X-CSRFToken': csrfToken }
    expect((await server.ask(BULK, { body: [], headers })).status).toBe(202)
  })
})

describe('a page of another host', () => {
  test.each([ELSEWHERE, 'null', 'http://localhost.elsewhere.example'])(
    'may read nothing: %s',
    async (origin) => {
      expect((await preflight(origin)).headers.get('Access-Control-Allow-Origin')).toBeNull()
      const answer = await server.ask('/api/user/v1/me', { headers: { Origin: origin } })
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull()
      expect(answer.headers.get('Access-Control-Allow-Credentials')).toBeNull()
    },
  )

  test('may not write, even with a token', async () => {
    const { csrfToken } = (await server.json('/csrf/api/v1/token')) as { csrfToken: string }
    const headers = { Origin: ELSEWHERE, 'X-CSRFToken': csrfToken }
    expect(await server.json(BULK, 403, { body: [], headers })).toEqual({
      developer_message: `CSRF Failed: Origin checking failed - ${ELSEWHERE} does not match any trusted origins.`,
    })
  })
})

test('without an origin nothing is said about origins', async () => {
  const answer = await server.ask('/api/user/v1/me')
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull()
})
