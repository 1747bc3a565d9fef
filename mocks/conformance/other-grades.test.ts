import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COURSE, type TestServer, testServer } from '#mocks/http/test-client.ts'
import { EMPTY, TEXTS, detail, due, outcomeOf, refused, told } from './rows.ts'

// Grades API v0, so2, and the grades of program enrolments.

const UNKNOWN = 'course-v1:MITx+Nothing+2026'
const BROKEN = 'course-v2:a+b+c'
const BAD_KEY = refused(TEXTS.badKey, 'invalid_course_key')

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

describe('Grades v0', () => {
  const path = `GET /api/grades/v0/course_grade/${COURSE}/users/`
  const NONE = refused('The user, the course or both do not exist.', 'user_or_course_does_not_exist')
  const MISMATCH = refused('The user requested does not match the logged in user.', 'user_mismatch')
  const grade = (username: string) => ({
    username,
    course_key: COURSE,
    passed: expect.any(Boolean),
    percent: expect.any(Number),
    letter_grade: expect.toSatisfy((letter) => letter === null || typeof letter === 'string'),
  })
  const policy = (course: string) => `GET /api/grades/v0/policy/${course}/`
  test.each(
    told([
      ['nobody', path, 401, refused(TEXTS.anonymous)],
      ['learner', path, 200, [grade('amara.okafor')]],
      ['learner', `${path}?username=nuria.haddad`, 403, MISMATCH],
      ['instructor', `${path}?username=amara.okafor`, 200, [grade('amara.okafor')]],
      ['instructor', `${path}?username=no.body`, 404, NONE],
      ['stranger', path, 404, NONE],
      ['learner', `GET /api/grades/v0/course_grade/${BROKEN}/users/`, 404, BAD_KEY],
      ['learner', `GET /api/grades/v0/course_grade/${UNKNOWN}/users/`, 404, NONE],
      ['nobody', policy(COURSE), 401, refused(TEXTS.anonymous)],
      // Not 403, as v1 has it.
      ['learner', policy(COURSE), 404, NONE],
      [
        'instructor',
        policy(COURSE),
        200,
        expect.arrayContaining([{ assignment_type: 'Homework', count: 12, dropped: 2, weight: 0.15 }]),
      ],
    ]),
  )('%s', async (_, row) => {
    expect(await outcomeOf(server, row)).toEqual(due(row))
  })
})

describe('so2', () => {
  const path = 'GET /api/so2/v1/grades'
  const GRADE = {
    username: 'amara.okafor',
    email: expect.stringContaining('@'),
    course_id: COURSE,
    display_name: 'Introduction to Statistics',
    percent_grade: expect.stringMatching(/^\d+\.\d\d$/),
    letter_grade: expect.any(String),
    passed_timestamp: expect.toSatisfy(
      (at) => at === null || /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}$/.test(String(at)),
    ),
    last_date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  }
  const course = encodeURIComponent(COURSE)
  test.each(
    told([
      ['nobody', path, 401, expect.anything()],
      ['global-staff', path, 200, expect.arrayContaining([GRADE])],
      ['global-staff', `${path}?course_id=${course}`, 200, expect.arrayContaining([GRADE])],
      ['global-staff', `${path}?username=amara.okafor`, 200, expect.arrayContaining([GRADE])],
      ['global-staff', `${path}?course_id=${course}&username=amara.okafor`, 200, [GRADE]],
    ]),
  )('%s', async (_, row) => {
    expect(await outcomeOf(server, row)).toEqual(due(row))
  })

  test('knows bearer tokens only', async () => {
    const session = { headers: { Cookie: 'sessionid=mock-global-staff' } }
    expect((await server.ask('/api/so2/v1/grades', session)).status).toBe(401)
  })
})

describe('the grades of a program', () => {
  const PROGRAM = '3f6b2c1e-8a4d-4e57-9b0c-5d2f71a9e8c4'
  const path = (program: string, course: string) =>
    `GET /api/program_enrollments/v1/programs/${program}/courses/${course}/grades/`
  const code = (errorCode: string) => expect.objectContaining({ error_code: errorCode })
  const grade = {
    student_key: expect.any(String),
    letter_grade: expect.toSatisfy((letter) => letter === null || typeof letter === 'string'),
    percent: expect.any(Number),
    passed: expect.any(Boolean),
  }
  test.each(
    told([
      ['nobody', path(PROGRAM, COURSE), 401, detail(TEXTS.notProvided)],
      ['instructor', path(PROGRAM, COURSE), 403, detail(TEXTS.noPermission)],
      ['global-staff', path(PROGRAM.replace('3', '4'), COURSE), 404, code('program_does_not_exist')],
      ['global-staff', path(PROGRAM, 'edX/Stats101/2013_Spring'), 404, code('course_not_in_program')],
      [
        'global-staff',
        path(PROGRAM, COURSE),
        200,
        { next: null, previous: null, results: expect.arrayContaining([grade]) },
      ],
    ]),
  )('%s', async (_, row) => {
    expect(await outcomeOf(server, row)).toEqual(due(row))
  })

  test('fail all together where none can be computed, and have no body where there are none', async () => {
    const broken = await testServer({ scenario: 'broken-policy' })
    const [status, body] = await outcomeOf(broken, ['global-staff', path(PROGRAM, COURSE), 422, null])
    expect([status, body]).toEqual([
      422,
      expect.objectContaining({
        results: expect.arrayContaining([{ student_key: expect.any(String), error: 'error loading grades' }]),
      }),
    ])
    await broken.close()
    const empty = await testServer({ scenario: 'empty' })
    expect(await outcomeOf(empty, ['global-staff', path(PROGRAM, COURSE), 204, EMPTY])).toEqual([204, EMPTY])
    await empty.close()
  })
})

test('nothing drifted from the contract', () => {
  expect(server.problems).toEqual([])
})
