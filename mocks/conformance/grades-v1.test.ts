import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COURSE, GRADEBOOK, type TestServer, testServer } from '#mocks/http/test-client.ts'
import { PAGE, TEXTS, due, outcomeOf, refused, send, told } from './rows.ts'

// Grades API v1: a success and each refusal of every endpoint, word for word.

const V1 = '/api/grades/v1'
const UNKNOWN = 'course-v1:MITx+Nothing+2026'
const HW1 = 'block-v1:MITx+18.05+2026_Autumn+type@sequential+block@hw_01'
const BULK = `${GRADEBOOK}bulk-update`
/** Has a key's form, but is none. */
const BROKEN = 'course-v2:a+b+c'

const BAD_KEY = refused(TEXTS.badKey, 'invalid_course_key')
const NO_COURSE = refused(`Requested grade for unknown course ${UNKNOWN}`, 'course_does_not_exist')
const NO_AUTHOR = refused(TEXTS.noAuthor, 'user_permissions')
const NO_PERMISSION = refused(TEXTS.noPermission)
const NO_USER = refused('The user matching the requested username does not exist.', 'user_does_not_exist')
const NOT_ENROLLED = refused(
  'The user matching the requested username is not enrolled in this course',
  'user_not_enrolled',
)
const OF_COURSE = encodeURIComponent(COURSE)
const TOTAL = {
  username: 'amara.okafor',
  email: '',
  course_id: COURSE,
  passed: expect.any(Boolean),
  percent: expect.any(Number),
  letter_grade: expect.toSatisfy((letter) => letter === null || typeof letter === 'string'),
}
const PAGED = { next: expect.anything(), previous: null, results: expect.any(Array) }

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

describe('courses', () => {
  test.each(
    told([
      ['nobody', `GET ${V1}/courses/${COURSE}/`, 401, refused(TEXTS.anonymous)],
      ['learner', `GET ${V1}/courses/${COURSE}/`, 403, NO_PERMISSION],
      ['instructor', `GET ${V1}/courses/${COURSE}/`, 403, NO_PERMISSION],
      ['instructor', `GET ${V1}/courses/${COURSE}/?username=amara.okafor`, 403, NO_PERMISSION],
      ['learner', `GET ${V1}/courses/${COURSE}/?username=amara.okafor`, 200, [TOTAL]],
      ['learner', `GET ${V1}/courses/${COURSE}/?username=Amara.Okafor`, 404, NO_USER],
      ['learner', `GET ${V1}/courses/?course_id=${OF_COURSE}&username=amara.okafor`, 200, [TOTAL]],
      ['global-staff', `GET ${V1}/courses/${BROKEN}/`, 404, BAD_KEY],
      ['global-staff', `GET ${V1}/courses/`, 404, BAD_KEY],
      // A plus sign that is not encoded decodes to a space.
      ['global-staff', `GET ${V1}/courses/?course_id=${COURSE}`, 404, BAD_KEY],
      ['global-staff', `GET ${V1}/courses/${UNKNOWN}/`, 404, NO_COURSE],
      ['global-staff', `GET ${V1}/courses/${COURSE}/?username=no.body`, 404, NO_USER],
      ['global-staff', `GET ${V1}/courses/${COURSE}/?username=tomasz.zielinski`, 404, NOT_ENROLLED],
      ['global-staff', `GET ${V1}/courses/${COURSE}/?page_size=3`, 200, PAGED],
      ['global-staff', `GET ${V1}/courses/?course_id=${OF_COURSE}&page_size=3`, 200, PAGED],
      ['global-staff', `GET ${V1}/courses/${COURSE}/?page_size=0`, 500, PAGE],
      ['global-staff', `GET ${V1}/courses/${COURSE}/?cursor=x`, 404, refused('Invalid cursor')],
      ['global-staff', `POST ${V1}/courses/${COURSE}/`, 405, refused('Method "POST" not allowed.')],
    ]),
  )('%s', async (_, row) => {
    expect(await outcomeOf(server, row)).toEqual(due(row))
  })
})

describe('policy', () => {
  const NONE = refused('The course does not exist.', 'user_or_course_does_not_exist')
  const RULE = { assignment_type: 'Homework', count: 12, dropped: 2, weight: 0.15 }
  test.each(
    told([
      ['nobody', `GET ${V1}/policy/courses/${COURSE}/`, 401, refused(TEXTS.anonymous)],
      ['instructor', `GET ${V1}/policy/courses/${BROKEN}/`, 400, BAD_KEY],
      ['learner', `GET ${V1}/policy/courses/${COURSE}/`, 403, NONE],
      ['instructor', `GET ${V1}/policy/courses/${UNKNOWN}/`, 403, NONE],
      ['global-staff', `GET ${V1}/policy/courses/${UNKNOWN}/`, 404, NONE],
      ['instructor', `GET ${V1}/policy/courses/${COURSE}/`, 200, expect.arrayContaining([RULE])],
    ]),
  )('%s', async (_, row) => {
    expect(await outcomeOf(server, row)).toEqual(due(row))
  })
})

describe('grading-info', () => {
  const INFO = {
    grade_cutoffs: { A: 0.9, B: 0.75, C: 0.6 },
    assignment_types: expect.objectContaining({
      Homework: { type: 'Homework', short_label: 'HW', min_count: 12, drop_count: 2, weight: 0.15 },
    }),
    subsections: expect.any(Array),
    grades_frozen: false,
    can_see_bulk_management: true,
  }
  test.each(
    told([
      ['nobody', `GET ${GRADEBOOK}grading-info`, 401, refused(TEXTS.notProvided)],
      ['learner', `GET ${GRADEBOOK}grading-info`, 403, NO_AUTHOR],
      ['global-staff', `GET ${V1}/gradebook/${BROKEN}/grading-info`, 500, PAGE],
      ['global-staff', `GET ${V1}/gradebook/${UNKNOWN}/grading-info`, 500, PAGE],
      ['limited-staff', `GET ${GRADEBOOK}grading-info`, 200, INFO],
    ]),
  )('%s', async (_, row) => {
    expect(await outcomeOf(server, row)).toEqual(due(row))
  })
})

describe('gradebook', () => {
  const NO_COHORT = refused('CourseUserGroup matching query does not exist.')
  const ONE = expect.objectContaining({ username: 'amara.okafor', email: '' })
  const LIST = expect.objectContaining({ next: null, previous: null })
  const NOBODY = expect.objectContaining({ results: [], filtered_users_count: 0 })
  test.each(
    told([
      ['nobody', `GET ${V1}/gradebook/${BROKEN}/`, 401, refused(TEXTS.anonymous)],
      ['learner', `GET ${V1}/gradebook/${BROKEN}/`, 404, BAD_KEY],
      ['learner', `GET ${V1}/gradebook/${UNKNOWN}/`, 404, NO_COURSE],
      ['learner', `GET ${GRADEBOOK}`, 403, NO_AUTHOR],
      ['stranger', `GET ${GRADEBOOK}?username=amara.okafor`, 403, NO_AUTHOR],
      ['limited-staff', `GET ${GRADEBOOK}?page_size=1000`, 200, LIST],
      [
        'limited-staff',
        `GET ${GRADEBOOK}?page_size=many`,
        200,
        expect.objectContaining({ results: expect.any(Array) }),
      ],
      ['instructor', `GET ${GRADEBOOK}?username=amara.okafor&enrollment_mode=x`, 200, ONE],
      ['instructor', `GET ${GRADEBOOK}?username=no.body`, 404, NO_USER],
      ['instructor', `GET ${GRADEBOOK}?username=tomasz.zielinski`, 404, NOT_ENROLLED],
      ['instructor', `GET ${GRADEBOOK}?cohort_id=987654`, 404, NO_COHORT],
      ['instructor', `GET ${GRADEBOOK}?enrollment_mode=unheard-of`, 200, NOBODY],
      ['instructor', `GET ${GRADEBOOK}?page_size=-2`, 500, PAGE],
      ['instructor', `PUT ${GRADEBOOK}`, 405, refused('Method "PUT" not allowed.')],
    ]),
  )('%s', async (_, row) => {
    expect(await outcomeOf(server, row)).toEqual(due(row))
  })
})

describe('bulk-update', () => {
  const item = { user_id: 1003, usage_id: HW1, grade: { earned_graded_override: 1 } }
  const saved = { user_id: 1003, usage_id: HW1, success: true, reason: null }
  const TYPE = refused('Unsupported media type "text/plain" in request.')
  test.each(
    told([
      ['nobody', `POST ${BULK}`, 401, refused(TEXTS.anonymous), { body: [] }],
      ['learner', `POST ${V1}/gradebook/${BROKEN}/bulk-update`, 404, BAD_KEY, { body: [] }],
      ['learner', `POST ${V1}/gradebook/${UNKNOWN}/bulk-update`, 404, NO_COURSE, { body: [] }],
      ['learner', `POST ${BULK}`, 403, NO_AUTHOR, { body: [item] }],
      ['instructor', `POST ${BULK}`, 202, [], { body: [] }],
      ['instructor', `POST ${BULK}`, 202, [saved], { body: [item] }],
      [
        'instructor',
        `POST ${BULK}`,
        422,
        [
          {
            user_id: 14,
            usage_id: HW1,
            success: false,
            reason: 'CourseEnrollment matching query does not exist.',
          },
        ],
        { body: [{ ...item, user_id: 14 }] },
      ],
      ['instructor', `POST ${BULK}`, 500, PAGE, { body: [{ ...item, user_id: 'bob' }] }],
      ['instructor', `POST ${BULK}`, 415, TYPE, { body: '[]', headers: { 'Content-Type': 'text/plain' } }],
      ['instructor', `GET ${BULK}`, 405, refused('Method "GET" not allowed.')],
    ]),
  )('%s', async (_, row) => {
    expect(await outcomeOf(server, row)).toEqual(due(row))
  })
})

describe('subsection', () => {
  const path = (user: string, more = '') => `GET ${V1}/subsection/${HW1}/?user_id=${user}${more}`
  const KEYS = expect.objectContaining({
    success: true,
    subsection_id: HW1,
    user_id: 1020,
    course_id: COURSE,
  })
  test.each(
    told([
      ['nobody', path('1020'), 401, refused(TEXTS.anonymous)],
      [
        'learner',
        `GET ${V1}/subsection/nonsense/?user_id=1`,
        404,
        refused('Invalid UsageKey', 'invalid_usage_key'),
      ],
      ['learner', path('1020'), 403, NO_AUTHOR],
      ['learner', path('bob'), 403, NO_AUTHOR],
      ['instructor', path('bob'), 404, refused('Invalid UserID', 'invalid_user_id')],
      ['instructor', path('987654'), 404, refused('User matching query does not exist.')],
      ['instructor', `GET ${V1}/subsection/${HW1}/`, 500, PAGE],
      ['instructor', path('1020', '&history_record_limit=-1'), 500, PAGE],
      ['limited-staff', path('1020'), 200, KEYS],
    ]),
  )('%s', async (_, row) => {
    expect(await outcomeOf(server, row)).toEqual(due(row))
  })
})

describe('section_grades_breakdown', () => {
  const path = `GET ${V1}/section_grades_breakdown/`
  const field = (name: string, words: unknown) => ({ field_errors: { [name]: { developer_message: words } } })
  const names = Array.from({ length: 101 }, (_, index) => `name${index}`).join(',')
  const ROW = {
    course_id: COURSE,
    username: 'amara.okafor',
    passed: expect.any(Boolean),
    current_grade: expect.toSatisfy(Number.isInteger),
    section_breakdown: expect.arrayContaining([
      expect.objectContaining({ label: 'HW 01', category: 'Homework', sequential_id: HW1 }),
      expect.objectContaining({ label: 'HW Avg', category: 'Homework', prominent: true }),
    ]),
  }
  const EMPTY_PAGE = { next: null, previous: null, results: [] }
  test.each(
    told([
      ['nobody', path, 401, refused(TEXTS.anonymous)],
      ['instructor', path, 403, NO_PERMISSION],
      ['global-staff', `${path}?page_size=2`, 200, PAGED],
      ['global-staff', `${path}?course_id=x`, 400, field('course_id', "'x' is not a valid course id.")],
      [
        'global-staff',
        `${path}?username=${encodeURIComponent('a b!')}`,
        400,
        field('username', expect.any(String)),
      ],
      [
        'global-staff',
        `${path}?username=${names}`,
        400,
        field('username', 'Too many usernames in a single request - 101. A maximum of 100 is allowed'),
      ],
      ['global-staff', `${path}?course_id=${encodeURIComponent(UNKNOWN)}`, 200, EMPTY_PAGE],
      ['global-staff', `${path}?username=no.body`, 200, EMPTY_PAGE],
      [
        'global-staff',
        `${path}?course_id=${OF_COURSE}&username=amara.okafor`,
        200,
        { next: null, previous: null, results: [ROW] },
      ],
    ]),
  )('%s', async (_, row) => {
    expect(await outcomeOf(server, row)).toEqual(due(row))
  })
})

describe('submission_history', () => {
  const path = `GET ${V1}/submission_history/${COURSE}/`
  const LEARNER = {
    course_id: COURSE,
    course_name: 'Introduction to Statistics',
    user: 'amara.okafor',
    problems: expect.arrayContaining([
      {
        location: expect.stringMatching(/^block-v1:.*type@problem/),
        name: expect.any(String),
        submission_history: expect.arrayContaining([
          expect.objectContaining({ grade: expect.any(Number), max_grade: expect.any(Number) }),
        ]),
        data: expect.stringMatching(/^<problem/),
      },
    ]),
  }
  test.each(
    told([
      ['nobody', path, 401, refused(TEXTS.anonymous)],
      ['instructor', path, 403, NO_PERMISSION],
      ['global-staff', `GET ${V1}/submission_history/${BROKEN}/`, 400, BAD_KEY],
      [
        'global-staff',
        `GET ${V1}/submission_history/${UNKNOWN}/`,
        200,
        { next: null, previous: null, results: [] },
      ],
      [
        'global-staff',
        `${path}?username=amara.okafor`,
        200,
        { next: null, previous: null, results: [LEARNER] },
      ],
    ]),
  )('%s', async (_, row) => {
    expect(await outcomeOf(server, row)).toEqual(due(row))
  })

  test('is throttled: 120 calls a minute for staff of the site', async () => {
    const fresh = await testServer({ learners: 1, subsections: 1 })
    const statuses: number[] = []
    for (let call = 0; call < 121; call += 1) {
      const response = await send(fresh, ['global-staff', `${path}?page_size=1`, 200, null])
      statuses.push(response.status)
      if (call < 120) continue
      const seconds = Number(response.headers.get('Retry-After'))
      expect(seconds).toBeGreaterThan(0)
      expect(await response.json()).toEqual(
        refused(`Request was throttled. Expected available in ${seconds} seconds.`),
      )
    }
    expect([new Set(statuses.slice(0, 120)), statuses.at(-1)]).toEqual([new Set([200]), 429])
    await fresh.close()
  })
})

test('nothing drifted from the contract', () => {
  expect(server.problems).toEqual([])
})
