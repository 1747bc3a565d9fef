import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GRADEBOOK, type TestServer, testServer } from '#mocks/http/test-client.ts'
import { PAGE, TEXTS, detail, due, outcomeOf, refused, told } from './rows.ts'

// Who is asking, by token, by session, by JWT cookies; and what a cookie needs to write.

const BULK = `${GRADEBOOK}bulk-update`
const MISSING = refused('CSRF Failed: CSRF token missing.')

let server: TestServer
let csrfToken: string
let jwt: string
beforeAll(async () => {
  server = await testServer({ user: 'nobody' })
  const token = (await server.json('/csrf/api/v1/token')) as { csrfToken: string }
  csrfToken = token.csrfToken
  const renewed = await refresh({ Cookie: 'sessionid=mock-instructor' })
  jwt = renewed.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
})
afterAll(() => server.close())

function refresh(headers: Record<string, string>): Promise<Response> {
  return server.ask('/login_refresh', { method: 'POST', headers })
}

async function me(headers: Record<string, string>): Promise<unknown> {
  const response = await server.ask('/api/user/v1/me', { headers })
  return response.ok ? ((await response.json()) as { username: string }).username : response.status
}

async function save(headers: Record<string, string>): Promise<readonly [number, unknown]> {
  const response = await server.ask(BULK, { body: [], headers })
  return [response.status, await response.json()]
}

describe('a token', () => {
  test.each([
    ['Bearer mock-instructor', 'nuria.haddad'],
    ['JWT mock-limited-staff', 'jonas.eriksen'],
    ['Bearer mock-king', 401],
    ['Bearer secret', 401],
  ])('%s: %s', async (Authorization, username) => {
    expect(await me({ Authorization })).toBe(username)
  })

  test('writes without a CSRF token, whatever cookies come along', async () => {
    const Cookie = 'sessionid=mock-learner'
    expect(await save({ Authorization: 'JWT mock-instructor', Cookie })).toEqual([202, []])
  })
})

describe('a session', () => {
  const Cookie = 'sessionid=mock-instructor'

  test('says who is asking', async () => {
    expect(await me({ Cookie })).toBe('nuria.haddad')
    expect(await me({ Cookie: 'sessionid=mock-nobody' })).toBe(401)
  })

  test('writes with the CSRF token in a header only', async () => {
    expect(await save({ Cookie })).toEqual([403, MISSING])
    expect(await save({ Cookie: `${Cookie}; csrftoken=${csrfToken}` })).toEqual([403, MISSING])
    expect(await save({ Cookie, 'X-CSRFToken': csrfToken })).toEqual([
      403,
      refused('CSRF Failed: CSRF cookie not set.'),
    ])
    const both = { Cookie: `${Cookie}; csrftoken=${csrfToken}` }
    expect(await save({ ...both, 'X-CSRFToken': 'made up' })).toEqual([
      403,
      refused("CSRF Failed: CSRF token from the 'X-Csrftoken' HTTP header incorrect."),
    ])
    expect(await save({ ...both, 'X-CSRFToken': csrfToken })).toEqual([202, []])
  })
})

describe('JWT cookies', () => {
  const wanted = { 'USE-JWT-COOKIE': 'true' }

  test('say who is asking, where the request wants them read', async () => {
    expect(await me({ Cookie: jwt, ...wanted })).toBe('nuria.haddad')
    expect(await me({ Cookie: jwt })).toBe(401)
    expect(await me({ Cookie: jwt.split('; ')[0] ?? '', ...wanted })).toBe(401)
  })

  test('need the CSRF token to write, too', async () => {
    expect(await save({ Cookie: jwt, ...wanted })).toEqual([403, MISSING])
    const Cookie = `${jwt}; csrftoken=${csrfToken}`
    expect(await save({ Cookie, ...wanted, 'X-CSRFToken': csrfToken })).toEqual([202, []])
  })
})

describe('login_refresh', () => {
  test('renews the cookies, without a CSRF token', async () => {
    const renewed = await refresh({ Cookie: 'sessionid=mock-learner' })
    expect(renewed.status).toBe(200)
    const body = (await renewed.json()) as Record<string, number | string | boolean>
    expect(body).toEqual({
      success: true,
      response_epoch_seconds: expect.any(Number),
      response_http_date: expect.stringMatching(/ GMT$/),
      expires: expect.stringMatching(/Z$/),
      expires_epoch_seconds: Number(body['response_epoch_seconds']) + 3600,
    })
    expect(renewed.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^edx-jwt-cookie-header-payload=[\w-]+\.[\w-]+; (?!.*HttpOnly)/),
      expect.stringMatching(/^edx-jwt-cookie-signature=[\w-]+; .*HttpOnly/),
    ])
  })

  test('refuses nobody with a JSON string, and takes the cookies away', async () => {
    const refused = await refresh({})
    expect([refused.status, await refused.json()]).toEqual([401, 'Unauthorized'])
    expect(refused.headers.getSetCookie().every((line) => line.includes('Max-Age=0'))).toBe(true)
  })
})

describe('everything around', () => {
  test.each(
    told([
      ['nobody', 'GET /csrf/api/v1/token', 200, { csrfToken: expect.stringMatching(/^[A-Za-z0-9]{64}$/) }],
      ['nobody', 'GET /login', 200, PAGE],
      ['instructor', 'GET /dashboard', 200, PAGE],
      ['nobody', 'GET /login_refresh', 405, detail('Method "GET" not allowed.')],
      ['nobody', 'GET /api/user/v1/me', 401, detail(TEXTS.notProvided)],
      ['nobody', 'GET /api/unheard/of/', 404, PAGE],
      ['nobody', 'GET /unheard/of', 404, PAGE],
      ['instructor', 'DELETE /login', 404, PAGE],
    ]),
  )('%s', async (_, row) => {
    expect(await outcomeOf(server, row)).toEqual(due(row))
  })
})

test('nothing drifted from the contract', () => {
  expect(server.problems).toEqual([])
})
