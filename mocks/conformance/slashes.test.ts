import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COURSE, type TestServer, testServer } from '#mocks/http/test-client.ts'

// Django's routes differ in whether they end in a slash. A GET without a slash that is due is redirected (APPEND_SLASH),
// a superfluous one makes an unknown address.

const BLOCK = 'block-v1:MITx+18.05+2026_Autumn+type@sequential+block@hw_01'
const MINE = 'nuria.haddad'

const DUE = [
  '/api/grades/v1/courses/',
  `/api/grades/v1/courses/${COURSE}/`,
  `/api/grades/v1/policy/courses/${COURSE}/`,
  `/api/grades/v1/gradebook/${COURSE}/`,
  `/api/grades/v1/subsection/${BLOCK}/`,
  '/api/grades/v1/section_grades_breakdown/',
  `/api/grades/v1/submission_history/${COURSE}/`,
  `/api/course_modes/v1/courses/${COURSE}/`,
  `/api/cohorts/v1/courses/${COURSE}/cohorts/`,
  '/api/enrollment/v1/roles/',
  '/api/enrollment/v1/enrollments/',
] as const

const REFUSED = [
  `/api/grades/v1/gradebook/${COURSE}/grading-info`,
  `/api/course_home/progress/${COURSE}`,
  `/api/course_home/course_metadata/${COURSE}`,
  `/api/enrollment/v1/course/${COURSE}`,
  `/api/enrollment/v1/enrollment/${MINE},${COURSE}`,
  `/api/course_modes/v1/courses/${COURSE}/verified`,
  `/api/instructor/v1/reports/${COURSE}`,
  `/api/instructor/v1/tasks/${COURSE}`,
] as const

let server: TestServer
beforeAll(async () => {
  server = await testServer({ user: 'global-staff' })
})
afterAll(() => server.close())

describe('a slash that is due', () => {
  test.each(DUE)('is redirected to where it lacks: %s', async (path) => {
    const response = await server.ask(`${path.slice(0, -1)}?page_size=2&course_id=a%2Bb`)
    expect([response.status, response.headers.get('Location')]).toEqual([
      301,
      `${path}?page_size=2&course_id=a%2Bb`,
    ])
  })

  test.each(DUE)('leads to an answer: %s', async (path) => {
    const response = await server.ask(path)
    expect([path, response.headers.get('Content-Type')]).toEqual([path, expect.stringMatching(/json|html/)])
    expect([301, 405]).not.toContain(response.status)
  })
})

describe('a slash that is refused', () => {
  test.each(REFUSED)('makes an unknown address: %s', async (path) => {
    expect((await server.ask(path)).status).toBe(200)
    const response = await server.ask(`${path}/`)
    expect([response.status, response.headers.get('Content-Type')]).toEqual([404, 'text/html; charset=utf-8'])
  })

  test('makes a POST of bulk-update an unknown address', async () => {
    const path = `/api/grades/v1/gradebook/${COURSE}/bulk-update`
    const wish = { as: 'instructor', body: [] } as const
    expect((await server.ask(path, wish)).status).toBe(202)
    expect((await server.ask(`${path}/`, wish)).status).toBe(404)
  })
})

test('either way is taken for the progress of a learner', async () => {
  const path = `/api/course_home/progress/${COURSE}/11`
  expect((await server.ask(path)).status).toBe(200)
  expect((await server.ask(`${path}/`)).status).toBe(200)
})

test('a write without a slash that is due does not happen', async () => {
  const path = `/api/cohorts/v1/courses/${COURSE}/cohorts`
  const cohort = { name: 'Written without a slash', assignment_type: 'manual' }
  expect((await server.ask(path, { as: 'instructor', body: cohort })).ok).toBe(false)
  const list = JSON.stringify(await server.json(`${path}/?page_size=100`))
  expect(list).not.toContain(cohort.name)
})
