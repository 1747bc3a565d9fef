import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COURSE, type TestServer, testServer } from '#mocks/http/test-client.ts'
import { TEXTS, detail, due, outcomeOf, told } from './rows.ts'

// The learner's side: course home, courses, certificates, credit, completion, and what front ends are told about the
// site. One success and each refusal.

const UNKNOWN = 'course-v1:MITx+Nothing+2026'
const HW1 = 'block-v1:MITx+18.05+2026_Autumn+type@sequential+block@hw_01'
const PROBLEM = 'block-v1:MITx+18.05+2026_Autumn+type@problem+block@hw_01_q1'
const OF_COURSE = encodeURIComponent(COURSE)
const NOT_FOUND = detail('Not found.')
const AMARA = 1001

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

describe.each(['/api/course_home', '/api/course_home/v1'])('course home below %s', (home) => {
  const own = `GET ${home}/progress/${COURSE}`
  const PROGRESS = expect.objectContaining({
    username: 'amara.okafor',
    course_grade: {
      letter_grade: expect.toSatisfy((letter) => letter === null || typeof letter === 'string'),
      percent: expect.any(Number),
      is_passing: expect.any(Boolean),
    },
    completion_summary: {
      complete_count: expect.any(Number),
      incomplete_count: expect.any(Number),
      locked_count: expect.any(Number),
    },
    grading_policy: expect.objectContaining({ grade_range: { A: 0.9, B: 0.75, C: 0.6 } }),
    section_scores: expect.any(Array),
    verification_data: expect.objectContaining({ link: null, status: 'approved' }),
  })
  const access = (has: boolean, errorCode: string | null) =>
    expect.objectContaining({
      course_id: COURSE,
      course_access: expect.objectContaining({ has_access: has, error_code: errorCode }),
    })
  test.each(
    told([
      ['nobody', own, 401, detail(TEXTS.notProvided)],
      ['stranger', own, 401, 'User not enrolled.'],
      ['learner', own, 200, PROGRESS],
      ['learner', `${own}/`, 404, expect.anything()],
      ['learner', `GET ${home}/progress/${UNKNOWN}`, 404, NOT_FOUND],
      ['learner', `${own}/11/`, 404, NOT_FOUND],
      ['instructor', `${own}/bob/`, 404, NOT_FOUND],
      ['instructor', `${own}/${AMARA}/`, 200, PROGRESS],
      ['instructor', `${own}/${AMARA}`, 200, PROGRESS],
      ['nobody', `GET ${home}/course_metadata/${COURSE}`, 200, expect.objectContaining({ username: null })],
      ['stranger', `GET ${home}/course_metadata/${COURSE}`, 200, access(false, 'enrollment_required')],
      ['learner', `GET ${home}/course_metadata/${COURSE}`, 200, access(true, null)],
      ['learner', `GET ${home}/course_metadata/${UNKNOWN}`, 404, NOT_FOUND],
      [
        'learner',
        `GET ${home}/dates/${COURSE}`,
        200,
        expect.objectContaining({ course_date_blocks: expect.any(Array) }),
      ],
      ['learner', `GET ${home}/dates/${UNKNOWN}`, 404, NOT_FOUND],
      ['nobody', `GET ${home}/dates/${COURSE}`, 401, detail(TEXTS.notProvided)],
      [
        'learner',
        `GET ${home}/outline/${COURSE}`,
        200,
        expect.objectContaining({ course_blocks: { blocks: expect.any(Object) } }),
      ],
      ['learner', `GET ${home}/outline/${UNKNOWN}`, 404, NOT_FOUND],
    ]),
  )('%s', async (_, row) => {
    expect(await outcomeOf(server, row)).toEqual(due(row))
  })
})

describe('courses', () => {
  const v1 = '/api/courses/v1'
  const pagination = {
    next: null,
    previous: null,
    count: expect.any(Number),
    num_pages: expect.any(Number),
  }
  const course = expect.objectContaining({
    id: COURSE,
    name: 'Introduction to Statistics',
    pacing: 'instructor',
  })
  const blocks = expect.objectContaining({ root: expect.any(String), blocks: expect.any(Object) })
  test.each(
    told([
      ['nobody', `GET ${v1}/courses/`, 200, { results: expect.arrayContaining([course]), pagination }],
      ['learner', `GET ${v1}/courses/?username=nuria.haddad`, 403, expect.anything()],
      ['nobody', `GET ${v1}/courses/${COURSE}`, 200, course],
      ['nobody', `GET ${v1}/courses/${UNKNOWN}`, 404, expect.anything()],
      [
        'instructor',
        `GET ${v1}/course_ids/?username=nuria.haddad&role=staff`,
        200,
        { results: expect.arrayContaining([COURSE]), pagination },
      ],
      ['learner', `GET ${v1}/blocks/?course_id=${OF_COURSE}&username=amara.okafor`, 200, blocks],
      [
        'instructor',
        `GET ${v1}/blocks/?course_id=${OF_COURSE}&all_blocks=true&return_type=list`,
        200,
        expect.arrayContaining([expect.objectContaining({ type: 'course' })]),
      ],
      ['learner', `GET ${v1}/blocks/?course_id=${OF_COURSE}&all_blocks=true`, 403, expect.anything()],
      ['learner', `GET ${v1}/blocks/?course_id=${OF_COURSE}`, 400, expect.anything()],
      ['learner', `GET ${v1}/blocks/${HW1}?username=amara.okafor`, 200, blocks],
    ]),
  )('%s', async (_, row) => {
    expect(await outcomeOf(server, row)).toEqual(due(row))
  })
})

describe('certificates', () => {
  const list = '/api/certificates/v0/certificates'
  test.each(
    told([
      ['nobody', `GET ${list}/amara.okafor/`, 401, expect.anything()],
      ['stranger', `GET ${list}/amara.okafor/`, 403, expect.anything()],
      ['learner', `GET ${list}/amara.okafor/`, 200, []],
      [
        'learner',
        `GET ${list}/amara.okafor/courses/${COURSE}/`,
        404,
        { error_code: 'no_certificate_for_user' },
      ],
      [
        'learner',
        `GET ${list}/amara.okafor/courses/course-v2:a+b+c/`,
        400,
        { error_code: 'course_id_not_valid' },
      ],
    ]),
  )('%s', async (_, row) => {
    expect(await outcomeOf(server, row)).toEqual(due(row))
  })

  test('give their grade as text, without an envelope', async () => {
    const certified = await testServer({ scenario: 'certificates' })
    const page = (await certified.json(`/api/grades/v1/gradebook/${COURSE}/?page_size=1000`)) as {
      results: Array<{ username: string }>
    }
    const lists = await Promise.all(
      page.results.map(({ username }) => certified.json(`${list}/${username}/`, 200, { as: 'global-staff' })),
    )
    expect(lists.flat()).toContainEqual({
      username: expect.any(String),
      course_id: COURSE,
      course_display_name: 'Introduction to Statistics',
      course_organization: 'MITx',
      certificate_type: expect.any(String),
      created_date: expect.any(String),
      modified_date: expect.any(String),
      status: 'downloadable',
      is_passing: true,
      download_url: expect.toSatisfy((url) => url === null || typeof url === 'string'),
      grade: expect.stringMatching(/^\d\.\d+$/),
      uuid: expect.stringMatching(/^[\da-f-]{32,36}$/),
    })
    await certified.close()
  })
})

describe('credit and completion', () => {
  const eligibility = '/api/credit/v1/eligibility/'
  const BOTH = detail('Both the course_key and username querystring parameters must be supplied.')
  const batch = '/api/completion/v1/completion-batch'
  const done = { username: 'amara.okafor', course_key: COURSE, blocks: { [PROBLEM]: 1 } }
  const ofHw1 = `/api/completion/v1/subsection-completion/amara.okafor/${COURSE}/${HW1}`
  test.each(
    told([
      ['learner', `GET ${eligibility}`, 400, BOTH],
      ['learner', `GET ${eligibility}?username=amara.okafor`, 400, BOTH],
      ['learner', `GET ${eligibility}?username=amara.okafor&course_key=${OF_COURSE}`, 200, []],
      ['nobody', `POST ${batch}`, 401, detail(TEXTS.notProvided), { body: done }],
      ['learner', `POST ${batch}`, 200, { detail: 'ok' }, { body: done }],
      [
        'learner',
        `POST ${batch}`,
        400,
        { detail: expect.any(String) },
        { body: { username: 'amara.okafor' } },
      ],
      [
        'learner',
        `GET ${ofHw1}`,
        200,
        { completion: expect.toSatisfy((value) => value === 0 || value === 1) },
      ],
    ]),
  )('%s', async (_, row) => {
    expect(await outcomeOf(server, row)).toEqual(due(row))
  })
})

describe('mfe_config', () => {
  test('tells anybody where everything is', async () => {
    const row = ['nobody', 'GET /api/mfe_config/v1?mfe=gradebook', 200, null] as const
    expect(await outcomeOf(server, row)).toEqual([
      200,
      expect.objectContaining({
        LMS_BASE_URL: server.origin,
        LOGIN_URL: `${server.origin}/login`,
        LOGOUT_URL: `${server.origin}/logout`,
        REFRESH_ACCESS_TOKEN_ENDPOINT: `${server.origin}/login_refresh`,
        CSRF_TOKEN_API_PATH: '/csrf/api/v1/token',
        ACCESS_TOKEN_COOKIE_NAME: 'edx-jwt-cookie-header-payload',
      }),
    ])
  })
})

test('nothing drifted from the contract', () => {
  expect(server.problems).toEqual([])
})
