import { describe, expect, test } from 'vitest'
import { serverForEach } from '#mocks/api/under-test.ts'
import { COURSE, GRADEBOOK, testServer } from '#mocks/http/test-client.ts'

const V0 = '/api/grades/v0'
const GRADE = `${V0}/course_grade/${COURSE}/users/`
const POLICY = `${V0}/policy/${COURSE}/`
const UNKNOWN = 'course-v1:MITx+Nothing+2026'

const BROKEN_KEY = {
  developer_message: 'The provided course key cannot be parsed.',
  error_code: 'invalid_course_key',
}
const NOT_THERE = {
  developer_message: 'The user, the course or both do not exist.',
  error_code: 'user_or_course_does_not_exist',
}
const MISMATCH = {
  developer_message: 'The user requested does not match the logged in user.',
  error_code: 'user_mismatch',
}

const server = serverForEach('instructor')

describe('the course grade', () => {
  test('is an array of one, of whom is named or else of the caller', async () => {
    const own = await server.json(GRADE, 200, { as: 'learner' })
    expect(own).toEqual([
      {
        username: 'amara.okafor',
        course_key: COURSE,
        passed: expect.any(Boolean),
        percent: expect.any(Number),
        letter_grade: expect.any(String),
      },
    ])
    expect(await server.json(`${GRADE}?username=amara.okafor`)).toEqual(own)
    expect(await server.json(`${GRADE}?username=amara.okafor`, 200, { as: 'learner' })).toEqual(own)
    expect(await server.json(`${GRADE}?username=`, 200, { as: 'learner' })).toEqual(own)
    expect(await server.json(GRADE)).toMatchObject([
      { username: 'nuria.haddad', percent: 0, letter_grade: null },
    ])
  })

  test('checks who asks, the key, the course, the right, the learner, the enrolment', async () => {
    const learner = { as: 'learner' } as const
    const broken = `${V0}/course_grade/a+b+c/users/?username=x`
    expect(await server.json(broken, 401, { as: 'nobody' })).toEqual({
      developer_message: 'Incorrect authentication credentials.',
    })
    expect(await server.json(broken, 404, learner)).toEqual(BROKEN_KEY)
    expect(await server.json(`${V0}/course_grade/${UNKNOWN}/users/?username=x`, 404, learner)).toEqual(
      NOT_THERE,
    )
    expect(await server.json(`${GRADE}?username=x`, 403, learner)).toEqual(MISMATCH)
    expect(await server.json(`${GRADE}?username=AMARA.OKAFOR`, 403, learner)).toEqual(MISMATCH)
    expect(await server.json(`${GRADE}?username=x`, 404)).toEqual(NOT_THERE)
    expect(await server.json(`${GRADE}?username=tomasz.zielinski`, 404)).toEqual(NOT_THERE)
    expect(await server.json(GRADE, 404, { as: 'stranger' })).toEqual(NOT_THERE)
    expect(await server.json(GRADE, 404, { as: 'global-staff' })).toEqual(NOT_THERE)
  })

  test('takes old keys, and a course whose key is percent-encoded', async () => {
    const old = `${V0}/course_grade/edX/Stats101/2013_Spring/users/`
    expect(await server.json(old, 200, { as: 'learner' })).toMatchObject([
      { course_key: 'edX/Stats101/2013_Spring' },
    ])
    const encoded = `${V0}/course_grade/${encodeURIComponent(COURSE)}/users/`
    expect(await server.json(encoded, 200, { as: 'learner' })).toMatchObject([{ course_key: COURSE }])
  })

  test('shows what was overridden in the gradebook at once', async () => {
    const [before] = (await server.json(`${GRADE}?username=amara.okafor`)) as [{ percent: number }]
    const { user_id: user, section_breakdown: cells } = (await server.json(
      `${GRADEBOOK}?username=amara.okafor`,
    )) as { user_id: number; section_breakdown: Array<{ module_id: string }> }
    const item = { user_id: user, usage_id: cells.at(-1)?.module_id, grade: { earned_graded_override: 0 } }
    await server.json(`${GRADEBOOK}bulk-update`, 202, { body: [item] })
    const [after] = (await server.json(`${GRADE}?username=amara.okafor`)) as [{ percent: number }]
    expect(after.percent).toBeLessThan(before.percent)
  })
})

describe('the policy', () => {
  test('is that of v1, for the course team', async () => {
    const v1 = await server.json(`/api/grades/v1/policy/courses/${COURSE}/`)
    for (const as of ['instructor', 'limited-staff', 'global-staff'] as const) {
      expect(await server.json(POLICY, 200, { as })).toEqual(v1)
    }
  })

  test('is not there for anybody else', async () => {
    expect((await server.ask(POLICY, { as: 'nobody' })).status).toBe(401)
    expect(await server.json(POLICY, 404, { as: 'learner' })).toEqual(NOT_THERE)
    expect(await server.json(`${V0}/policy/${UNKNOWN}/`, 404, { as: 'global-staff' })).toEqual(NOT_THERE)
    expect(await server.json(`${V0}/policy/a+b+c/`, 404, { as: 'learner' })).toEqual(BROKEN_KEY)
  })
})

test('a policy that lost a weight answers, the grade by it crashes', async () => {
  const broken = await testServer({ scenario: 'broken-policy' })
  expect(await broken.json(POLICY)).toContainEqual(expect.objectContaining({ weight: null }))
  const response = await broken.ask(`${GRADE}?username=amara.okafor`)
  expect(response.status).toBe(500)
  expect(response.headers.get('Content-Type')).toMatch(/^text\/html/)
  await broken.close()
})

test('only GET, and the slash at the end, are known', async () => {
  for (const path of [GRADE, POLICY]) {
    const response = await server.ask(path, { method: 'POST' })
    expect(response.status).toBe(405)
    expect(response.headers.get('Allow')).toBe('GET, HEAD, OPTIONS')
    expect(await response.json()).toEqual({ developer_message: 'Method "POST" not allowed.' })
    expect((await server.ask(path.slice(0, -1))).status).toBe(301)
  }
})
