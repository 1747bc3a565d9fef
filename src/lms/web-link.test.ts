import { expect, test } from 'vitest'
import { webLink } from './web-link.ts'

const LMS = 'https://lms.example.com'

test.each([
  ['https://lms.example.com/courses/x', 'https://lms.example.com/courses/x'],
  ['/certificates/1', 'https://lms.example.com/certificates/1'],
  ['https://apps.example.com/learning/course/x', 'https://apps.example.com/learning/course/x'],
  ['http://studio.example.com/settings', 'http://studio.example.com/settings'],
  ['https://example.com/', 'https://example.com/'],
  ['https://preview.lms.example.com/', 'https://preview.lms.example.com/'],
])('%s may be linked to', (address, link) => {
  expect(webLink(address, LMS)).toBe(link)
})

test.each([
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'data:text/html,x',
  'https://evil.example/',
  'https://notexample.com/',
  'https://lms.example.com.evil.example/',
  'https://lms.example.com@evil.example/',
  'https://lms.example.com:x@apps.example.com/',
  '//evil.example/x',
  'https://',
  '',
  null,
  undefined,
])('%s may not', (address) => {
  expect(webLink(address, LMS)).toBeNull()
})

test.each([
  ['https://school.co.uk', 'https://other.co.uk/'],
  ['https://localhost', 'https://evil.example/'],
  ['https://192.168.1.5', 'https://192.168.1.6/'],
  ['https://[::1]', 'https://[::2]/'],
])('beside %s stands nobody of the same house: not %s', (base, address) => {
  expect(webLink(address, base)).toBeNull()
})

test('a server of the same machine may use other ports', () => {
  expect(webLink('http://localhost:2000/learning', 'http://localhost:8000')).toBe(
    'http://localhost:2000/learning',
  )
})
