import { describe, expect, test } from 'vitest'
import { serverForEach } from '#mocks/api/under-test.ts'
import { COURSE, GRADEBOOK, testServer } from '#mocks/http/test-client.ts'

interface Line {
  percent: number
  label: string
  detail: string
  category: string
  prominent?: boolean
  mark?: { detail: string }
  sequential_id?: string | null
}
interface Result {
  course_id: string
  username: string
  passed: boolean
  current_grade: number
  section_breakdown: Line[]
}
interface Page {
  next: string | null
  previous: string | null
  results: Result[]
}

const PATH = '/api/grades/v1/section_grades_breakdown/'
const HERE = `course_id=${encodeURIComponent(COURSE)}`

const server = serverForEach('global-staff')

const page = async (query = '') => (await server.json(`${PATH}?${query}`)) as Page

describe('who may read it', () => {
  test.each(['instructor', 'limited-staff', 'learner', 'stranger'] as const)('not %s', async (as) => {
    expect(await server.json(`${PATH}?course_id=x`, 403, { as })).toEqual({
      developer_message: 'You do not have permission to perform this action.',
    })
  })

  test('not nobody', async () => {
    expect(await server.json(PATH, 401, { as: 'nobody' })).toEqual({
      developer_message: 'Incorrect authentication credentials.',
    })
  })
})

describe('the list', () => {
  test('has one cursor over all courses, in the order of enrolment', async () => {
    const all = await page('page_size=1000')
    expect(Object.keys(all)).toEqual(['next', 'previous', 'results'])
    expect(new Set(all.results.map(({ course_id: id }) => id)).size).toBe(4)
    const seen: Result[] = []
    for (let next: string | null = `${PATH}?page_size=37`; next;) {
      const { pathname, search } = new URL(next, server.origin)
      const { results, next: further } = (await server.json(pathname + search)) as Page
      seen.push(...results)
      next = further
    }
    expect(seen).toEqual(all.results)
  })

  test('has 50 to a page, and leads back', async () => {
    const first = await page()
    expect(first.results).toHaveLength(50)
    expect(first.previous).toBeNull()
    const second = (await server.json(PATH + new URL(first.next ?? '').search)) as Page
    expect(await server.json(PATH + new URL(second.previous ?? '').search)).toMatchObject({
      previous: null,
      results: first.results,
    })
  })

  test('is narrowed by course, by names, by both; empty parameters are none', async () => {
    const { results } = await page(`${HERE}&page_size=1000`)
    expect(new Set(results.map(({ course_id: id }) => id))).toEqual(new Set([COURSE]))
    const amara = await page('username=amara.okafor')
    expect(amara.results.length).toBeGreaterThan(1)
    expect(new Set(amara.results.map(({ username }) => username))).toEqual(new Set(['amara.okafor']))
    const both = await page(`${HERE}&username=amara.okafor,ada.lovelace,amara.okafor,nobody.at.all`)
    expect(both.results.map(({ username }) => username).sort()).toEqual(['ada.lovelace', 'amara.okafor'])
    const empty = await page('course_id=&username=&page_size=&cursor=')
    expect(empty.results).toEqual((await page()).results)
  })

  test('is empty for a course and for names that are well formed and unknown', async () => {
    const empty = { next: null, previous: null, results: [] }
    expect(await page('course_id=course-v1%3AMITx%2BNothing%2B2026')).toEqual(empty)
    expect(await page('username=nobody.at.all')).toEqual(empty)
    // The case of the letters counts.
    expect(await page('username=AMARA.OKAFOR')).toEqual(empty)
  })

  test('leaves out whose grade cannot be computed', async () => {
    const broken = await testServer({ scenario: 'broken-policy' })
    const read = { as: 'global-staff' } as const
    expect(await broken.json(`${PATH}?${HERE}`, 200, read)).toMatchObject({ results: [] })
    expect(((await broken.json(`${PATH}?page_size=1000`, 200, read)) as Page).results.length).toBeGreaterThan(
      20,
    )
    await broken.close()
  })
})

describe('bad parameters', () => {
  test.each([
    ['x', "'x' is not a valid course id."],
    ['a+b+c', "'a b c' is not a valid course id."],
    // A raw plus is a space in a query.
    [COURSE, "'course-v1:MITx 18.05 2026_Autumn' is not a valid course id."],
  ])('course_id=%s', async (key, words) => {
    expect(await server.json(`${PATH}?course_id=${key}`, 400)).toEqual({
      field_errors: { course_id: { developer_message: words } },
    })
  })

  test.each([
    ['who?', /^Usernames can only contain/],
    ['amara.okafor, ada.lovelace', /^Usernames can only contain/],
    ['amara.okafor,', /^Username must be between 2 and 30/],
    ['a', /^Username must be between 2 and 30/],
  ])('username=%s', async (names, words) => {
    expect(await server.json(`${PATH}?username=${encodeURIComponent(names)}`, 400)).toEqual({
      field_errors: { username: { developer_message: expect.stringMatching(words) } },
    })
  })

  test('a hundred names are taken, one more is not', async () => {
    const names = (count: number) => Array.from({ length: count }, (_, index) => `user${index}`).join(',')
    expect(await page(`username=${names(100)}`)).toMatchObject({ results: [] })
    expect(await server.json(`${PATH}?course_id=x&username=${names(101)}`, 400)).toEqual({
      field_errors: {
        course_id: { developer_message: "'x' is not a valid course id." },
        username: {
          developer_message: 'Too many usernames in a single request - 101. A maximum of 100 is allowed',
        },
      },
    })
  })
})

describe('a grade', () => {
  const linesOf = ({ section_breakdown: lines }: Result, category: string) =>
    lines.filter((line) => line.category === category)

  async function amara(): Promise<Result> {
    const [result] = (await page(`${HERE}&username=amara.okafor`)).results
    if (!result) throw new Error('No result')
    return result
  }

  test('has scores and the average of each type, and one line for a type of one', async () => {
    const result = await amara()
    const homework = linesOf(result, 'Homework')
    expect(homework).toHaveLength(13)
    expect(homework[0]).toEqual({
      percent: 0.9,
      label: 'HW 01',
      detail: 'Homework 1 - Homework 1 - 90.00% (9/10)',
      category: 'Homework',
      sequential_id: `${COURSE.replace('course', 'block')}+type@sequential+block@hw_01`,
    })
    expect(homework.filter(({ mark }) => mark)).toHaveLength(2)
    expect(homework.find(({ mark }) => mark)?.mark).toEqual({
      detail: 'The lowest 2 Homework scores are dropped.',
    })
    expect(Object.keys(homework.at(-1) ?? {})).toEqual([
      'percent',
      'label',
      'detail',
      'category',
      'prominent',
    ])
    expect(homework.at(-1)).toMatchObject({ label: 'HW Avg', prominent: true })
    expect(linesOf(result, 'Midterm exam')).toEqual([
      {
        percent: expect.any(Number),
        label: 'Midterm',
        detail: expect.stringMatching(/^Midterm exam = \d+\.\d\d%$/),
        category: 'Midterm exam',
        prominent: true,
        sequential_id: expect.stringContaining('@midterm'),
      },
    ])
  })

  test('has placeholders for what the policy expects and nobody made', async () => {
    const messy = await testServer({ scenario: 'messy-policy' })
    const { results } = (await messy.json(`${PATH}?${HERE}&page_size=1`, 200, { as: 'global-staff' })) as Page
    const [result] = results
    const last = result && linesOf(result, 'Homework').at(-2)
    expect(last).toMatchObject({ percent: 0, sequential_id: null })
    expect(last?.detail).toMatch(/^Homework \d+ Unreleased - 0% \(\?\/\?\)$/)
    expect(result && linesOf(result, 'Participation')[0]?.label).toBe('Participation 01')
    await messy.close()
  })

  test('is a whole number of percent, cut off in floating point: 0.29 is 28, 0.57 is 56', async () => {
    const { results } = await page(`${HERE}&page_size=1000`)
    const { results: rows } = (await server.json(`${GRADEBOOK}?page_size=1000`)) as {
      results: Array<{ username: string; percent: number }>
    }
    const percents = new Map(rows.map(({ username, percent }) => [username, percent]))
    for (const { username, current_grade: grade } of results) {
      expect(grade).toBe(Math.trunc((percents.get(username) ?? Number.NaN) * 100))
    }
    const short = results.filter(({ username, current_grade: grade }) => {
      return grade < Math.round((percents.get(username) ?? 0) * 100)
    })
    expect(short.length).toBeGreaterThan(0)
  })

  test('of somebody without any is 0, not passed, with every line', async () => {
    const { results } = await page(`${HERE}&username=nuria.haddad`)
    expect(results).toMatchObject([{ current_grade: 0, passed: false }])
    expect(results[0]?.section_breakdown.every(({ percent }) => percent === 0)).toBe(true)
    expect(results[0]?.section_breakdown.map(({ label }) => label)).toEqual(
      expect.arrayContaining((await amara()).section_breakdown.map(({ label }) => label)),
    )
  })

  test('shows an override at once', async () => {
    const before = await amara()
    const usage = linesOf(before, 'Final exam')[0]?.sequential_id
    const { user_id: user } = (await server.json(`${GRADEBOOK}?username=amara.okafor`)) as { user_id: number }
    const item = { user_id: user, usage_id: usage, grade: { earned_graded_override: 0 } }
    await server.json(`${GRADEBOOK}bulk-update`, 202, { body: [item] })
    const after = await amara()
    expect(linesOf(after, 'Final exam')[0]).toMatchObject({ percent: 0, detail: 'Final exam = 0.00%' })
    expect(after.current_grade).toBeLessThan(before.current_grade)
  })
})
