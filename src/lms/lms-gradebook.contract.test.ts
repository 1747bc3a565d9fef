import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { MockLms } from '#mocks/node.ts'
import { failure } from './fake-server.ts'
import type { Lms, SheetRow } from './lms.ts'
import { backends, chunksOf, courseId, open, rowsOf } from './under-test.ts'

/** The course total as the server compares it, in percent. */
const percent = ({ total }: SheetRow) => Math.round((total ?? 0) * 100)

describe.each(backends)('%s', (_, config) => {
  let lms: Lms
  let mock: MockLms

  const reopen = async (options?: Parameters<typeof open>[1]) =>
    void ({ lms, mock } = await open(config, options))

  beforeEach(() => reopen())
  afterAll(() => mock.close())

  describe('the gradebook', () => {
    test('gives each learner once, each column once, and says how many there are', async () => {
      const chunks = await chunksOf(lms)
      const rows = chunks.flatMap(({ rows = [] }) => rows)
      const columns = chunks.flatMap(({ columns = [] }) => columns)
      expect(rows.length).toBeGreaterThan(100)
      expect(new Set(rows.map(({ learner }) => learner.id)).size).toBe(rows.length)
      expect(new Set(columns.map(({ id }) => id)).size).toBe(columns.length)
      expect(rows.every(({ grades }) => grades.length === columns.length)).toBe(true)
      expect(chunks.map(({ rows }) => rows?.length)).toEqual([50, 50, rows.length - 100])
      expect(chunks[0]?.counts).toEqual({ enrolled: expect.any(Number), matching: rows.length })
      expect(chunks.map(({ resume }) => resume === null)).toEqual([false, false, true])
    })

    test('goes on from where it stopped', async () => {
      const [first, ...rest] = await chunksOf(lms, { pageSize: 40 })
      const resumed = await rowsOf(lms, { pageSize: 40, resume: first?.resume ?? undefined })
      expect(resumed).toEqual(rest.flatMap(({ rows = [] }) => rows))
    })

    test('stops asking when nobody listens any more', async () => {
      for await (const chunk of lms.gradebook!({ courseId })) {
        expect(chunk.rows).toHaveLength(50)
        break
      }
      expect(mock.requests.filter((line) => line.includes('/gradebook/'))).toHaveLength(1)
    })

    test('aborting ends it with the reason that was given', async () => {
      const stop = new AbortController()
      const reading = async () => {
        for await (const { rows } of lms.gradebook!({ courseId }, stop.signal)) {
          expect(rows).toHaveLength(50)
          stop.abort(new Error('moved on'))
        }
      }
      await expect(reading()).rejects.toThrow('moved on')
    })

    test('tells zero from not attempted, and knows names, e-mail and student key where the server gives them', async () => {
      const rows = await rowsOf(lms)
      const cells = rows.flatMap(({ grades }) => grades)
      const blank = cells.filter(({ attempted }) => !attempted)
      expect(blank.length).toBeGreaterThan(0)
      expect(blank.every(({ earned, possible }) => earned === 0 && possible === 0)).toBe(true)
      expect(cells.some(({ attempted, earned }) => attempted && earned === 0)).toBe(true)
      expect(rows.some(({ learner }) => learner.name !== null)).toBe(true)
      expect(rows.some(({ learner }) => learner.email?.includes('@'))).toBe(true)
      expect(rows.every(({ learner }) => learner.email !== '' && learner.name !== '')).toBe(true)
    })

    test('an empty course, and one without graded subsections', async () => {
      await reopen({ scenario: 'empty' })
      expect(await chunksOf(lms)).toMatchObject([
        { rows: [], columns: [], resume: null, counts: { matching: 0 } },
      ])
      await reopen({ scenario: 'no-graded' })
      expect((await rowsOf(lms)).every(({ grades }) => grades.length === 0)).toBe(true)
    })

    test('one learner by exact username is the same as in the list', async () => {
      const [first, second] = await rowsOf(lms)
      const { username } = (second ?? first)?.learner ?? { username: '' }
      const { rows, columns, resume } = await lms.learnerGrades({ courseId, username })
      expect(rows?.[0]?.grades).toEqual(second?.grades)
      expect(rows?.[0]?.total).toBe(second?.total)
      expect(columns?.length).toBe(second?.grades.length)
      expect(resume).toBeNull()
    })
  })

  describe('filters of the server', () => {
    test('search looks into usernames, whatever the case', async () => {
      const [row] = await rowsOf(lms)
      const username = row?.learner.username ?? ''
      const found = await rowsOf(lms, { search: username.toUpperCase() })
      expect(found.map(({ learner }) => learner.username)).toContain(username)
      expect(found.length).toBeLessThan(20)
      expect(await rowsOf(lms, { search: 'a+b & c#d' })).toEqual([])
    })

    test('tracks together make the course; an unknown one has nobody', async () => {
      const { tracks } = await lms.course({ courseId })
      const parts = await Promise.all(tracks.map(({ slug }) => rowsOf(lms, { track: slug })))
      expect(parts.reduce((sum, part) => sum + part.length, 0)).toBe((await rowsOf(lms)).length)
      expect(await rowsOf(lms, { track: 'no-such' })).toEqual([])
    })

    test('cohorts have as many as they say', async () => {
      const [cohort] = (await lms.cohorts?.({ courseId })) ?? []
      const rows = await rowsOf(lms, { cohort: cohort?.id, courseTeam: true })
      expect(rows.length).toBeGreaterThan(0)
      expect(rows.length).toBeLessThanOrEqual(cohort?.size ?? 0)
      expect(await failure(rowsOf(lms, { cohort: '4711' }))).toMatchObject({
        kind: 'not-found',
        details: { reason: 'no-cohort' },
      })
    })

    test('course grades from and to, both included', async () => {
      const all = await rowsOf(lms)
      const expected = all.filter((row) => percent(row) >= 40 && percent(row) <= 70)
      const found = await rowsOf(lms, { courseGrade: { min: 40, max: 70 } })
      expect(expected.length).toBeGreaterThan(0)
      expect(found.map(({ learner }) => learner.id)).toEqual(expected.map(({ learner }) => learner.id))
    })

    test('grades of one assignment', async () => {
      const all = await rowsOf(lms)
      const subsectionId = all[0]?.grades[0]?.subsectionId ?? ''
      const cellOf = (row: SheetRow) => row.grades.find((cell) => cell.subsectionId === subsectionId)
      const found = await rowsOf(lms, { assignmentGrade: { subsectionId, min: 80 } })
      expect(found.length).toBeGreaterThan(0)
      expect(found.length).toBeLessThan(all.length)
      expect(found.every((row) => (cellOf(row)?.percent ?? 0) >= 0.8)).toBe(true)
    })

    test('the course team is left out unless asked for', async () => {
      const [without, withTeam] = [await rowsOf(lms), await rowsOf(lms, { courseTeam: true })]
      expect(withTeam.length).toBeGreaterThan(without.length)
    })
  })
})
