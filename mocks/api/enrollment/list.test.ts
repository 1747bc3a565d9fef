import { describe, expect, test } from 'vitest'
import { serverForEach } from '#mocks/api/under-test.ts'
import { COURSE } from '#mocks/http/test-client.ts'

const LIST = '/api/enrollment/v1/enrollments/'
const IN_COURSE = `course_id=${encodeURIComponent(COURSE)}`

interface Row {
  course_id: string
  user: string
  created: string
  mode: string
  is_active: boolean
}
interface Page {
  next: string | null
  previous: string | null
  results: Row[]
}

const server = serverForEach('global-staff')
const page = async (query = '') => (await server.json(`${LIST}?${query}`)) as Page
const follow = async (link: string | null) => {
  if (link === null) throw new Error('There is no such page')
  const { pathname, search } = new URL(link)
  return (await server.json(pathname + search)) as Page
}

describe('all enrolments', () => {
  test('come newest first, a hundred at a time, those that ended too', async () => {
    const first = await page(IN_COURSE)
    const second = await follow(first.next)
    const all = [...first.results, ...second.results]
    expect(first.results).toHaveLength(100)
    expect(all).toHaveLength(125)
    expect(second.next).toBeNull()
    expect(all.map(({ created }) => created)).toEqual(
      all
        .map(({ created }) => created)
        .sort()
        .toReversed(),
    )
    expect(new Set(all.map((row) => row.is_active))).toEqual(new Set([true, false]))
    expect(new Set(all.map((row) => row.course_id))).toEqual(new Set([COURSE]))
  })

  test('read in pages of any size, there and back, are the same', async () => {
    const whole = [...(await page()).results]
    const seen: Row[] = []
    let at = await page('page_size=37')
    for (;;) {
      seen.push(...at.results)
      if (at.next === null || seen.length >= 111) break
      at = await follow(at.next)
    }
    expect(seen.slice(0, 100)).toEqual(whole)
    const back = await follow(at.previous)
    expect(back.results).toEqual(seen.slice(37, 74))
    expect(new URL(at.previous ?? '').searchParams.get('page_size')).toBe('37')
  })

  test.each(['0', '-1', 'x', '1000'])('take no page size of %s', async (size) => {
    expect((await page(`page_size=${size}`)).results).toHaveLength(100)
  })

  test('can be narrowed to people, by name, by address, by both', async () => {
    const users = async (query: string) => {
      const { results } = await page(`${IN_COURSE}&${query}`)
      return results.map(({ user }) => user)
    }
    const [one, other] = (await page(IN_COURSE)).results.map(({ user }) => user)
    expect(await users(`username=${other},${one},no.such,${one}`)).toEqual([one, other])
    expect(await users('email=nuria.haddad@staff.example.edu')).toEqual(['nuria.haddad'])
    expect(await users(`username=${one}&email=nuria.haddad@staff.example.edu`)).toEqual([])
    expect(await users('username=no.such')).toEqual([])
    const everywhere = (await page(`username=nuria.haddad`)).results
    expect(everywhere.length).toBeGreaterThan(1)
    expect(everywhere.every(({ user }) => user === 'nuria.haddad')).toBe(true)
  })

  test('of an unknown course are none', async () => {
    expect(await page('course_id=course-v1%3AMITx%2BNothing%2B2026')).toEqual({
      next: null,
      previous: null,
      results: [],
    })
  })

  test.each([
    ['course_id=x', 'course_id', "'x' is not a valid course id."],
    ['username=a', 'username', 'Username must be between 2 and 30 characters long.'],
    [
      'username=a%20b',
      'username',
      'Usernames can only contain letters (A-Z, a-z), numerals (0-9), underscores (_), and hyphens (-).',
    ],
    [
      `username=${Array.from({ length: 101 }, () => 'ab').join()}`,
      'username',
      'Too many usernames in a single request - 101. A maximum of 100 is allowed',
    ],
    ['email=nobody', 'email', 'Enter a valid email address.'],
  ])('by %s are refused', async (query, field, words) => {
    expect(await server.json(`${LIST}?${query}`, 400)).toEqual({
      field_errors: { [field]: { developer_message: words } },
    })
  })

  test('after a cursor that is none are refused', async () => {
    for (const cursor of ['%', btoa('p=987')]) {
      expect(await server.json(`${LIST}?cursor=${encodeURIComponent(cursor)}`, 404)).toEqual({
        developer_message: 'Invalid cursor',
      })
    }
  })

  test('are for staff of the site', async () => {
    expect(await server.json(LIST, 401, { as: 'nobody' })).toEqual({
      developer_message: 'Authentication credentials were not provided.',
    })
    expect(await server.json(LIST, 403, { as: 'instructor' })).toEqual({
      developer_message: 'You do not have permission to perform this action.',
    })
    const response = await server.ask(LIST.slice(0, -1))
    expect(response.headers.get('Location')).toBe(LIST)
  })
})
