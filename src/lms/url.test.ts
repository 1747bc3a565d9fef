import { describe, expect, test } from 'vitest'
import { cursorOf, urlOf } from './url.ts'

const LMS = 'https://lms.example.com'
const gradebook = { method: 'GET', path: '/api/gradebook/:courseId/' } as const

describe('paths', () => {
  test.each([
    ['course-v1:edX+DemoX+Demo', '/api/gradebook/course-v1:edX+DemoX+Demo/'],
    ['edX/DemoX/Demo_Course', '/api/gradebook/edX/DemoX/Demo_Course/'],
    [
      'block-v1:edX+D+R+type@sequential+block@a1',
      '/api/gradebook/block-v1:edX+D+R+type@sequential+block@a1/',
    ],
    ['a b?c#d&e=f%2F', '/api/gradebook/a%20b%3Fc%23d%26e%3Df%252F/'],
    ['Kurs-ü', '/api/gradebook/Kurs-%C3%BC/'],
  ])('%s', (courseId, path) => {
    expect(urlOf(LMS, gradebook, { courseId })).toBe(LMS + path)
  })

  test.each(['..', '../../admin', 'a/../b', 'a/..', '.', ''])('%j never leaves its place', (courseId) => {
    expect(() => urlOf(LMS, gradebook, { courseId })).toThrow('not-found')
  })

  test('several parameters, a server below a path, a slash that may be left out', () => {
    const endpoint = { method: 'GET', path: '/api/progress/:courseId/:learnerId/?' } as const
    expect(urlOf('https://example.com/lms', endpoint, { courseId: 'c', learnerId: '7' })).toBe(
      'https://example.com/lms/api/progress/c/7/',
    )
  })
})

const query = (values: Parameters<typeof urlOf>[3]) => urlOf('', { method: 'GET', path: '/x' }, {}, values)

describe('queries', () => {
  test('a plus sign is encoded, since a raw one would arrive as a space', () => {
    expect(query({ course_id: 'course-v1:a+b+c' })).toBe('/x?course_id=course-v1%3Aa%2Bb%2Bc')
  })

  test('names are repeated for several values; numbers and flags are written', () => {
    expect(query({ role: ['all', 'x&y'], min: 0, max: 99.5, only: true })).toBe(
      '/x?role=all&role=x%26y&min=0&max=99.5&only=1',
    )
  })

  test('what is empty, false or undefined is left out', () => {
    expect(query({ a: '', b: undefined, c: false, d: [] })).toBe('/x')
  })
})

describe('next links', () => {
  test.each([
    ['https://lms.example.com/api/?cursor=cD0y&page_size=2', 'cD0y'],
    ['http://internal:8000/api/?page_size=2&cursor=cD01MA%3D%3D', 'cD01MA=='],
    ['https://evil.example/?cursor=cD0y#x', 'cD0y'],
    ['/api/?cursor=cD0y', 'cD0y'],
    [null, null],
  ])('of %s only the cursor is taken', (next, cursor) => {
    expect(cursorOf(next, gradebook)).toBe(cursor)
  })

  test('one without a cursor is an error, not the last page', () => {
    expect(() => cursorOf('https://lms.example.com/api/?page=2', gradebook)).toThrow(
      'contract · GET /api/gradebook/:courseId/ · next',
    )
  })
})
