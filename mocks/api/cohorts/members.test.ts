import { describe, expect, test } from 'vitest'
import { serverForEach } from '#mocks/api/under-test.ts'
import { COURSE, GRADEBOOK } from '#mocks/http/test-client.ts'

const BASE = `/api/cohorts/v1/courses/${COURSE}/cohorts/`
const EMPTY = 13

interface Person {
  username: string
  email: string
  name: string
}
interface Page {
  count: number
  num_pages: number
  current_page: number
  start: number
  next: string | null
  previous: string | null
  results: Person[]
}

const server = serverForEach('instructor')

const users = async (id: number, query = '?page_size=100') =>
  (await server.json(`${BASE}${id}/users/${query}`)) as Page
const size = async (id: number) => ((await server.json(`${BASE}${id}`)) as { user_count: number }).user_count
const add = (id: number, names: unknown) =>
  server.json(`${BASE}${id}/users/`, 200, { body: { users: names } })
const nothing = { added: [], changed: [], present: [], unknown: [], preassigned: [], invalid: [] }

async function someone(id: number): Promise<Person> {
  const [person] = (await users(id)).results
  if (!person) throw new Error(`Nobody is in cohort ${id}`)
  return person
}

describe('the members of a cohort', () => {
  test('come in pages of ten', async () => {
    await add(
      EMPTY,
      (await users(1)).results.map(({ username }) => username),
    )
    await add(
      EMPTY,
      (await users(2)).results.map(({ username }) => username),
    )
    const all = await users(EMPTY)
    expect(all.count).toBe(all.results.length)
    expect(all.count).toBeGreaterThan(10)
    const second = await users(EMPTY, '?page=2')
    expect(second).toMatchObject({ count: all.count, current_page: 2, start: 10 })
    expect(second.results).toEqual(all.results.slice(10, 20))
    expect(second.previous).toContain('page=1')
    expect(await users(EMPTY, '?page=last')).toMatchObject({ next: null, previous: expect.any(String) })
    expect(await users(EMPTY, '?page=2&page=')).toMatchObject({ current_page: 1, previous: null })
    expect(await server.json(`${BASE}${EMPTY}/users/?page=99`, 404)).toEqual({
      developer_message: 'Invalid page.',
    })
  })

  test('are the same with a username in the path', async () => {
    expect(await server.json(`${BASE}1/users/bob?page_size=100`)).toEqual(await users(1))
  })

  test('are those whom the gradebook shows for it, and who left', async () => {
    const { results } = (await server.json(`${GRADEBOOK}?cohort_id=1&page_size=100`)) as Page
    const members = new Set((await users(1)).results.map(({ username }) => username))
    expect(results.length).toBeGreaterThan(0)
    expect(results.every(({ username }) => members.has(username))).toBe(true)
    expect(await size(1)).toBe(results.length)
  })
})

describe('adding', () => {
  test('tells what became of each', async () => {
    const [mover, stayer] = [await someone(1), await someone(2)]
    await add(EMPTY, [stayer.username])
    const joined = await add(EMPTY, [
      mover.username,
      '',
      stayer.email.toUpperCase(),
      'tomasz.zielinski',
      'nobody.atall',
      'foo@example.com',
      'foo@bar',
    ])
    expect(joined).toEqual({
      success: true,
      added: [{ username: 'tomasz.zielinski', email: 'tomasz.zielinski@staff.example.edu' }],
      changed: [{ username: mover.username, email: mover.email, previous_cohort: 'Monday morning' }],
      present: [stayer.email.toUpperCase()],
      unknown: ['nobody.atall'],
      preassigned: ['foo@example.com'],
      invalid: ['foo@bar'],
    })
    expect((await users(1)).results).not.toContainEqual(mover)
  })

  test('moves what the gradebook and the counts show', async () => {
    const before = await size(1)
    const mover = await someone(1)
    await add(EMPTY, [mover.username])
    expect([await size(1), await size(EMPTY)]).toEqual([before - 1, 1])
    const { results } = (await server.json(`${GRADEBOOK}?cohort_id=${EMPTY}`)) as Page
    expect(results.map(({ username }) => username)).toEqual([mover.username])
  })

  test('gives and takes what is for some cohorts only', async () => {
    // The first four cohorts lack a lab.
    const mover = await someone(1)
    const lab = async () => {
      const row = (await server.json(`${GRADEBOOK}?username=${mover.username}`)) as {
        section_breakdown: Array<{ score_possible: number }>
      }
      return row.section_breakdown.map(({ score_possible: points }) => points)
    }
    const before = await lab()
    await add(6, [mover.username])
    expect(await lab()).not.toEqual(before)
    await add(1, [mover.username])
    expect(await lab()).toEqual(before)
  })

  test('takes in who never enrolled; they count once they enrol', async () => {
    await add(EMPTY, ['tomasz.zielinski'])
    expect([await size(EMPTY), (await users(EMPTY)).count]).toEqual([0, 1])
    const enrolment = { course_details: { course_id: COURSE } }
    await server.json('/api/enrollment/v1/enrollment', 200, { body: enrolment, as: 'stranger' })
    expect([await size(EMPTY), (await users(EMPTY)).count]).toEqual([1, 1])
    const { results } = (await server.json(`${GRADEBOOK}?cohort_id=${EMPTY}`)) as Page
    expect(results.map(({ username }) => username)).toEqual(['tomasz.zielinski'])
  })

  test('takes one by the path, unless the body names others', async () => {
    const path = `${BASE}${EMPTY}/users/tomasz.zielinski`
    const added = { username: 'tomasz.zielinski', email: 'tomasz.zielinski@staff.example.edu' }
    expect(await server.json(path, 200, { method: 'POST' })).toEqual({
      success: true,
      ...nothing,
      added: [added],
    })
    expect(await server.json(path, 200, { body: { users: ['no.such'] } })).toEqual({
      success: true,
      ...nothing,
      unknown: ['no.such'],
    })
  })

  test('takes a text apart', async () => {
    expect(await add(EMPTY, 'ab')).toEqual({ success: true, ...nothing, unknown: ['a', 'b'] })
  })

  test.each([[{}], [{ users: [] }], [{ users: '' }], [undefined]])('needs names: %j', async (body) => {
    expect(await server.json(`${BASE}1/users/`, 400, { method: 'POST', body })).toEqual({
      developer_message: 'Missing users key in payload',
      error_code: 'missing-users',
    })
  })

  test.each([[{ users: 7 }], [{ users: [7] }], [[]]])('crashes over %j', async (body) => {
    expect((await server.ask(`${BASE}1/users/`, { body })).status).toBe(500)
  })
})

describe('removing', () => {
  test('takes the learner out of the cohort, not out of the course', async () => {
    const { username } = await someone(1)
    const response = await server.ask(`${BASE}1/users/${username}`, { method: 'DELETE' })
    expect([response.status, await response.text()]).toEqual([204, ''])
    expect((await users(1)).results.map((one) => one.username)).not.toContain(username)
    expect(await server.json(`${GRADEBOOK}?username=${username}`)).toMatchObject({ username })
  })

  test('takes out who never enrolled', async () => {
    await add(EMPTY, ['tomasz.zielinski'])
    await server.ask(`${BASE}${EMPTY}/users/tomasz.zielinski`, { method: 'DELETE' })
    expect((await users(EMPTY)).count).toBe(0)
  })

  test('needs a name, of a member', async () => {
    const { username } = await someone(2)
    const cases: ReadonlyArray<readonly [string, number, string, string]> = [
      ['', 405, 'missing-username', 'Missing username in path'],
      ['no.such', 404, 'user-not-found', 'User does not exist.'],
      [username, 404, 'user-not-in-cohort', 'User not assigned to the given cohort.'],
    ]
    for (const [name, status, code, words] of cases) {
      expect(await server.json(`${BASE}1/users/${name}`, status, { method: 'DELETE' })).toEqual({
        developer_message: words,
        error_code: code,
      })
    }
  })
})

test.each(['GET', 'POST'])('%s of the users of an unknown cohort says which', async (method) => {
  expect(await server.json(`${BASE}999/users/`, 404, { method })).toEqual({
    developer_message: `Cohort (ID 999) not found for ${COURSE}`,
    error_code: 'cohort-not-found',
  })
})

describe('the upload', () => {
  const path = `/api/cohorts/v1/courses/${COURSE}/users`

  function upload(
    content: string,
    { name = 'cohorts.csv', field = 'uploaded-file' } = {},
  ): Promise<Response> {
    const body = new FormData()
    body.set(field, new File([content], name, { type: 'text/csv' }))
    return fetch(server.origin + path, {
      method: 'POST',
      headers: { Authorization: 'Bearer mock-instructor' },
      body,
    })
  }

  test('puts people into cohorts', async () => {
    const [one, other] = [await someone(1), await someone(2)]
    const response = await upload(
      `username,email,cohort\r\n${one.username},,Waiting list\r\n,${other.email},Waiting list\r\n`,
    )
    expect([response.status, await response.text()]).toEqual([204, ''])
    const { results } = await users(EMPTY)
    expect(new Set(results.map(({ username }) => username))).toEqual(new Set([one.username, other.username]))
    const { downloads } = (await server.json(`/api/instructor/v1/reports/${COURSE}`)) as {
      downloads: Array<{ name: string; url: string }>
    }
    expect(downloads[0]?.name).toMatch(/^MITx_18\.05_2026_Autumn_cohort_results_2026-11-\d\d-\d{4}\.csv$/)
    const { pathname, search } = new URL(downloads[0]?.url ?? '', server.origin)
    expect(await (await server.ask(pathname + search)).text()).toContain('Waiting list,True,2,,,')
  })

  test.each([
    ['', {}, "The file must contain a 'cohort' column containing cohort names."],
    ['username\r\nbob', {}, "The file must contain a 'cohort' column containing cohort names."],
    ['cohort\r\nA', {}, "The file must contain a 'username' column, an 'email' column, or both."],
    ['cohort,email', { name: 'a.txt' }, "The file must end with the extension '.csv'."],
    ['cohort,email', { field: 'file' }, "No file uploaded with key 'uploaded-file'."],
    [`cohort,email\r\n${'x'.repeat(2_000_000)}`, {}, 'Maximum upload file size is 2000000 bytes.'],
  ])('refuses what it cannot use (case %#)', async (content, options, words) => {
    const response = await upload(content, options)
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ developer_message: words, error_code: 'failed-validation' })
  })

  test('takes nothing but a form', async () => {
    expect(await server.json(path, 415, { body: { a: 1 } })).toEqual({
      developer_message: 'Unsupported media type "application/json" in request.',
    })
  })
})
