import { describe, expect, test } from 'vitest'
import { linksTo } from './links.ts'

const links = (loginUrl = '/login', baseUrl = 'https://lms.example.com', logoutUrl = '/logout') =>
  linksTo({ baseUrl, loginUrl, logoutUrl })

describe('signing in', () => {
  test('comes back to where one was', () => {
    expect(links().signIn('https://apps.example.com/gradebook/c?search=a&b')).toBe(
      'https://lms.example.com/login?next=https%3A%2F%2Fapps.example.com%2Fgradebook%2Fc%3Fsearch%3Da%26b',
    )
  })

  test('keeps what the address of the sign-in page says already, and a server below a path', () => {
    expect(links('/login?theme=x', 'https://example.com/lms').signIn('https://a.example/')).toBe(
      'https://example.com/lms/login?theme=x&next=https%3A%2F%2Fa.example%2F',
    )
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', 'not a url'])('never comes back to %s', (next) => {
    expect(links().signIn(next)).toBe('https://lms.example.com/login')
  })

  test.each(['https://evil.example/login', '//evil.example', '\\\\evil.example', 'javascript:alert(1)'])(
    'at %s is refused',
    (loginUrl) => {
      expect(() => links(loginUrl)).toThrow('loginUrl')
    },
  )

  test.each(['https://lms.example.com/login', 'login', '/login', '/\\evil.example'])(
    'at %s stays on the LMS',
    (loginUrl) => {
      expect(new URL(links(loginUrl).signIn('')).origin).toBe('https://lms.example.com')
    },
  )
})

describe('signing out', () => {
  test('stands where the configuration says, on a server below a path too', () => {
    expect(links().signOut()).toBe('https://lms.example.com/logout')
    expect(links('/login', 'https://example.com/lms').signOut()).toBe('https://example.com/lms/logout')
    expect(links('/login', 'https://example.com/lms', 'https://example.com/bye?a=b').signOut()).toBe(
      'https://example.com/bye?a=b',
    )
  })

  test.each(['https://evil.example/logout', '//evil.example', 'javascript:alert(1)'])(
    'at %s is refused',
    (logoutUrl) => {
      expect(() => links('/login', 'https://lms.example.com', logoutUrl)).toThrow('logoutUrl')
    },
  )
})

test('no id leads elsewhere', () => {
  const to = links()
  expect(to.profile?.('ada')).toBe('https://lms.example.com/u/ada')
  expect(to.profile?.('//evil.example?a#b')).toBe('https://lms.example.com/u/%2F%2Fevil.example%3Fa%23b')
  expect(to.profile?.('a..b.')).toBe('https://lms.example.com/u/a..b.')
  expect(to.course?.('course-v1:a+b+c')).toBe('https://lms.example.com/courses/course-v1%3Aa%2Bb%2Bc/')
  expect(to.subsection?.('course-v1:a+b+c', 'block-v1:a+b+c+type@sequential+block@x')).toBe(
    'https://lms.example.com/courses/course-v1%3Aa%2Bb%2Bc/jump_to/block-v1%3Aa%2Bb%2Bc%2Btype%40sequential%2Bblock%40x',
  )
})

test.each(['..', '.', '', '../..//evil.example', 'a/..', 'a/./b'])(
  '“%s” climbs nowhere: it is refused',
  (id) => {
    const to = links()
    const refusal = expect.objectContaining({ kind: 'not-found' })
    expect(() => to.profile?.(id)).toThrow(refusal)
    expect(() => to.course?.(id)).toThrow(refusal)
    expect(() => to.subsection?.('course-v1:a+b+c', id)).toThrow(refusal)
    expect(() => to.subsection?.(id, 'block')).toThrow(refusal)
  },
)
