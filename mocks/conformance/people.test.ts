import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COURSE, type TestServer, testServer } from '#mocks/http/test-client.ts'
import { EMPTY, PAGE, TEXTS, detail, due, outcomeOf, refused, send, told } from './rows.ts'

// Cohorts, course modes, enrollment and user: a success and each refusal of every operation, in the order in which a
// person would call them, since each table changes its server.

const UNKNOWN = 'course-v1:MITx+Nothing+2026'
const MERGE = { 'Content-Type': 'application/merge-patch+json' }
const NO_PERMISSION = detail(TEXTS.noPermission)
const code = (errorCode: string) => expect.objectContaining({ error_code: errorCode })

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

describe('cohorts', () => {
  const list = `/api/cohorts/v1/courses/${COURSE}/cohorts/`
  const made = {
    id: expect.any(Number),
    name: 'Evening',
    user_count: 0,
    assignment_type: 'manual',
    user_partition_id: null,
    group_id: null,
  }
  const NEW = { body: { name: 'Evening', assignment_type: 'manual' } }
  const added = (more: object) => ({
    success: true,
    added: [],
    changed: [],
    present: [],
    unknown: [],
    preassigned: [],
    invalid: [],
    ...more,
  })
  const users = `${list}1/users/`
  const PEOPLE = { body: { users: ['tomasz.zielinski', 'no.body', '', 'foo@example.com', 'foo@bar'] } }

  test.each(
    told([
      ['nobody', `GET ${list}`, 401, refused(TEXTS.notProvided)],
      ['learner', `GET ${list}`, 403, refused(TEXTS.noPermission)],
      ['instructor', `GET ${list}?ordering=sideways`, 400, code('invalid-ordering-value')],
      ['instructor', `POST ${list}`, 200, made, NEW],
      // Changing a name checks it, creating a cohort does not.
      ['instructor', `POST ${list}`, 500, PAGE, NEW],
      [
        'instructor',
        `PATCH ${list}1`,
        400,
        code('cohort-name-exists'),
        { body: { name: 'Evening', assignment_type: 'manual' } },
      ],
      [
        'instructor',
        `POST ${list}`,
        400,
        code('missing-cohort-name'),
        { body: { assignment_type: 'manual' } },
      ],
      ['instructor', `POST ${list}`, 400, code('missing-assignment-type'), { body: { name: 'Night' } }],
      ['instructor', `POST ${list}1`, 405, code('wrong-endpoint'), NEW],
      ['instructor', `PATCH ${list}`, 405, code('missing-cohort-id'), { body: { name: 'Night' } }],
      ['instructor', `GET ${list}1`, 200, expect.objectContaining({ id: 1, name: 'Monday morning' })],
      [
        'instructor',
        `GET ${list}987654`,
        404,
        expect.objectContaining({ developer_message: expect.any(String) }),
      ],
      ['instructor', `PATCH ${list}1`, 204, EMPTY, { body: { name: 'Early', assignment_type: 'manual' } }],
      ['instructor', `GET ${list}1`, 200, expect.objectContaining({ name: 'Early' })],
      [
        'instructor',
        `GET ${users}?page_size=2`,
        200,
        {
          next: expect.stringContaining('page=2'),
          previous: null,
          count: expect.any(Number),
          num_pages: expect.any(Number),
          current_page: 1,
          start: 0,
          results: [
            { username: expect.any(String), email: expect.any(String), name: expect.any(String) },
            expect.anything(),
          ],
        },
      ],
      ['instructor', `GET ${users}?page=999`, 404, refused('Invalid page.')],
      [
        'instructor',
        `POST ${users}`,
        200,
        added({
          added: [{ username: 'tomasz.zielinski', email: 'tomasz.zielinski@staff.example.edu' }],
          unknown: ['no.body'],
          preassigned: ['foo@example.com'],
          invalid: ['foo@bar'],
        }),
        PEOPLE,
      ],
      ['instructor', `POST ${users}`, 400, code('missing-users'), { body: {} }],
      ['instructor', `POST ${users}tomasz.zielinski`, 200, added({ present: ['tomasz.zielinski'] })],
      [
        'instructor',
        `POST ${list}2/users/tomasz.zielinski`,
        200,
        added({
          changed: [
            {
              username: 'tomasz.zielinski',
              email: 'tomasz.zielinski@staff.example.edu',
              previous_cohort: 'Early',
            },
          ],
        }),
      ],
      ['instructor', `DELETE ${users}`, 405, code('missing-username')],
      ['instructor', `DELETE ${users}tomasz.zielinski`, 404, code('user-not-in-cohort')],
      ['instructor', `DELETE ${users}no.body`, 404, code('user-not-found')],
      ['instructor', `DELETE ${list}2/users/tomasz.zielinski`, 204, EMPTY],
      [
        'instructor',
        `GET /api/cohorts/v1/settings/${COURSE}`,
        200,
        { id: expect.any(Number), is_cohorted: true },
      ],
      ['instructor', `PUT /api/cohorts/v1/settings/${COURSE}`, 400, expect.anything(), { body: {} }],
      [
        'instructor',
        `PUT /api/cohorts/v1/settings/${COURSE}`,
        200,
        { id: expect.any(Number), is_cohorted: false },
        { body: { is_cohorted: false } },
      ],
    ]),
  )('%s', async (_, row) => {
    expect(await outcomeOf(server, row)).toEqual(due(row))
  })

  test('take a file of people', async () => {
    const upload = (content: string) => {
      const form = new FormData()
      form.set('uploaded-file', new File([content], 'cohorts.csv', { type: 'text/csv' }))
      return fetch(`${server.origin}/api/cohorts/v1/courses/${COURSE}/users`, {
        method: 'POST',
        headers: { Authorization: 'Bearer mock-instructor' },
        body: form,
      })
    }
    expect((await upload('email,cohort\nnuria.haddad@staff.example.edu,Evening\n')).status).toBe(204)
    expect((await upload('')).status).toBe(400)
  })
})

describe('course modes', () => {
  const list = `/api/course_modes/v1/courses/${COURSE}/`
  const mode = {
    course_id: COURSE,
    mode_slug: 'professional',
    mode_display_name: 'Professional',
    min_price: 25,
    currency: 'usd',
    expiration_datetime: null,
    expiration_datetime_is_explicit: false,
    description: null,
    sku: null,
    bulk_sku: null,
  }
  const given = {
    course_id: COURSE,
    mode_slug: 'professional',
    mode_display_name: 'Professional',
    min_price: 25,
    currency: 'usd',
  }
  const one = `${list}professional`
  test.each(
    told([
      ['nobody', `GET ${list}`, 401, detail(TEXTS.notProvided)],
      ['instructor', `GET ${list}`, 403, NO_PERMISSION],
      ['instructor', `POST ${list}`, 403, NO_PERMISSION, { body: given }],
      ['global-staff', `POST ${list}`, 201, mode, { body: given }],
      [
        'global-staff',
        `POST ${list}`,
        400,
        expect.objectContaining({ currency: ['This field is required.'] }),
        { body: { course_id: COURSE, mode_slug: 'honour' } },
      ],
      ['global-staff', `GET ${list}`, 200, expect.arrayContaining([mode])],
      ['global-staff', `GET ${one}`, 200, mode],
      ['global-staff', `GET ${list}unheard-of`, 404, detail('Not found.')],
      ['global-staff', `PATCH ${one}`, 204, EMPTY, { body: { min_price: 30 }, headers: MERGE }],
      [
        'global-staff',
        `PATCH ${one}`,
        415,
        detail('Unsupported media type "application/json" in request.'),
        { body: { min_price: 40 } },
      ],
      [
        'global-staff',
        `PATCH ${one}`,
        400,
        { course_id: ['This field cannot be modified.'] },
        { body: { course_id: UNKNOWN }, headers: MERGE },
      ],
      ['global-staff', `GET ${one}`, 200, { ...mode, min_price: 30 }],
      ['global-staff', `DELETE ${one}`, 204, EMPTY],
      ['global-staff', `GET ${one}`, 404, detail('Not found.')],
    ]),
  )('%s', async (_, row) => {
    expect(await outcomeOf(server, row)).toEqual(due(row))
  })
})

describe('enrollment', () => {
  const v1 = '/api/enrollment/v1'
  const course = expect.objectContaining({ course_id: COURSE, course_modes: expect.any(Array) })
  const enrolment = (user: string, more: object = {}) =>
    expect.objectContaining({ user, is_active: true, course_details: course, ...more })
  const wish = (more: object) => ({ body: { course_details: { course_id: COURSE }, ...more } })
  test.each(
    told([
      ['nobody', `GET ${v1}/course/${COURSE}`, 200, course],
      [
        'nobody',
        `GET ${v1}/course/${UNKNOWN}`,
        400,
        { message: `No course found for course ID '${UNKNOWN}'` },
      ],
      ['nobody', `GET ${v1}/roles/`, 401, detail(TEXTS.notProvided)],
      ['learner', `GET ${v1}/roles/`, 200, { roles: [], is_staff: false }],
      ['nobody', `GET ${v1}/enrollment`, 401, detail(TEXTS.notProvided)],
      ['learner', `GET ${v1}/enrollment`, 200, expect.arrayContaining([enrolment('amara.okafor')])],
      ['learner', `GET ${v1}/enrollment/amara.okafor,${COURSE}`, 200, enrolment('amara.okafor')],
      ['learner', `GET ${v1}/enrollment/${COURSE}`, 200, enrolment('amara.okafor')],
      ['global-staff', `GET ${v1}/enrollment/amara.okafor,${COURSE}`, 200, enrolment('amara.okafor')],
      ['instructor', `GET ${v1}/enrollments/`, 403, refused(TEXTS.noPermission)],
      [
        'global-staff',
        `GET ${v1}/enrollments/?course_id=${encodeURIComponent(COURSE)}&username=amara.okafor,nuria.haddad`,
        200,
        {
          next: null,
          previous: null,
          results: expect.arrayContaining([
            {
              course_id: COURSE,
              is_active: true,
              mode: expect.any(String),
              user: 'amara.okafor',
              created: expect.stringMatching(/Z$/),
            },
          ]),
        },
      ],
      ['nobody', `POST ${v1}/enrollment`, 401, detail(TEXTS.notProvided), wish({})],
      ['stranger', `POST ${v1}/enrollment`, 200, enrolment('tomasz.zielinski', { mode: 'audit' }), wish({})],
      [
        'global-staff',
        `POST ${v1}/enrollment`,
        200,
        enrolment('tomasz.zielinski', { mode: 'verified' }),
        wish({ user: 'tomasz.zielinski', mode: 'verified' }),
      ],
      [
        'global-staff',
        `POST ${v1}/enrollment`,
        200,
        enrolment('tomasz.zielinski', { is_active: false }),
        wish({ user: 'tomasz.zielinski', is_active: false }),
      ],
      [
        'stranger',
        `POST ${v1}/enrollment`,
        400,
        expect.objectContaining({ message: expect.any(String) }),
        { body: {} },
      ],
    ]),
  )('%s', async (_, row) => {
    expect(await outcomeOf(server, row)).toEqual(due(row))
  })

  test('gives no body, or null, where somebody is not enrolled', async () => {
    const [status, body] = await outcomeOf(server, [
      'global-staff',
      `GET ${v1}/enrollment/leila.farahani,edX/Stats101/2013_Spring`,
      200,
      null,
    ])
    expect([status, [EMPTY, null].includes(body as string | null)]).toEqual([200, true])
  })

  test('is throttled: 40 calls a minute for those who are not staff of the site', async () => {
    const fresh = await testServer({ learners: 1, subsections: 1 })
    const post = () => send(fresh, ['stranger', `POST ${v1}/enrollment`, 200, null, wish({})])
    const statuses: number[] = []
    for (let call = 0; call < 40; call += 1) statuses.push((await post()).status)
    expect(new Set(statuses)).toEqual(new Set([200]))
    const refusal = await post()
    const seconds = refusal.headers.get('Retry-After')
    expect([refusal.status, await refusal.json()]).toEqual([
      429,
      detail(`Request was throttled. Expected available in ${seconds} seconds.`),
    ])
    await fresh.close()
  })
})

describe('user', () => {
  const v1 = '/api/user/v1'
  const FULL = expect.objectContaining({ username: 'nuria.haddad', email: 'nuria.haddad@staff.example.edu' })
  const REDUCED = expect.toSatisfy((account: object) => 'username' in account && !('email' in account))
  test.each(
    told([
      ['nobody', `GET ${v1}/me`, 401, detail(TEXTS.notProvided)],
      ['learner', `GET ${v1}/me`, 200, { username: 'amara.okafor' }],
      ['instructor', `GET ${v1}/accounts/nuria.haddad`, 200, FULL],
      ['learner', `GET ${v1}/accounts/nuria.haddad`, 200, REDUCED],
      ['instructor', `GET ${v1}/accounts/no.body`, 404, EMPTY],
      ['nobody', `GET ${v1}/accounts/nuria.haddad`, 401, detail(TEXTS.notProvided)],
      [
        'global-staff',
        `GET ${v1}/accounts?username=nuria.haddad,amara.okafor`,
        200,
        [FULL, expect.anything()],
      ],
      [
        'instructor',
        `PATCH ${v1}/accounts/nuria.haddad`,
        200,
        expect.objectContaining({ name: 'N. Haddad' }),
        { body: { name: 'N. Haddad' }, headers: MERGE },
      ],
      [
        'instructor',
        `PATCH ${v1}/accounts/nuria.haddad`,
        415,
        detail('Unsupported media type "application/json" in request.'),
        { body: { name: 'X' } },
      ],
      ['instructor', `GET ${v1}/preferences/nuria.haddad`, 200, { 'pref-lang': 'en' }],
      [
        'instructor',
        `PATCH ${v1}/preferences/nuria.haddad`,
        204,
        EMPTY,
        { body: { time_zone: 'Africa/Cairo' }, headers: MERGE },
      ],
      ['instructor', `GET ${v1}/preferences/nuria.haddad/time_zone`, 200, 'Africa/Cairo'],
      ['instructor', `DELETE ${v1}/preferences/nuria.haddad/time_zone`, 204, EMPTY],
      ['instructor', `GET ${v1}/preferences/nuria.haddad/time_zone`, 404, EMPTY],
    ]),
  )('%s', async (_, row) => {
    expect(await outcomeOf(server, row)).toEqual(due(row))
  })
})

test('nothing drifted from the contract', () => {
  expect(server.problems).toEqual([])
})
