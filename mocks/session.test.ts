import { describe, expect, test } from 'vitest'
import type { Account } from '#mocks/lms/model.ts'
import { JWT_COOKIE, JWT_SIGNATURE_COOKIE } from './jwt.ts'
import { csrfFailure, csrfTokenOf, identify, jwtCookies, signInCookies } from './session.ts'

function by(authorization: string | null, sessionid?: string) {
  return identify(
    new Headers(authorization === null ? {} : { Authorization: authorization }),
    sessionid === undefined ? {} : { sessionid },
    'instructor',
    0,
  )
}

describe('who is asking', () => {
  test.each(['Bearer mock-learner', 'JWT mock-learner', 'bearer mock-learner'])('is told by “%s”', (text) => {
    expect(by(text)).toEqual({ persona: 'learner', bySession: false })
  })

  test('is nobody for a token that says nothing', () => {
    expect(by('Bearer secret')).toEqual({ persona: 'nobody', bySession: false })
    expect(by('Bearer mock-king')).toEqual({ persona: 'nobody', bySession: false })
  })

  test('is told by a token before the cookie, by the cookie before the default', () => {
    expect(by('JWT mock-learner', 'mock-stranger').persona).toBe('learner')
    expect(by(null, 'mock-stranger')).toEqual({ persona: 'stranger', bySession: true })
    expect(by(null)).toEqual({ persona: 'instructor', bySession: true })
  })

  test('is not told by the session cookie of another program on the same host', () => {
    expect(by(null, 'k3j2h5').persona).toBe('instructor')
  })
})

describe('a token in two cookies', () => {
  const NOW = 1_800_000_000_000
  const account: Account = {
    id: 14,
    username: 'tomasz.zielinski',
    email: 'tomasz@example.edu',
    name: 'Tomasz Zieliński',
    globalStaff: false,
  }
  const cookies = cookiesOf(jwtCookies('stranger', account, NOW))
  const ask = (headers: Record<string, string>, more: Record<string, string> = {}, now = NOW) =>
    identify(new Headers({ Cookie: 'there are some', ...headers }), { ...cookies, ...more }, 'nobody', now)
  const wanted = { 'USE-JWT-COOKIE': 'true' }
  const nobody = { persona: 'nobody', bySession: true }

  test('tells a script who is signed in, and until when', () => {
    const [, payload = ''] = cookies[JWT_COOKIE]?.split('.') ?? []
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({
      user_id: 14,
      preferred_username: 'tomasz.zielinski',
      email: 'tomasz@example.edu',
      name: 'Tomasz Zieliński',
      administrator: false,
      roles: [],
      iat: NOW / 1000,
      exp: NOW / 1000 + 3600,
    })
  })

  test('hides its signature from scripts', () => {
    const [readable, hidden] = jwtCookies('stranger', account, NOW)
    expect(readable).toMatch(
      /^edx-jwt-cookie-header-payload=[\w-]+\.[\w-]+; Path=\/; Max-Age=3600; SameSite=Lax$/,
    )
    expect(hidden).toMatch(/^edx-jwt-cookie-signature=\w+; HttpOnly; Path=\/;/)
  })

  test('says who is asking where the request wants it read', () => {
    expect(ask(wanted)).toEqual({ persona: 'stranger', bySession: true })
    expect(ask({})).toEqual(nobody)
    expect(ask({ 'USE-JWT-COOKIE': 'false' })).toEqual(nobody)
  })

  test('gives way to a token in the header, and to a session', () => {
    expect(ask({ ...wanted, Authorization: 'JWT mock-learner' }).persona).toBe('learner')
    expect(ask(wanted, { sessionid: 'mock-instructor' }).persona).toBe('instructor')
    expect(ask(wanted, { sessionid: 'of something else' }).persona).toBe('stranger')
  })

  test('says nothing once it is too old, changed, or half', () => {
    expect(ask(wanted, {}, NOW + 3_599_999).persona).toBe('stranger')
    expect(ask(wanted, {}, NOW + 3_600_000)).toEqual(nobody)
    const changed = Buffer.from(JSON.stringify({ sub: 'mock-global-staff', exp: 9e9 })).toString('base64url')
    expect(ask(wanted, { [JWT_COOKIE]: `e30.${changed}` })).toEqual(nobody)
    expect(ask(wanted, { [JWT_SIGNATURE_COOKIE]: '' })).toEqual(nobody)
    expect(ask(wanted, { [JWT_COOKIE]: '' })).toEqual(nobody)
  })

  test('is taken away together with the session', () => {
    const gone = signInCookies('nobody', null, NOW)
    expect(cookiesOf(gone)).toEqual({
      sessionid: 'mock-nobody',
      [JWT_COOKIE]: '',
      [JWT_SIGNATURE_COOKIE]: '',
    })
    expect(gone.slice(1).every((cookie) => cookie.includes('Max-Age=0'))).toBe(true)
  })
})

function cookiesOf(lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(lines.map((line) => line.split(';')[0]?.split('=') ?? []))
}

describe('a CSRF token', () => {
  test('has 64 letters and digits, the same for the same world', () => {
    expect(csrfTokenOf('one')).toMatch(/^[A-Za-z0-9]{64}$/)
    expect(csrfTokenOf('one')).toBe(csrfTokenOf('one'))
    expect(csrfTokenOf('one')).not.toBe(csrfTokenOf('two'))
  })

  const failure = (headers: Record<string, string>, csrftoken?: string) =>
    csrfFailure(new Headers(headers), { csrftoken }, 'of the world')

  test('must come as a header and agree with the cookie', () => {
    const Cookie = 'there are some'
    expect(failure({ Cookie }, 'a')).toBe('CSRF Failed: CSRF token missing.')
    expect(failure({ Cookie, 'X-CSRFToken': 'a' })).toBe('CSRF Failed: CSRF cookie not set.')
    expect(failure({ Cookie, 'X-CSRFToken': 'b' }, 'a')).toMatch(/^CSRF Failed: .* incorrect\.$/)
    expect(failure({ Cookie, 'X-CSRFToken': 'a' }, 'a')).toBeNull()
  })

  test('is the world’s own where no cookies are sent', () => {
    expect(failure({})).toBe('CSRF Failed: CSRF token missing.')
    expect(failure({ 'X-CSRFToken': 'made up' })).toMatch(/incorrect\.$/)
    expect(failure({ 'X-CSRFToken': 'of the world' })).toBeNull()
  })
})
