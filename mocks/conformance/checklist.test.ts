import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COURSE, GRADEBOOK, type TestServer, testServer } from '#mocks/http/test-client.ts'
import type { Settings } from '#mocks/settings.ts'
import { PAGE, type Row, TEXTS, detail, due, outcomeOf, refused, told } from './rows.ts'

// The twenty points on which a simulated LMS is most easily wrong, each once, over HTTP.

const BULK = `${GRADEBOOK}bulk-update`
const HW1 = 'block-v1:MITx+18.05+2026_Autumn+type@sequential+block@hw_01'
const COURSES = `/api/grades/v1/courses/${COURSE}/`
const UNKNOWN = 'course-v1:MITx+Nothing+2026'

interface Cell {
  module_id: string
  attempted: boolean
  percent: number
  score_earned: number
  score_possible: number
}
interface GradebookRow {
  user_id: number
  username: string
  percent: number
  section_breakdown: Cell[]
  full_name?: string
  external_user_key?: string
}
interface Page {
  next: string | null
  results: GradebookRow[]
  filtered_users_count: number
  total_users_count: number
}
interface Detail {
  success: boolean
  original_grade: Record<string, number>
  override: Record<string, number | null> | null
  history: Array<Record<string, unknown>>
}

const running: TestServer[] = []
async function start(settings: Settings = {}): Promise<TestServer> {
  const server = await testServer(settings)
  running.push(server)
  return server
}

let server: TestServer
let everybody: readonly GradebookRow[]
beforeAll(async () => {
  server = await start()
  everybody = (await list('page_size=1000')).results
})
afterAll(() => Promise.all(running.map((server) => server.close())))

const list = async (query: string) => (await server.json(`${GRADEBOOK}?${query}`)) as Page
const one = async (username: string) =>
  (await server.json(`${GRADEBOOK}?username=${username}`)) as GradebookRow
const detailOf = async (userId: number, usageKey: string, more = '') =>
  (await server.json(`/api/grades/v1/subsection/${usageKey}/?user_id=${userId}${more}`)) as Detail
const save = async (status: number, ...items: unknown[]) =>
  (await server.json(BULK, status, { as: 'instructor', body: items })) as Array<Record<string, unknown>>

/** The nth learner (from the end) who attempted something and has no override there yet. */
async function untouched(nth: number): Promise<{ row: GradebookRow; cell: Cell }> {
  const row = everybody.at(-10 - nth)
  for (const cell of row?.section_breakdown ?? []) {
    if (row && cell.attempted && !(await detailOf(row.user_id, cell.module_id)).override) return { row, cell }
  }
  throw new Error(`Learner ${nth} has nothing to change`)
}

describe('1. slashes', () => {
  test('are due here and refused there', async () => {
    expect((await server.ask(GRADEBOOK.slice(0, -1))).status).toBe(301)
    expect((await server.ask(`${GRADEBOOK}grading-info/`)).status).toBe(404)
  })
})

describe('2. 401 and 403', () => {
  test.each(
    told([
      ['nobody', `GET ${GRADEBOOK}`, 401, refused(TEXTS.anonymous)],
      ['nobody', `GET ${GRADEBOOK}grading-info`, 401, refused(TEXTS.notProvided)],
      ['nobody', `GET /api/course_home/progress/${COURSE}`, 401, detail(TEXTS.notProvided)],
      ['nobody', 'POST /login_refresh', 401, 'Unauthorized'],
      ['learner', `GET ${GRADEBOOK}`, 403, refused(TEXTS.noAuthor, 'user_permissions')],
      ['learner', `GET ${COURSES}`, 403, refused(TEXTS.noPermission)],
      ['instructor', `GET ${COURSES}`, 403, refused(TEXTS.noPermission)],
    ]),
  )('%s', async (_, row) => {
    expect(await outcomeOf(server, row)).toEqual(due(row))
  })
})

describe('3. the flag', () => {
  test.each(['learner', 'instructor'] as const)('comes before the right: %s', async (as) => {
    const off = await start({ scenario: 'flag-off' })
    const words = 'The writable gradebook feature is not enabled for this course.'
    const answer = [403, refused(words, 'feature_not_enabled')]
    expect(await outcomeOf(off, [as, `GET ${GRADEBOOK}`, 403, null])).toEqual(answer)
    expect((await off.ask(`${GRADEBOOK}grading-info`)).status).toBe(200)
  })
})

describe('4. one learner', () => {
  test('is an object in the gradebook, an array of one among the courses', async () => {
    const username = everybody.at(-1)?.username ?? ''
    expect(await one(username)).toMatchObject({ username, section_breakdown: expect.any(Array) })
    const courses = await server.json(`${COURSES}?username=${username}`, 200, { as: 'global-staff' })
    expect(courses).toEqual([expect.objectContaining({ username, course_id: COURSE })])
    expect(await server.json(COURSES, 200, { as: 'global-staff' })).toHaveProperty('results')
  })
})

describe('5. optional keys', () => {
  test('are there or absent, never null', () => {
    const masters = everybody.filter((row) => 'full_name' in row)
    expect(masters.length).toBeGreaterThan(0)
    expect(masters.length).toBeLessThan(everybody.length)
    expect(JSON.stringify(everybody)).not.toMatch(/"(?:full_name|external_user_key)":null/)
  })
})

describe('6. a range of grades', () => {
  test('includes learners without a grade only where it has no lower end', async () => {
    const all = (await list('page_size=1')).total_users_count
    const upTo = async (query: string) => (await list(`page_size=1&${query}`)).filtered_users_count
    expect(await upTo('course_grade_min=0&course_grade_max=100')).toBe(all)
    expect(await upTo('course_grade_min=&course_grade_max=100')).toBe(all)
    expect(await upTo('course_grade_min=0.001')).toBeLessThan(all)
    const key = encodeURIComponent(HW1)
    // The upper end is 100 where it is not given, which leaves out who has more.
    const inRange = everybody.filter(
      ({ section_breakdown: [cell] }) => cell?.attempted && cell.score_possible > 0 && cell.percent <= 1,
    )
    expect(await upTo(`assignment=${key}&assignment_grade_min=0`)).toBe(inRange.length)
    expect(inRange.length).toBeLessThan(all)
    expect(await upTo(`assignment=${key}`)).toBe(all)
    expect(await upTo('assignment_grade_min=50')).toBe(all)
  })
})

describe('7. a cursor', () => {
  test('is base64 of a position, and the next page keeps every filter', async () => {
    const { next, results } = await list('page_size=2&enrollment_mode=verified&excluded_course_roles=all')
    const { searchParams, origin } = new URL(next ?? '')
    expect(origin).toBe(server.origin)
    expect(atob(searchParams.get('cursor') ?? '')).toMatch(/^p=\d+$/)
    expect([searchParams.get('enrollment_mode'), searchParams.get('excluded_course_roles')]).toEqual([
      'verified',
      'all',
    ])
    const following = (await (await fetch(next ?? '')).json()) as Page
    expect(following.results).toHaveLength(2)
    expect(following.results[0]?.user_id).not.toBe(results[1]?.user_id)
    expect(await server.json(`${GRADEBOOK}?cursor=broken!`, 404)).toEqual(refused('Invalid cursor'))
    const beyond = `${GRADEBOOK}?cursor=${encodeURIComponent(btoa('p=99999999'))}`
    expect(await server.json(beyond)).toMatchObject({ next: null, previous: null, results: [] })
  })
})

describe('8. a refused batch', () => {
  test('answers 422 and keeps what was good', async () => {
    const { row, cell } = await untouched(1)
    const good = { user_id: row.user_id, usage_id: cell.module_id, grade: { earned_graded_override: 1 } }
    const outcomes = await save(422, good, { ...good, user_id: 987654321 })
    expect(outcomes.map(({ success }) => success)).toEqual([true, false])
    expect(outcomes[1]).toEqual({
      user_id: 987654321,
      usage_id: cell.module_id,
      success: false,
      reason: 'User matching query does not exist.',
    })
    expect((await detailOf(row.user_id, cell.module_id)).override).toMatchObject({
      earned_graded_override: 1,
    })
  })
})

describe('9. a field left out', () => {
  test('is filled from the original grade, not from the override before', async () => {
    const { row, cell } = await untouched(2)
    const at = { user_id: row.user_id, usage_id: cell.module_id }
    await save(202, { ...at, grade: { earned_graded_override: 1, possible_graded_override: 77 } })
    await save(202, { ...at, grade: { earned_graded_override: 2 } })
    const { override, original_grade: original } = await detailOf(row.user_id, cell.module_id)
    expect(override).toEqual({
      earned_all_override: original['earned_all'],
      possible_all_override: original['possible_all'],
      earned_graded_override: 2,
      possible_graded_override: original['possible_graded'],
    })
  })
})

describe('10. grades', () => {
  test('are reckoned anew before the answer comes', async () => {
    const { row, cell } = await untouched(3)
    const grade = { earned_graded_override: cell.score_earned / 2 }
    await save(202, { user_id: row.user_id, usage_id: cell.module_id, grade })
    const after = await one(row.username)
    const changed = after.section_breakdown.find(({ module_id: id }) => id === cell.module_id)
    expect(changed).toMatchObject({ score_earned: cell.score_earned / 2, attempted: true })
    const courses = `${COURSES}?username=${row.username}`
    expect(await server.json(courses, 200, { as: 'global-staff' })).toMatchObject([
      { percent: after.percent },
    ])
    // Two decimals, always.
    expect(Math.round(after.percent * 100) / 100).toBe(after.percent)
  })
})

describe('11. a history', () => {
  test('is ascending, the newest N of it, and absent without an override', async () => {
    const { row, cell } = await untouched(4)
    const at = { user_id: row.user_id, usage_id: cell.module_id }
    expect(await detailOf(row.user_id, cell.module_id)).toMatchObject({ override: null, history: [] })
    for (const comment of ['a', 'b', 'c']) await save(202, { ...at, grade: { comment } })
    const reasons = async (more = '') =>
      (await detailOf(row.user_id, cell.module_id, more)).history.map((entry) => entry['override_reason'])
    expect(await reasons()).toEqual(['a', 'b', 'c'])
    expect(await reasons('&history_record_limit=2')).toEqual(['b', 'c'])
  })
})

describe('12. work that was not attempted', () => {
  test('is 0 of 0, although the subsection has points', async () => {
    const cells = everybody.flatMap((row) => row.section_breakdown.map((cell) => ({ row, cell })))
    const missing = cells.find(({ cell }) => !cell.attempted)
    expect(missing?.cell).toMatchObject({ percent: 0, score_earned: 0, score_possible: 0 })
    const { original_grade: original } = await detailOf(
      missing?.row.user_id ?? 0,
      missing?.cell.module_id ?? '',
    )
    expect(original['possible_graded']).toBeGreaterThan(0)
  })
})

describe('13. counts', () => {
  // The server caches them for an hour; this one is exact, which a client must not rely on.
  test('are both there, and tell what the filters leave', async () => {
    const { total_users_count: total, filtered_users_count: filtered } = await list(
      'page_size=1&enrollment_mode=verified',
    )
    expect(total).toBe(everybody.length)
    expect(filtered).toBeGreaterThan(0)
    expect(filtered).toBeLessThan(total)
  })
})

describe('14. a frozen course', () => {
  test('can be read and not be written', async () => {
    const frozen = await start({ scenario: 'frozen' })
    const words = 'Grades are frozen for this course.'
    expect(await frozen.json(`${GRADEBOOK}grading-info`)).toMatchObject({ grades_frozen: true })
    expect((await frozen.ask(`${GRADEBOOK}?page_size=1`)).status).toBe(200)
    const row: Row = ['instructor', `POST ${BULK}`, 403, refused(words, 'grades_frozen'), { body: [] }]
    expect(await outcomeOf(frozen, row)).toEqual(due(row))
  })
})

describe('15. a subsection that is not there for a learner', () => {
  test('answers 200 with success: false', async () => {
    const { subsections } = (await server.json(`${GRADEBOOK}grading-info?graded_only=1`)) as {
      subsections: Array<{ module_id: string; short_label: string | null }>
    }
    // The last lab but one is for some cohorts only.
    const lab = subsections.filter(({ short_label: label }) => label?.startsWith('Lab')).at(-2)
    const details = await Promise.all(
      everybody.slice(10, 40).map(({ user_id: id }) => detailOf(id, lab?.module_id ?? '')),
    )
    expect(details.find(({ success }) => !success)).toMatchObject({
      error_message: 'Cannot override subsection grade: subsection is not available for target learner.',
      original_grade: { earned_all: 0, possible_all: 0, earned_graded: 0, possible_graded: 0 },
      override: null,
      history: [],
    })
    expect(details.find(({ success }) => success)).not.toHaveProperty('error_message')
  })
})

describe('16. progress', () => {
  test('refuses who is not enrolled with 401 and a JSON string', async () => {
    const row: Row = ['stranger', `GET /api/course_home/progress/${COURSE}`, 401, 'User not enrolled.']
    expect(await outcomeOf(server, row)).toEqual(due(row))
  })
})

describe('17. cohorts', () => {
  test('are a bare array, cut at ten without a word', async () => {
    const path = `/api/cohorts/v1/courses/${COURSE}/cohorts/`
    const cut = (await server.json(path)) as unknown[]
    const all = (await server.json(`${path}?page_size=100`)) as unknown[]
    expect(cut).toHaveLength(10)
    expect(all.length).toBeGreaterThan(10)
  })
})

describe('18. course modes', () => {
  test('are not for course staff', async () => {
    const path = `GET /api/course_modes/v1/courses/${COURSE}/`
    expect((await outcomeOf(server, ['instructor', path, 403, null]))[0]).toBe(403)
    expect(await outcomeOf(server, ['global-staff', path, 200, null])).toEqual([
      200,
      expect.arrayContaining([expect.objectContaining({ mode_slug: 'verified', currency: 'usd' })]),
    ])
  })
})

describe('19. a bulk CSV', () => {
  test('is answered with 200 whatever is wrong with it, after waiting', async () => {
    const post = async (name: string, value: string | File) => {
      const body = new FormData()
      body.set(name, value)
      const headers = { Authorization: 'Bearer mock-instructor' }
      const address = `${server.origin}/api/bulk_grades/course/${COURSE}/`
      const response = await fetch(address, { method: 'POST', headers, body })
      return [response.status, (await response.json()) as { waiting: boolean; result_id: string }] as const
    }
    const text = `user_id,course_id,new_override-hw_01\n1003,${COURSE},-1\n1004,${COURSE},7\n`
    const file = new File([text], 'grades.csv', { type: 'text/csv' })
    let [status, outcome] = await post('csv', file)
    expect([status, outcome.waiting]).toEqual([200, true])
    const { result_id: id } = outcome
    while (outcome.waiting) [status, outcome] = await post('result_id', id)
    expect([status, outcome]).toEqual([
      200,
      expect.objectContaining({
        error_messages: [expect.stringContaining('Grade must not be negative')],
        saved: 1,
      }),
    ])
  })
})

describe('20. what crashes the real server', () => {
  test.each(
    told([
      ['instructor', `GET ${GRADEBOOK}?page_size=0`, 500, PAGE],
      ['instructor', `GET ${GRADEBOOK}?page_size=-1`, 500, PAGE],
      ['instructor', `GET ${GRADEBOOK}?cohort_id=some`, 500, PAGE],
      ['instructor', `GET ${GRADEBOOK}?course_grade_min=some`, 500, PAGE],
      ['instructor', `GET ${GRADEBOOK}?assignment=x&assignment_grade_min=1`, 500, PAGE],
      ['global-staff', `GET /api/grades/v1/gradebook/${UNKNOWN}/grading-info`, 500, PAGE],
      ['instructor', `GET /api/grades/v1/subsection/${HW1}/`, 500, PAGE],
      ['instructor', `GET /api/grades/v1/subsection/${HW1}/?user_id=11&history_record_limit=-1`, 500, PAGE],
      ['instructor', `POST ${BULK}`, 500, PAGE, { body: {} }],
      ['instructor', `POST ${BULK}`, 500, PAGE, { body: [{ user_id: 11, usage_id: HW1 }] }],
      ['instructor', `POST ${BULK}`, 500, PAGE, { body: [{ user_id: 'bob', usage_id: HW1, grade: {} }] }],
    ]),
  )('%s', async (_, row) => {
    expect(await outcomeOf(server, row)).toEqual(due(row))
  })
})

test('nothing drifted from the contract', () => {
  expect(running.flatMap(({ problems }) => problems)).toEqual([])
})
