import { expect, test } from 'vitest'
import type { HistoryEntry } from '#src/domain/course.ts'
import { historyLines } from './history-lines.ts'

function entry(id: string, change: HistoryEntry['change'], earned: number | null): HistoryEntry {
  const possible = earned === null ? null : 10
  return {
    id,
    change,
    at: '2026-11-20T09:00:00Z',
    by: null,
    through: 'gradebook',
    reason: null,
    override: { earnedAll: earned, possibleAll: possible, earnedGraded: earned, possibleGraded: possible },
  }
}
const score = (earned: number) => ({ earned, possible: 10 })
const steps = (history: readonly HistoryEntry[]) => historyLines(history).map(({ from, to }) => [from, to])

test('the newest comes first, each from what the one before it made', () => {
  const history = [entry('1', 'created', 6), entry('2', 'changed', 8)]
  expect(historyLines(history).map((line) => line.entry.id)).toEqual(['2', '1'])
  expect(steps(history)).toEqual([
    [score(6), score(8)],
    ['original', score(6)],
  ])
})

test('a record of nulls and a deletion both let the original count', () => {
  const history = [
    entry('1', 'created', 6),
    entry('2', 'changed', null),
    entry('3', 'changed', 0),
    entry('4', 'deleted', 0),
    entry('5', 'created', 7),
  ]
  expect(steps(history)).toEqual([
    ['original', score(7)],
    [score(0), 'original'],
    ['original', score(0)],
    [score(6), 'original'],
    ['original', score(6)],
  ])
})

test('nothing is said about what came before a history that begins in the middle', () => {
  expect(steps([entry('7', 'changed', 6)])).toEqual([[undefined, score(6)]])
  expect(historyLines([])).toEqual([])
})
