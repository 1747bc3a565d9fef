import { expect, test } from 'vitest'
import type { HistoryEntry } from './course.ts'
import { othersEntry } from './race.ts'

function entry(id: string, earned: number | null, more: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    id,
    at: '2026-11-20T09:00:00Z',
    by: 'nuria.haddad',
    change: 'changed',
    through: 'gradebook',
    reason: null,
    override: { earnedAll: earned, possibleAll: earned, earnedGraded: earned, possibleGraded: earned },
    ...more,
  }
}
const wrote = (historyId: string | null | undefined, earned: number | null) => ({
  was: { attempted: true, earned: 5, possible: 10, historyId },
  will: earned === null ? null : { earned, possible: null },
  reason: null,
})

test('my own entry after the one I saw is no race', () => {
  expect(othersEntry([entry('1', 5), entry('2', 8)], wrote('1', 8))).toBeNull()
  expect(othersEntry([entry('1', 8, { change: 'created' })], wrote(null, 8))).toBeNull()
  expect(othersEntry([entry('1', 5), entry('2', null)], wrote('1', null))).toBeNull()
})

test('an entry between the last look and mine is, and so is one right after mine', () => {
  expect(othersEntry([entry('1', 5), entry('2', 7), entry('3', 8)], wrote('1', 8))?.id).toBe('2')
  expect(othersEntry([entry('1', 5), entry('2', 8), entry('3', 7)], wrote('1', 8))?.id).toBe('3')
  const sameScore = [entry('1', 5), entry('2', 8, { reason: 'Mine too' }), entry('3', 8)]
  expect(othersEntry(sameScore, wrote('1', 8))?.id).toBe('2')
})

test('a history that was hidden while there was no override is old', () => {
  const history = [entry('1', 0), entry('2', 0, { change: 'deleted' }), entry('3', 8, { change: 'created' })]
  expect(othersEntry(history, wrote(null, 8))).toBeNull()
})

test('nothing is claimed where the last look told no history, or its entry is gone', () => {
  expect(othersEntry([entry('7', 7), entry('8', 8)], wrote(undefined, 8))).toBeNull()
  expect(othersEntry([entry('7', 7), entry('8', 8)], wrote('1', 8))).toBeNull()
})
