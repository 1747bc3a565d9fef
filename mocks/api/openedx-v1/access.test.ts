import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COURSE, GRADEBOOK, type TestServer, testServer } from '#mocks/http/test-client.ts'
import type { Persona } from '#mocks/lms/model.ts'

const BLOCK = `block-v1:MITx+18.05+2026_Autumn+type@sequential+block@hw_01`
const GRADES = '/api/grades/v1'
const UNKNOWN = 'course-v1:MITx+Nothing+2026'
/** Matches the server's pattern, but is no key. */
const BROKEN = 'a+b+c'

const INCORRECT = { developer_message: 'Incorrect authentication credentials.' }
const NOT_PROVIDED = { developer_message: 'Authentication credentials were not provided.' }
const DETAIL_NOT_PROVIDED = { detail: 'Authentication credentials were not provided.' }
const NO_RIGHT = {
  developer_message: 'The requesting user does not have course author permissions.',
  error_code: 'user_permissions',
}
const BROKEN_KEY = {
  developer_message: 'The provided course key cannot be parsed.',
  error_code: 'invalid_course_key',
}
const NO_PERMISSION = { developer_message: 'You do not have permission to perform this action.' }
const NO_COURSE = {
  developer_message: 'The course does not exist.',
  error_code: 'user_or_course_does_not_exist',
}
const unknownCourse = {
  developer_message: `Requested grade for unknown course ${UNKNOWN}`,
  error_code: 'course_does_not_exist',
}

const policyOf = (key: string) => `${GRADES}/policy/courses/${key}/`
const subsectionAt = (key: string, query = '?user_id=1') => `${GRADES}/subsection/${key}/${query}`

let server: TestServer
let flagOff: TestServer
let frozen: TestServer
beforeAll(async () => {
  server = await testServer()
  flagOff = await testServer({ scenario: 'flag-off' })
  frozen = await testServer({ scenario: 'frozen' })
})
afterAll(() => Promise.all([server, flagOff, frozen].map((one) => one.close())))

describe('nobody', () => {
  test.each([
    [GRADEBOOK, INCORRECT],
    [`${GRADEBOOK}?username=x`, INCORRECT],
    [`${GRADEBOOK}grading-info`, NOT_PROVIDED],
    [`${GRADES}/courses/${COURSE}/`, INCORRECT],
    [`${GRADES}/courses/?course_id=x`, INCORRECT],
    [`${GRADES}/policy/courses/${BROKEN}/`, INCORRECT],
    [`${GRADES}/subsection/${BLOCK}/?user_id=1`, INCORRECT],
    [`/api/cohorts/v1/courses/${COURSE}/cohorts/`, NOT_PROVIDED],
    ['/api/enrollment/v1/enrollment', DETAIL_NOT_PROVIDED],
    ['/api/enrollment/v1/roles/', DETAIL_NOT_PROVIDED],
    ['/api/user/v1/me', DETAIL_NOT_PROVIDED],
    [`/api/course_home/progress/${COURSE}`, DETAIL_NOT_PROVIDED],
  ])('gets 401 from %s', async (path, body) => {
    expect(await server.json(path, 401, { as: 'nobody' })).toEqual(body)
  })

  test('may not write, and is asked for no token first', async () => {
    expect(await server.json(`${GRADEBOOK}bulk-update`, 401, { as: 'nobody', body: [] })).toEqual(INCORRECT)
    const session = { headers: { Cookie: 'sessionid=mock-nobody' }, body: [] }
    expect(await server.json(`${GRADEBOOK}bulk-update`, 401, session)).toEqual(INCORRECT)
  })

  test.each([
    `/api/enrollment/v1/course/${COURSE}`,
    `/api/course_home/course_metadata/${COURSE}`,
    '/api/courses/v1/courses/',
    '/csrf/api/v1/token',
  ])('may read %s', async (path) => {
    expect((await server.ask(path, { as: 'nobody' })).status).toBe(200)
  })
})

describe('the gradebook checks, in this order,', () => {
  test('the key, the course, the flag, the right', async () => {
    const learner = { as: 'learner' } as const
    expect(await server.json(`${GRADES}/gradebook/${BROKEN}/`, 404, learner)).toEqual(BROKEN_KEY)
    expect(await server.json(`${GRADES}/gradebook/${UNKNOWN}/`, 404, learner)).toEqual(unknownCourse)
    expect(await flagOff.json(GRADEBOOK, 403, learner)).toEqual({
      developer_message: 'The writable gradebook feature is not enabled for this course.',
      error_code: 'feature_not_enabled',
    })
    expect(await server.json(GRADEBOOK, 403, learner)).toEqual(NO_RIGHT)
  })

  test('and for writing, whether grades are frozen; then the body', async () => {
    const broken = { body: '{', headers: { 'Content-Type': 'text/plain' } }
    const path = `${GRADEBOOK}bulk-update`
    expect(await frozen.json(path, 403, { ...broken, as: 'learner' })).toEqual(NO_RIGHT)
    expect(await frozen.json(path, 403, { ...broken, as: 'instructor' })).toEqual({
      developer_message: 'Grades are frozen for this course.',
      error_code: 'grades_frozen',
    })
    expect((await frozen.ask(GRADEBOOK)).status).toBe(200)
    expect(await server.json(path, 415, { ...broken, as: 'instructor' })).toEqual({
      developer_message: 'Unsupported media type "text/plain" in request.',
    })
  })

  test.each<[Persona, number]>([
    ['instructor', 200],
    ['limited-staff', 200],
    ['global-staff', 200],
    ['learner', 403],
    ['stranger', 403],
    ['nobody', 401],
  ])('who may read it: %s gets %i', async (as, status) => {
    expect((await server.ask(GRADEBOOK, { as })).status).toBe(status)
  })
})

describe('grading-info', () => {
  test('needs author access but no flag', async () => {
    expect(await flagOff.json(`${GRADEBOOK}grading-info`)).toHaveProperty('assignment_types')
    expect(await server.json(`${GRADEBOOK}grading-info`, 403, { as: 'learner' })).toEqual(NO_RIGHT)
  })

  test('crashes for a course that leads nowhere, where one could be let in', async () => {
    for (const key of [BROKEN, UNKNOWN]) {
      const path = `${GRADES}/gradebook/${key}/grading-info`
      expect((await server.ask(path, { as: 'global-staff' })).status).toBe(500)
      expect(await server.json(path, 403, { as: 'instructor' })).toEqual(NO_RIGHT)
    }
  })
})

describe('the policy', () => {
  test('says 400 for a broken key, 403 before 404 for an unknown course', async () => {
    expect(await server.json(policyOf(BROKEN), 400)).toEqual(BROKEN_KEY)
    expect(await server.json(policyOf(UNKNOWN), 403)).toEqual(NO_COURSE)
    expect(await server.json(policyOf(UNKNOWN), 404, { as: 'global-staff' })).toEqual(NO_COURSE)
    expect(await server.json(policyOf(COURSE), 403, { as: 'learner' })).toEqual(NO_COURSE)
  })
})

describe('the course totals', () => {
  test('are for site staff; everybody may ask about themselves, by path and by query', async () => {
    const list = `${GRADES}/courses/${COURSE}/`
    const byQuery = `${GRADES}/courses/?course_id=${encodeURIComponent(COURSE)}`
    const { username } = (await server.json('/api/user/v1/me', 200, { as: 'learner' })) as {
      username: string
    }
    for (const as of ['instructor', 'learner'] as const) {
      expect(await server.json(list, 403, { as })).toEqual(NO_PERMISSION)
      expect(await server.json(byQuery, 403, { as })).toEqual(NO_PERMISSION)
    }
    expect(await server.json(`${list}?username=x`, 403, { as: 'learner' })).toEqual(NO_PERMISSION)
    const own = await server.json(`${list}?username=${username.toUpperCase()}`, 404, { as: 'learner' })
    expect(own).toMatchObject({ error_code: 'user_does_not_exist' })
    expect(await server.json(`${list}?username=${username}`, 200, { as: 'learner' })).toEqual([
      {
        username,
        email: '',
        course_id: COURSE,
        passed: expect.any(Boolean),
        percent: expect.any(Number),
        letter_grade: expect.anything(),
      },
    ])
    expect(await server.json(`${byQuery}&username=${username}`, 200, { as: 'learner' })).toHaveLength(1)
    expect(await server.json(`${byQuery}&page_size=3`, 200, { as: 'global-staff' })).toMatchObject({
      next: expect.stringContaining('cursor='),
      previous: null,
      results: [{ course_id: COURSE }, {}, {}],
    })
  })

  test('need a course', async () => {
    const staff = { as: 'global-staff' } as const
    expect(await server.json(`${GRADES}/courses/`, 404, staff)).toEqual(BROKEN_KEY)
    expect(await server.json(`${GRADES}/courses/${UNKNOWN}/`, 404, staff)).toEqual(unknownCourse)
  })
})

describe('a subsection', () => {
  test('checks the key, the right, the user', async () => {
    expect(await server.json(subsectionAt('nonsense'), 404, { as: 'learner' })).toEqual({
      developer_message: 'Invalid UsageKey',
      error_code: 'invalid_usage_key',
    })
    expect(await server.json(subsectionAt(BLOCK, '?user_id=x'), 403, { as: 'learner' })).toEqual(NO_RIGHT)
    expect(await server.json(subsectionAt(BLOCK, '?user_id=x'), 404)).toEqual({
      developer_message: 'Invalid UserID',
      error_code: 'invalid_user_id',
    })
    expect(await server.json(subsectionAt(BLOCK, '?user_id=987654321'), 404)).toEqual({
      developer_message: 'User matching query does not exist.',
    })
  })

  test.each(['', '?user_id=11&history_record_limit=-1'])('crashes over “%s”', async (query) => {
    expect((await server.ask(subsectionAt(BLOCK, query))).status).toBe(500)
  })
})

test('nothing drifted from the contract', () => {
  expect([server, flagOff, frozen].flatMap(({ problems }) => problems)).toEqual([])
})
