import { expect, test } from 'vitest'
import { serverForEach } from '#mocks/api/under-test.ts'
import { COURSE } from '#mocks/http/test-client.ts'

const server = serverForEach('global-staff', { scenario: 'credit' })
const path = (username: string, course = COURSE): string =>
  `/api/credit/v1/eligibility/?username=${username}&course_key=${encodeURIComponent(course)}`

test('who met all requirements may ask for credit, until the deadline', async () => {
  expect(await server.json(path('credit-eligible'))).toEqual([
    { username: 'credit-eligible', course_key: COURSE, deadline: '2026-12-30T09:00:00Z' },
  ])
})

test.each([
  'credit-partly-eligible',
  'credit-not-eligible-exam-failed',
  'credit-eligible-deadline-passed',
  'credit-not-in-a-credit-track',
  'no.one',
])('%s may not', async (username) => {
  expect(await server.json(path(username))).toEqual([])
})

test('no course of another name gives any', async () => {
  expect(await server.json(path('credit-eligible', 'course-v1:a+b+c'))).toEqual([])
  expect(await server.json(path('credit-eligible', 'nonsense'), 400)).toEqual({
    detail: '[nonsense] is not a valid course key.',
  })
})

test('name and course are both needed', async () => {
  const words = { detail: 'Both the course_key and username querystring parameters must be supplied.' }
  for (const query of ['', '?username=credit-eligible', `?course_key=${encodeURIComponent(COURSE)}`]) {
    expect(await server.json(`/api/credit/v1/eligibility/${query}`, 400)).toEqual(words)
  }
})

test('learners ask for themselves', async () => {
  expect(await server.json(path('credit-partly-eligible'), 200, { as: 'learner' })).toEqual([])
  expect(await server.json(path('credit-eligible'), 403, { as: 'learner' })).toEqual({
    detail: 'You do not have permission to perform this action.',
  })
  expect((await server.ask(path('credit-eligible'), { as: 'nobody' })).status).toBe(401)
})
