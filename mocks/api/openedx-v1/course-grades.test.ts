import { describe, expect, test } from 'vitest'
import { serverForEach } from '#mocks/api/under-test.ts'
import { COURSE, GRADEBOOK, testServer } from '#mocks/http/test-client.ts'

interface Total {
  username: string
  email: string
  course_id: string
  passed: boolean
  percent: number
  letter_grade: string | null
}
interface Page {
  next: string | null
  previous: string | null
  results: Total[]
}
interface Row {
  user_id: number
  username: string
  percent: number
  section_breakdown: Array<{ attempted: boolean; module_id: string }>
}

const LIST = `/api/grades/v1/courses/${COURSE}/`
const BY_QUERY = '/api/grades/v1/courses/'
const ENCODED = encodeURIComponent(COURSE)
const UNKNOWN = 'course-v1:MITx+Nothing+2026'
/** The same in both forms: with the course in the path, and in the query. */
const FORMS = [
  ['path', (key: string, query = '') => `/api/grades/v1/courses/${key}/?${query}`],
  ['query', (key: string, query = '') => `${BY_QUERY}?course_id=${encodeURIComponent(key)}&${query}`],
] as const

const BROKEN_KEY = {
  developer_message: 'The provided course key cannot be parsed.',
  error_code: 'invalid_course_key',
}
const NO_PERMISSION = { developer_message: 'You do not have permission to perform this action.' }

const server = serverForEach('global-staff')

const page = async (path: string) => (await server.json(path)) as Page
const rows = async (query = '?page_size=1000') =>
  ((await server.json(`${GRADEBOOK}${query}`)) as { results: Row[] }).results

describe.each(FORMS)('with the course in the %s', (_form, at) => {
  test('nobody is refused, whatever is asked', async () => {
    for (const path of [at(COURSE), at('a+b+c', 'username=x')]) {
      expect(await server.json(path, 401, { as: 'nobody' })).toEqual({
        developer_message: 'Incorrect authentication credentials.',
      })
    }
  })

  test('the right is looked at before the key: a list is for site staff, not for the course team', async () => {
    for (const as of ['instructor', 'limited-staff', 'learner'] as const) {
      for (const key of [COURSE, UNKNOWN, 'a+b+c']) {
        expect(await server.json(at(key), 403, { as })).toEqual(NO_PERMISSION)
        expect(await server.json(at(key, 'username=ada.lovelace'), 403, { as })).toEqual(NO_PERMISSION)
      }
    }
    const own = at('a+b+c', 'username=Amara.OKAFOR')
    expect(await server.json(own, 404, { as: 'learner' })).toEqual(BROKEN_KEY)
  })

  test('then the key and the course', async () => {
    expect(await server.json(at('a+b+c'), 404)).toEqual(BROKEN_KEY)
    for (const query of ['', 'username=amara.okafor']) {
      expect(await server.json(at(UNKNOWN, query), 404)).toEqual({
        developer_message: `Requested grade for unknown course ${UNKNOWN}`,
        error_code: 'course_does_not_exist',
      })
    }
  })

  test('then the learner, who may have left', async () => {
    expect(await server.json(at(COURSE, 'username=nobody.at.all'), 404)).toEqual({
      developer_message: 'The user matching the requested username does not exist.',
      error_code: 'user_does_not_exist',
    })
    expect(await server.json(at(COURSE, 'username=tomasz.zielinski'), 404)).toEqual({
      developer_message: 'The user matching the requested username is not enrolled in this course',
      error_code: 'user_not_enrolled',
    })
    const listed = new Set((await page(at(COURSE, 'page_size=1000'))).results.map(({ username }) => username))
    const everybody = (await server.json(
      `/api/enrollment/v1/enrollments/?course_id=${ENCODED}&page_size=1000`,
    )) as { results: Array<{ user: string; is_active: boolean }> }
    const left = everybody.results.find(({ is_active: active }) => !active)
    expect(listed).not.toContain(left?.user)
    expect(await server.json(at(COURSE, `username=${left?.user}`))).toMatchObject([{ username: left?.user }])
  })

  test('one learner is an array of one, without e-mail; paging is no matter', async () => {
    const single = await server.json(at(COURSE, 'username=amara.okafor&page_size=0&cursor=%21'))
    expect(single).toEqual([
      {
        username: 'amara.okafor',
        email: '',
        course_id: COURSE,
        passed: true,
        percent: 0.91,
        letter_grade: 'A',
      },
    ])
    expect(await server.json(at(COURSE, 'username=amara.okafor'), 200, { as: 'learner' })).toEqual(single)
  })

  test('a list is a page, with an e-mail on the master’s track only', async () => {
    const all = await page(at(COURSE, 'page_size=1000'))
    expect(Object.keys(all)).toEqual(['next', 'previous', 'results'])
    expect([all.next, all.previous]).toEqual([null, null])
    const masters = new Set(
      (await rows('?enrollment_mode=masters&page_size=1000')).map((row) => row.username),
    )
    expect(masters.size).toBeGreaterThan(5)
    for (const { username, email } of all.results) expect(email.includes('@')).toBe(masters.has(username))
    const [learner] = masters
    expect(await server.json(at(COURSE, `username=${learner}`))).toMatchObject([{ email: '' }])
  })

  test('a list has what the gradebook has; nobody without a grade passed', async () => {
    const { results } = await page(at(COURSE, 'page_size=1000'))
    const percents = (await rows()).map(({ username, percent }) => [username, percent])
    expect(results.map(({ username, percent }) => [username, percent])).toEqual(percents)
    for (const { passed, letter_grade: letter, percent } of results) {
      expect(passed).toBe(letter !== null)
      expect(passed).toBe(percent >= 0.6)
    }
    expect(results[0]).toMatchObject({
      username: 'nuria.haddad',
      percent: 0,
      passed: false,
      letter_grade: null,
    })
  })

  test('empty parameters are none', async () => {
    const empty = await page(at(COURSE, 'username=&page_size=&cursor='))
    expect(empty.results).toEqual((await page(at(COURSE))).results)
    expect(empty.results).toHaveLength(50)
  })

  test('links are absolute, keep every other parameter, and lead to the end and back', async () => {
    const first = await page(at(COURSE, 'page_size=90&lang=de'))
    const link = new URL(first.next ?? '')
    expect(link.origin).toBe(server.origin)
    expect(link.searchParams.get('lang')).toBe('de')
    expect(link.searchParams.get('course_id')).toBe(new URL(at(COURSE), link).searchParams.get('course_id'))
    expect(atob(link.searchParams.get('cursor') ?? '')).toMatch(/^p=\d+$/)
    const second = await page(link.pathname + link.search)
    expect(second.next).toBeNull()
    const back = new URL(second.previous ?? '')
    expect(atob(back.searchParams.get('cursor') ?? '')).toMatch(/^r=1&p=\d+$/)
    expect((await page(back.pathname + back.search)).results).toEqual(first.results)
  })

  test.each(['page_size=0', 'page_size=-3', `cursor=${btoa('p=x')}`])('crashes over %s', async (query) => {
    const response = await server.ask(at(COURSE, query))
    expect(response.status).toBe(500)
    expect(response.headers.get('Content-Type')).toMatch(/^text\/html/)
  })

  test.each(['page_size=many', 'page_size=1.5', 'page_size=2x'])('takes fifty for %s', async (query) => {
    expect((await page(at(COURSE, query))).results).toHaveLength(50)
  })

  test.each(['%21%21', btoa('r=x'), btoa('o=-1')])('refuses the cursor %s', async (cursor) => {
    expect(await server.json(at(COURSE, `cursor=${cursor}`), 404)).toEqual({
      developer_message: 'Invalid cursor',
    })
  })

  test('beyond the last page there is nothing', async () => {
    const beyond = await page(at(COURSE, `cursor=${btoa('p=999999999')}`))
    expect(beyond).toEqual({ next: null, previous: null, results: [] })
  })
})

test('in a query a raw plus is a space, and the key fails; a missing or empty key fails too', async () => {
  for (const query of [`?course_id=${COURSE}`, '', '?course_id=', '?course_id=&username=x']) {
    expect(await server.json(BY_QUERY + query, 404)).toEqual(BROKEN_KEY)
  }
})

test('where a policy cannot be read, nobody is listed, and one learner crashes', async () => {
  const broken = await testServer({ scenario: 'broken-policy' })
  const as = 'global-staff'
  expect(await broken.json(LIST, 200, { as })).toMatchObject({ results: [] })
  expect((await broken.ask(`${LIST}?username=amara.okafor`, { as })).status).toBe(500)
  await broken.close()
})

test('an override moves percent, letter and passing at once', async () => {
  const row = (await rows()).find(({ username }) => username === 'amara.okafor')
  const body = row?.section_breakdown.map(({ module_id: usage }) => {
    return { user_id: row.user_id, usage_id: usage, grade: { earned_graded_override: 0 } }
  })
  await server.json(`${GRADEBOOK}bulk-update`, 202, { body })
  expect(await server.json(`${LIST}?username=amara.okafor`)).toMatchObject([
    { percent: 0, passed: false, letter_grade: null },
  ])
})
