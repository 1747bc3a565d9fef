import { createIntl } from 'react-intl'
import { describe, expect, test } from 'vitest'
import { LmsError, type LmsErrorDetails, type LmsErrorKind, type LmsErrorReason } from '#src/lms/errors.ts'
import { errorWords } from './error-words.ts'
import { loadLanguage } from './messages.ts'

const { locale, messages } = await loadLanguage(['en-GB'])
const intl = createIntl({ locale, messages, onError: (problem) => expect.fail(problem.message) })
const words = (kind: LmsErrorKind, details?: LmsErrorDetails) => errorWords(intl, new LmsError(kind, details))

/** Each reason with the kind that it comes with. */
const KIND_OF: Record<LmsErrorReason, LmsErrorKind> = {
  frozen: 'forbidden',
  'flag-off': 'forbidden',
  'no-right': 'forbidden',
  csrf: 'forbidden',
  'no-course': 'not-found',
  'no-learner': 'not-found',
  'no-subsection': 'not-found',
  'no-cohort': 'not-found',
  'not-enrolled': 'forbidden',
  'bad-cursor': 'not-found',
  'too-many': 'unavailable',
  'too-large': 'invalid',
  offline: 'unavailable',
  dropped: 'unavailable',
  timeout: 'unavailable',
  server: 'unavailable',
  html: 'unavailable',
  method: 'unsupported',
  'media-type': 'unsupported',
}
const reasons = Object.entries(KIND_OF) as [LmsErrorReason, LmsErrorKind][]

describe('a failure in words', () => {
  test('each reason has words of its own, and says what one can do', () => {
    const said = reasons.map(([reason, kind]) => words(kind, { reason }))
    expect(new Set(said.map(({ title }) => title)).size).toBe(reasons.length)
    expect(new Set(said.map(({ text }) => text)).size).toBe(reasons.length)
    for (const { title, text } of said) {
      expect(title).toMatch(/^[A-Z][^.]+$/)
      expect(text).toMatch(/^[A-Z].+\.$/)
    }
  })

  test.each<[LmsErrorKind, LmsErrorReason, string]>([
    ['unsupported', 'method', 'The server does not allow this'],
    ['unsupported', 'media-type', 'The server does not take this format'],
    ['invalid', 'too-large', 'That is too much at once'],
    ['not-found', 'no-subsection', 'Assignment not found'],
    ['not-found', 'bad-cursor', 'The list has changed'],
  ])('%s, %s: %s', (kind, reason, title) => {
    expect(words(kind, { reason }).title).toBe(title)
  })

  test('a learner who is not known may have been asked for by name or by id', () => {
    expect(words('not-found', { reason: 'no-learner' }).text).not.toMatch(/username/i)
  })

  test.each<[LmsErrorKind, string]>([
    ['unavailable', 'The server sent a page instead of data'],
    ['not-found', 'Not found'],
    ['unauthenticated', 'Sign in to continue'],
    ['forbidden', 'You do not have permission'],
  ])('a page of HTML, %s: %s', (kind, title) => {
    expect(words(kind, { reason: 'html' }).title).toBe(title)
  })

  test.each([
    [undefined, 'There were too many requests. Wait a moment, then try again.'],
    [1, 'There were too many requests. Try again in 1 second.'],
    [30, 'There were too many requests. Try again in 30 seconds.'],
  ])('a pause of %s seconds', (retryAfter, text) => {
    expect(words('unavailable', { reason: 'too-many', retryAfter }).text).toBe(text)
  })
})

describe('the small print', () => {
  const endpoint = 'GET /api/x'

  test('quotes the server', () => {
    const { detail } = words('invalid', { endpoint, status: 400, serverMessage: 'Bad <i>value</i>' })
    expect(detail).toBe('The server says: “Bad <i>value</i>”')
  })

  test('names endpoint and status, as far as they are known', () => {
    expect(words('unavailable', { reason: 'server', endpoint, status: 502 }).detail).toBe('GET /api/x · 502')
    expect(words('unavailable', { reason: 'dropped', endpoint }).detail).toBe('GET /api/x')
    expect(words('unavailable').detail).toBeNull()
  })

  test('does not quote the server about a cohort: it would name a table', () => {
    const serverMessage = 'CourseUserGroup matching query does not exist.'
    expect(
      words('not-found', { reason: 'no-cohort', endpoint, status: 404, serverMessage }).detail,
    ).toBeNull()
  })

  test('says where an answer is not what was agreed', () => {
    const details = { endpoint, field: 'results.0.percent', expected: 'number', received: 'string' }
    expect(words('contract', details).detail).toBe(
      'GET /api/x: results.0.percent should be number, but string came.',
    )
  })

  test('of a fault of our own is its message', () => {
    expect(errorWords(intl, new TypeError('x is undefined'))).toMatchObject({
      title: 'Something went wrong',
      detail: 'x is undefined',
    })
    expect(errorWords(intl, 'thrown text').detail).toBeNull()
  })
})
