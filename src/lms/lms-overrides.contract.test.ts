import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { MockLms } from '#mocks/node.ts'
import { failure } from './fake-server.ts'
import type { Lms } from './lms.ts'
import { backends, courseId, given, open, rowsOf } from './under-test.ts'

describe.each(backends)('%s', (_, config) => {
  let lms: Lms
  let mock: MockLms

  const reopen = async (options?: Parameters<typeof open>[1]) =>
    void ({ lms, mock } = await open(config, options))

  beforeEach(() => reopen())
  afterAll(() => mock.close())

  /** An attempted cell of the course, with its learner. */
  async function someCell() {
    for (const { learner, grades } of await rowsOf(lms)) {
      const cell = grades.find(({ attempted, percent }) => attempted && percent > 0 && percent < 0.9)
      if (cell) return { ...cell, learnerId: learner.id, username: learner.username }
    }
    throw new Error('nobody has attempted anything')
  }

  async function cellNow({ username, subsectionId }: { username: string; subsectionId: string }) {
    const { rows } = await lms.learnerGrades({ courseId, username })
    return rows?.[0]?.grades.find((cell) => cell.subsectionId === subsectionId)
  }

  describe('overrides', () => {
    test('a saved override is in the list, the subsection and its history', async () => {
      const cell = await someCell()
      const { learnerId, subsectionId, possible } = cell
      const before = await lms.subsectionGrade?.({ courseId, learnerId, subsectionId })
      const items = [{ learnerId, subsectionId, earned: possible, possible: null, reason: 'Marked again' }]
      expect(await lms.saveOverrides?.({ courseId, items })).toEqual([
        { learnerId, subsectionId, saved: true, reason: null },
      ])
      expect(await cellNow(cell)).toMatchObject({ earned: possible, possible, percent: 1 })
      const after = await lms.subsectionGrade?.({ courseId, learnerId, subsectionId })
      expect(after).toMatchObject({ available: true, override: { earnedGraded: possible } })
      expect(after?.graded).toEqual(before?.graded)
      expect(after?.history.length).toBe((before?.history.length ?? 0) + 1)
      expect(after?.history.at(-1)).toMatchObject({
        by: 'nuria.haddad',
        change: before?.override ? 'changed' : 'created',
        through: 'gradebook',
        reason: 'Marked again',
        override: { earnedGraded: possible },
      })
      const { history = [] } =
        (await lms.subsectionGrade?.({ courseId, learnerId, subsectionId, historyLimit: 1 })) ?? {}
      expect(history).toEqual(after?.history.slice(-1))
    })

    test('extra credit, other possible points, and the original again', async () => {
      const cell = await someCell()
      const { learnerId, subsectionId } = cell
      const save = (earned: number | null, possible: number | null) =>
        lms.saveOverrides?.({
          courseId,
          items: [{ learnerId, subsectionId, earned, possible, reason: null }],
        })
      await save(12, 10)
      expect(await cellNow(cell)).toMatchObject({ earned: 12, possible: 10, percent: 1.2 })
      await save(null, null)
      const { graded } = (await lms.subsectionGrade?.({ courseId, learnerId, subsectionId })) ?? {}
      expect(await cellNow(cell)).toMatchObject({ earned: graded?.earned, possible: graded?.possible })
    })

    test('a refused item is data, in its place; the others are saved', async () => {
      const { learnerId, subsectionId } = await someCell()
      const item = { subsectionId, earned: 1, possible: 2, reason: null }
      const outcomes = await lms.saveOverrides?.({
        courseId,
        items: [
          { ...item, learnerId },
          { ...item, learnerId: '99999999' },
          { ...item, learnerId, subsectionId: 'no key' },
        ],
      })
      expect(outcomes?.map(({ saved }) => saved)).toEqual([true, false, false])
      expect(outcomes?.[1]).toMatchObject({ learnerId: '99999999', reason: expect.stringContaining('User') })
      expect(outcomes?.[2]?.reason).toMatch(/./)
    })

    test('a learner id that is no number is never sent: the server would grade the caller', async () => {
      const { subsectionId } = await someCell()
      const items = [{ learnerId: '0', subsectionId, earned: 1, possible: null, reason: null }]
      expect(await failure(given(lms.saveOverrides?.({ courseId, items })))).toMatchObject({
        kind: 'invalid',
        details: { outcome: 'none' },
      })
      expect(mock.requests.some((line) => line.includes('bulk-update'))).toBe(false)
    })
  })
})
