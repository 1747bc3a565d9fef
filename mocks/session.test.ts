import { describe, expect, test } from 'vitest'
import { csrfFailure, csrfTokenOf, identify } from './session.ts'

function by(authorization: string | null, sessionid?: string) {
  return identify(
    new Headers(authorization === null ? {} : { Authorization: authorization }),
    sessionid === undefined ? {} : { sessionid },
    'instructor',
  )
}

function sent(token?: string): Headers {
  return new Headers(token === undefined ? {} : { 'X-CSRFToken': token })
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

describe('a CSRF token', () => {
  test('has 64 letters and digits, the same for the same world', () => {
    expect(csrfTokenOf('one')).toMatch(/^[A-Za-z0-9]{64}$/)
    expect(csrfTokenOf('one')).toBe(csrfTokenOf('one'))
    expect(csrfTokenOf('one')).not.toBe(csrfTokenOf('two'))
  })

  test('must come as a header and agree with the cookie or the world', () => {
    expect(csrfFailure(sent(), { csrftoken: 'a' }, 'w')).toBe('CSRF Failed: CSRF token missing.')
    expect(csrfFailure(sent('b'), { csrftoken: 'a' }, 'w')).toMatch(/^CSRF Failed: .* incorrect\.$/)
    expect(csrfFailure(sent('a'), { csrftoken: 'a' }, 'w')).toBeNull()
    expect(csrfFailure(sent('w'), {}, 'w')).toBeNull()
  })
})
