import { describe, expect, test } from 'vitest'
import { isLocalOrigin, pathOf, safeTarget } from './origins.ts'

const LOGIN = new URL('http://localhost:8000/login?next=x')

describe('a way on after signing in', () => {
  test.each([
    ['/course-v1:a+b+c?view=points#x', 'http://localhost:8000/course-v1:a+b+c?view=points#x'],
    ['http://localhost:1994/gradebook/', 'http://localhost:1994/gradebook/'],
    ['http://127.0.0.1:2000/learning', 'http://127.0.0.1:2000/learning'],
    ['http://[::1]:2000/', 'http://[::1]:2000/'],
    ['https://apps.localhost/', 'https://apps.localhost/'],
    ['http://LOCALHOST:1994/', 'http://localhost:1994/'],
    ['http:elsewhere.example', 'http://localhost:8000/elsewhere.example'],
    ['', 'http://localhost:8000/login?next=x'],
  ])('may be %s', (next, target) => {
    expect(safeTarget(next, LOGIN)?.href).toBe(target)
  })

  test.each([
    'https://elsewhere.example/steal',
    '//elsewhere.example',
    '///elsewhere.example',
    String.raw`/\elsewhere.example`,
    String.raw`\\elsewhere.example`,
    'https:/elsewhere.example',
    '/\t/elsewhere.example',
    ' //elsewhere.example',
    'http://localhost.elsewhere.example/',
    'http://elsewhere.example/localhost',
    'http://elsewhere.example#localhost:1994',
    'http://elsewhere.example?http://localhost/',
    'http://localhost@elsewhere.example/',
    'http://localhost:1994@elsewhere.example/',
    'http://elsewhere.example@localhost:1994/',
    'http://user:secret@localhost:1994/',
    String.raw`http://elsewhere.example\@localhost:1994/`,
    'http://notlocalhost/',
    'http://localhost./',
    'http://127.0.0.1.elsewhere.example/',
    'http://128.0.0.1/',
    'ftp://localhost/',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'blob:http://localhost:8000/1',
    'file:///etc/passwd',
    'http://',
    'http://[',
  ])('may not be %j', (next) => {
    expect(safeTarget(next, LOGIN)).toBeNull()
  })

  test('is absent where none is asked for', () => {
    expect(safeTarget(null, LOGIN)).toBeNull()
  })

  test('keeps to this host, however its path begins', () => {
    for (const next of ['http://localhost:8000//elsewhere.example/x?y#z', '/.//elsewhere.example/x?y#z']) {
      const target = safeTarget(next, LOGIN)
      expect(target && pathOf(target)).toBe('/elsewhere.example/x?y#z')
    }
  })
})

describe('an origin', () => {
  test.each([
    'http://localhost:1994',
    'https://localhost',
    'http://127.0.0.1:2000',
    'http://apps.localhost:80',
  ])('of this machine is %s', (origin) => {
    expect(isLocalOrigin(new URL(origin).origin)).toBe(true)
  })

  test.each([
    'null',
    '',
    'localhost',
    'http://localhost/',
    'http://localhost:1994/page',
    'http://localhost.elsewhere.example',
    'https://elsewhere.example',
    'file://',
    'chrome-extension://localhost',
  ])('of this machine is not %j', (origin) => {
    expect(isLocalOrigin(origin)).toBe(false)
  })
})
