import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GRADEBOOK, type TestServer, testServer } from '#mocks/http/test-client.ts'

interface Row {
  user_id: number
  username: string
  email: string
  percent: number
  full_name?: string
  external_user_key?: string
  profile_name?: string | null
  section_breakdown: Array<{
    attempted: boolean
    label: string | null
    module_id: string
    percent: number
    score_earned: number
    score_possible: number
  }>
}
interface Page {
  next: string | null
  previous: string | null
  results: Row[]
  total_users_count: number
  filtered_users_count: number
}

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const page = async (query = '') => (await server.json(`${GRADEBOOK}${query}`)) as Page
const follow = async (link: string | null) => page(new URL(link ?? 'http://nowhere/').search)
const count = async (query: string) => (await page(query)).filtered_users_count
const names = ({ results }: Page) => results.map(({ username }) => username)

describe('the list', () => {
  test('has the envelope in its order, and no count', async () => {
    expect(Object.keys(await page())).toEqual([
      'next',
      'previous',
      'results',
      'total_users_count',
      'filtered_users_count',
    ])
  })

  test('has 50 learners where no size or no number is asked, and no upper limit', async () => {
    expect((await page()).results).toHaveLength(50)
    expect((await page('?page_size=many')).results).toHaveLength(50)
    const all = await page('?page_size=1000')
    expect(all.results).toHaveLength(all.total_users_count)
    expect(all.next).toBeNull()
  })

  test('stands in the order of enrolment, with the same columns in each row', async () => {
    const { results } = await page('?page_size=1000')
    const columns = results.map((row) => row.section_breakdown.map(({ module_id }) => module_id).join())
    expect(new Set(columns).size).toBe(1)
    expect(results[0]?.section_breakdown).toHaveLength(24)
  })

  test('gives 0 of 0 for what was not attempted, although it is worth points', async () => {
    const cells = (await page('?page_size=1000')).results.flatMap((row) => row.section_breakdown)
    const blank = cells.filter(({ attempted }) => !attempted)
    expect(blank.length).toBeGreaterThan(0)
    expect(
      blank.every((cell) => cell.score_earned === 0 && cell.score_possible === 0 && cell.percent === 0),
    ).toBe(true)
  })

  test('has name and e-mail of the master’s track only, and keys that are absent else', async () => {
    const masters = await page('?enrollment_mode=masters&page_size=1000')
    expect(masters.results.length).toBeGreaterThan(0)
    expect(masters.results.every((row) => row.full_name !== undefined && row.email.includes('@'))).toBe(true)
    const verified = await page('?enrollment_mode=verified&page_size=1000')
    expect(verified.results.length).toBeGreaterThan(0)
    expect(verified.results.every((row) => !('full_name' in row) && row.email === '')).toBe(true)
    expect(verified.results.some((row) => !('external_user_key' in row))).toBe(true)
    expect(verified.results.every((row) => row.external_user_key !== null)).toBe(true)
  })
})

describe('the cursor', () => {
  test('is base64 of a position, in an absolute link that keeps every other parameter', async () => {
    const { next } = await page(
      '?page_size=2&enrollment_mode=verified&excluded_course_roles=a&excluded_course_roles=b',
    )
    const link = new URL(next ?? '')
    expect(link.origin).toBe(server.origin)
    expect(link.pathname).toBe(GRADEBOOK)
    expect(atob(link.searchParams.get('cursor') ?? '')).toMatch(/^p=\d+$/)
    expect([...link.searchParams.keys()]).toEqual([
      'cursor',
      'enrollment_mode',
      'excluded_course_roles',
      'excluded_course_roles',
      'page_size',
    ])
  })

  test('leads through everybody once, and back', async () => {
    const seen: string[] = []
    let last = await page('?page_size=37')
    for (;;) {
      seen.push(...names(last))
      if (!last.next) break
      last = await follow(last.next)
    }
    expect(seen).toEqual(names(await page('?page_size=1000')))
    const back = await follow(last.previous)
    expect(atob(new URL(last.previous ?? '').searchParams.get('cursor') ?? '')).toMatch(/^r=1&p=\d+$/)
    expect(names(back)).toEqual(seen.slice(seen.length - last.results.length - 37, -last.results.length))
  })

  test('beyond the end leads nowhere', async () => {
    expect(await page(`?cursor=${btoa('p=999999')}`)).toMatchObject({
      next: null,
      previous: null,
      results: [],
    })
  })

  test.each(['%21%21', 'xx', 'cD0yM', btoa('\xff'), btoa('r=x'), btoa('o=-1')])(
    'that is broken is refused: %s',
    async (cursor) => {
      expect(await server.json(`${GRADEBOOK}?cursor=${cursor}`, 404)).toEqual({
        developer_message: 'Invalid cursor',
      })
    },
  )
})

describe('the filters', () => {
  test('look for parts of a username only, or of e-mail and student key too', async () => {
    const [learner] = (await page('?enrollment_mode=masters&page_size=1')).results
    const key = learner?.external_user_key ?? ''
    expect(key).not.toBe('')
    expect(names(await page(`?user_contains=${encodeURIComponent(key.toUpperCase())}`))).toContain(
      learner?.username,
    )
    expect((await page(`?username_contains=${encodeURIComponent(key)}`)).results).toEqual([])
  })

  test('are ANDed, counted, and empty ones are none', async () => {
    const all = await page('?cohort_id=&enrollment_mode=&user_contains=&course_grade_min=')
    expect(all.filtered_users_count).toBe(all.total_users_count)
    const verified = await page('?enrollment_mode=verified')
    const both = await page('?enrollment_mode=verified&course_grade_min=80')
    expect(both.filtered_users_count).toBeLessThan(verified.filtered_users_count)
    expect(both.results.every(({ percent }) => percent >= 0.8)).toBe(true)
    expect(both.total_users_count).toBe(all.total_users_count)
  })

  test('find learners without a grade only while the minimum is missing, empty or 0', async () => {
    const all = await count('')
    expect(await count('?course_grade_min=0&course_grade_max=200')).toBe(all)
    expect(await count('?course_grade_min=0.0001')).toBeLessThan(all)
  })

  test('by assignment leave out whoever has no grade there, even for a minimum of 0', async () => {
    const everybody = await page('?page_size=1000')
    const cell = everybody.results[60]?.section_breakdown.at(-1)
    const column = encodeURIComponent(cell?.module_id ?? '')
    const some = await page(`?assignment=${column}&assignment_grade_min=0&page_size=1000`)
    expect(some.filtered_users_count).toBeLessThan(everybody.total_users_count)
    expect(some.results.every((row) => row.section_breakdown.at(-1)?.attempted)).toBe(true)
    const without = await page(`?assignment=${column}`)
    expect(without.filtered_users_count).toBe(everybody.total_users_count)
  })

  test('drop roles by name, and all of them by “all”; a comma list is one name', async () => {
    const all = await count('')
    const withoutAny = await count('?excluded_course_roles=all')
    expect(withoutAny).toBeLessThan(all)
    expect(await count('?excluded_course_roles=staff&excluded_course_roles=beta_testers')).toBeLessThan(all)
    expect(await count('?excluded_course_roles=staff,beta_testers')).toBe(all)
  })

  test('know a cohort by its number only', async () => {
    const { results } = await page('?cohort_id=1&page_size=1000')
    expect(results.length).toBeGreaterThan(0)
    expect(await server.json(`${GRADEBOOK}?cohort_id=999`, 404)).toEqual({
      developer_message: 'CourseUserGroup matching query does not exist.',
    })
    expect(await page('?cohort_id=13')).toMatchObject({ results: [], filtered_users_count: 0 })
  })

  test.each([
    'page_size=0',
    'page_size=-1',
    'cohort_id=monday',
    'course_grade_min=low',
    'assignment=nothing&assignment_grade_min=1',
    `cursor=${btoa('p=x')}`,
  ])('crash where the server does: %s', async (query) => {
    const response = await server.ask(`${GRADEBOOK}?${query}`)
    expect(response.status).toBe(500)
    expect(response.headers.get('Content-Type')).toMatch(/^text\/html/)
  })

  test('leave a malformed assignment alone that no limit makes the server read', async () => {
    expect((await server.ask(`${GRADEBOOK}?assignment=nothing`)).status).toBe(200)
  })
})

describe('one learner', () => {
  test('is a bare object, without e-mail, whatever else is asked', async () => {
    const [listed] = (await page('?enrollment_mode=masters&page_size=1')).results
    const single = await server.json(
      `${GRADEBOOK}?username=${listed?.username}&enrollment_mode=audit&page_size=0`,
    )
    expect(single).toEqual({ ...listed, email: '' })
  })

  test('is refused in words: unknown, or never enrolled', async () => {
    expect(await server.json(`${GRADEBOOK}?username=nobody.at.all`, 404)).toEqual({
      developer_message: 'The user matching the requested username does not exist.',
      error_code: 'user_does_not_exist',
    })
    expect(await server.json(`${GRADEBOOK}?username=tomasz.zielinski`, 404)).toEqual({
      developer_message: 'The user matching the requested username is not enrolled in this course',
      error_code: 'user_not_enrolled',
    })
  })
})

test('nothing drifted from the contract', () => {
  expect(server.problems).toEqual([])
})
