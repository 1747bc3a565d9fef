import { describe, expect, test } from 'vitest'
import type { HistoryEntry } from './course.ts'
import { ENTRY, points } from './edits-testing.ts'
import { previousOf } from './previous-value.ts'

const graded = { earned: 4, possible: 10 }
const NONE = { earnedAll: null, possibleAll: null, earnedGraded: null, possibleGraded: null }

const entry = (
  earnedGraded: number | null,
  possibleGraded: number | null = earnedGraded === null ? null : 10,
  more: Partial<HistoryEntry> = {},
): HistoryEntry => ({
  ...ENTRY,
  change: 'changed',
  ...more,
  override: { ...NONE, earnedGraded, possibleGraded },
})
const created = { change: 'created' } as const
const mine = { will: points(8), reason: null }
const before = (...history: readonly HistoryEntry[]) => previousOf({ history, graded }, mine)

describe('previousOf', () => {
  test('the first entry took the place of no override', () => {
    expect(before(entry(8, 10, created))).toEqual({ kind: 'known', will: null })
  })

  test('a later one took the place of the entry before it', () => {
    expect(before(entry(3, 10, created), entry(8))).toEqual({ kind: 'known', will: points(3) })
  })

  test('other possible points come back with the score', () => {
    expect(before(entry(3, 20, created), entry(8))).toEqual({
      kind: 'known',
      will: { earned: 3, possible: 20 },
    })
  })

  test.each([entry(null), entry(3, 10, { change: 'deleted' })])(
    'a record without effect counts as no override',
    (earlier) => {
      expect(before(earlier, entry(8))).toEqual({ kind: 'known', will: null })
    },
  )

  test('a cleared override comes back', () => {
    const history = [entry(3, 10, created), entry(null)]
    expect(previousOf({ history, graded }, { will: null, reason: null })).toEqual({
      kind: 'known',
      will: points(3),
    })
  })

  test.each([
    ['another score', entry(9)],
    ['another reason', entry(8, 10, { reason: 'Late' })],
    ['a deletion', entry(8, 10, { change: 'deleted' })],
    ['a cleared override', entry(null)],
  ])('%s on top of it: somebody was there since', (_, top) => {
    expect(before(entry(8, 10, created), top)).toEqual({ kind: 'changed-since' })
  })

  test('no history: the override has gone since', () => {
    expect(before()).toEqual({ kind: 'changed-since' })
  })

  test('a history that begins in the middle does not tell', () => {
    expect(before(entry(8))).toEqual({ kind: 'not-told' })
  })
})
