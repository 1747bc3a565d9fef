import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { MockLms } from '#mocks/node.ts'
import { COURSE_KEYS } from '#mocks/scenarios/team.ts'
import { failure } from './fake-server.ts'
import type { Lms, Page } from './lms.ts'
import { backends, courseId, given, open, rowsOf } from './under-test.ts'

describe.each(backends)('totals and submissions, %s', (_, config) => {
  let lms: Lms
  let mock: MockLms

  const reopen = async (options?: Parameters<typeof open>[1]) =>
    void ({ lms, mock } = await open(config, options))

  beforeEach(() => reopen({ user: 'global-staff' }))
  afterAll(() => mock.close())

  /** Reads all pages, from the first one on. */
  async function all<Item>(read: (page: string | null) => Promise<Page<Item>>): Promise<Item[]> {
    const items: Item[] = []
    let page: string | null = null
    do {
      const part = await read(page)
      items.push(...part.items)
      page = part.next
    } while (page !== null)
    return items
  }
  const totals = (courseId: string | null, usernames: string[] = []) =>
    all((page) => given(lms.courseTotals?.({ courseId, usernames, page })))

  test('the totals of a course are those of its gradebook, learner by learner', async () => {
    const rows = await rowsOf(lms, { courseTeam: true })
    const read = await totals(courseId)
    expect(read.map(({ username, percent }) => [username, percent])).toEqual(
      rows.map(({ learner, total }) => [learner.username, total]),
    )
    expect(read.some(({ passed }) => passed)).toBe(true)
    expect(read.every(({ passed, letter }) => passed === (letter !== null))).toBe(true)
  })

  test('people have a total in each of their courses, or in the one named', async () => {
    await reopen({ user: 'global-staff', scenario: 'so2-instance' })
    const courses = await lms.courses({})
    const [one] = await totals(courses[0]?.id ?? '')
    const name = one?.username ?? ''
    const everywhere = await totals(null, [name])
    expect(everywhere.length).toBeGreaterThan(0)
    for (const { courseId, username, percent, isCutOff } of everywhere) {
      expect(username).toBe(name)
      expect(isCutOff).toBeUndefined()
      expect((await given(lms.courseTotal?.({ courseId, username }))).percent).toBe(percent)
    }
    expect(await totals(courses[0]?.id ?? '', [name])).toEqual([
      expect.objectContaining({ courseId: one?.courseId, username: name, percent: one?.percent }),
    ])
  })

  test('an unknown name is not there, a malformed one is refused, and so are too many', async () => {
    expect(await totals(null, ['nobody.at.all'])).toEqual([])
    expect(await failure(totals(null, ['no body']))).toMatchObject({ kind: 'invalid' })
    const most = lms.capabilities.usernamesAtOnce ?? 0
    const names = Array.from({ length: most + 1 }, (_, index) => `name${index}`)
    expect(await failure(totals(null, names))).toMatchObject({ kind: 'invalid' })
    expect(await totals(null, names.slice(1))).toEqual([])
  })

  test('what stands behind a total: each type with its scores, those dropped told', async () => {
    const [row] = await rowsOf(lms)
    const username = row?.learner.username ?? ''
    const lines = (await given(lms.totalLines?.({ courseId, username }))) ?? []
    const { types } = await lms.gradingInfo!({ courseId })
    expect([...new Set(lines.map(({ type }) => type))]).toEqual(types.map(({ name }) => name))
    const sum = types.reduce((sum, { name, weight }) => {
      const whole = lines.find((line) => line.type === name && line.isWhole)
      return sum + (whole?.percent ?? 0) * (weight ?? 0)
    }, 0)
    expect(Math.abs(sum - (row?.total ?? 0))).toBeLessThan(0.006)
    expect(lines.some(({ dropped }) => dropped !== null)).toBe(true)
    expect(await given(lms.totalLines?.({ courseId, username: 'nobody.at.all' }))).toBeNull()
  })

  test('a learner knows their own total, and nobody else’s', async () => {
    const other = (await rowsOf(lms)).at(-1)?.learner.username ?? ''
    await reopen({ user: 'learner' })
    const { username } = await lms.viewer({})
    const own = await given(lms.courseTotal?.({ courseId, username }))
    expect(own).toMatchObject({ courseId, username, percent: expect.any(Number) })
    const refused = { kind: 'forbidden' }
    expect(await failure(given(lms.courseTotal?.({ courseId, username: other })))).toMatchObject(refused)
    expect(await failure(totals(courseId))).toMatchObject(refused)
    expect(await failure(totals(null, [other]))).toMatchObject(refused)
    expect(await failure(given(lms.totalLines?.({ courseId, username: other })))).toMatchObject(refused)
  })

  test('somebody who is not enrolled has no total; an unknown course says so', async () => {
    expect(await failure(given(lms.courseTotal?.({ courseId, username: 'nobody.at.all' })))).toMatchObject({
      kind: 'not-found',
      details: { reason: 'no-learner' },
    })
    expect(await failure(totals('course-v1:No+Such+Course'))).toMatchObject({
      details: { reason: 'no-course' },
    })
    expect(await failure(totals('nonsense'))).toMatchObject({ details: { reason: 'no-course' } })
  })

  describe('submissions', () => {
    const sent = (username: string, subsectionId: string | null = null, course: string = courseId) =>
      all((page) => given(lms.submissions?.({ courseId: course, username, subsectionId, page })))

    test('by problem in course order, the newest first; a time only where the problem keeps one', async () => {
      const [row] = await rowsOf(lms)
      const problems = await sent(row?.learner.username ?? '')
      expect(problems.length).toBeGreaterThan(10)
      expect(problems.every(({ submissions }) => submissions.length > 0)).toBe(true)
      const every = problems.flatMap(({ submissions }) => submissions)
      expect(every.some(({ at }) => at === null)).toBe(true)
      expect(every.some(({ at }) => at !== null)).toBe(true)
      for (const { submissions } of problems) {
        const attempts = submissions.map(({ state }) => Number(state?.['attempts'] ?? 0))
        expect(attempts).toEqual(attempts.toSorted((a, b) => b - a))
      }
    })

    test('of one subsection: its problems and no others', async () => {
      const [row] = await rowsOf(lms)
      const username = row?.learner.username ?? ''
      const attempted = row?.grades.find((grade) => grade.attempted)
      const everywhere = await sent(username)
      const here = await sent(username, attempted?.subsectionId ?? '')
      expect(here.length).toBeGreaterThan(0)
      expect(here.length).toBeLessThan(everywhere.length)
      expect(everywhere).toEqual(expect.arrayContaining(here))
    })

    test('nobody of that name, no such course: nothing sent in', async () => {
      expect(await sent('nobody.at.all')).toEqual([])
      expect(await sent('nobody.at.all', null, COURSE_KEYS.archive)).toEqual([])
    })

    test('are for staff of the whole site', async () => {
      await reopen({ user: 'instructor' })
      expect(await failure(sent('anybody'))).toMatchObject({ kind: 'forbidden' })
    })

    test('too many calls in a minute end in words', async () => {
      for (let call = 0; call < 120; call += 1) await sent('nobody.at.all')
      expect(await failure(sent('nobody.at.all'))).toMatchObject({ details: { reason: 'too-many' } })
    })
  })
})
