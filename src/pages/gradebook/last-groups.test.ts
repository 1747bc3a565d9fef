import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepLastGroups, readLastGroups } from './last-groups.ts'

let stored: Map<string, string>
beforeEach(() => {
  stored = new Map()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => void stored.set(key, text),
  })
})
afterEach(() => void vi.unstubAllGlobals())

test('keeps track and cohort of a course, ids only', () => {
  keepLastGroups('a', { track: 'audit', cohort: '4', totalMin: 50, assignment: 'hw1' })
  expect(readLastGroups('a')).toEqual({ track: 'audit', cohort: '4' })
  expect([...stored.values()]).toEqual(['{"track":"audit","cohort":"4"}'])
  expect(readLastGroups('b')).toEqual({})
})

test('filters without either leave what was kept; one of them takes the place of both', () => {
  keepLastGroups('a', { track: 'audit', cohort: '4' })
  keepLastGroups('a', { totalMin: 50 })
  expect(readLastGroups('a')).toEqual({ track: 'audit', cohort: '4' })
  keepLastGroups('a', { cohort: '5' })
  expect(readLastGroups('a')).toEqual({ cohort: '5' })
})

test.each(['not JSON', '{"track":4}', '7'])('%s in the storage is nothing', (text) => {
  stored.set('rollbook.groups.a', text)
  expect(readLastGroups('a')).toEqual({})
})

test('a storage that is closed breaks nothing', () => {
  const closed = () => {
    throw new DOMException('closed', 'SecurityError')
  }
  vi.stubGlobal('localStorage', { getItem: closed, setItem: closed })
  keepLastGroups('a', { track: 'audit' })
  expect(readLastGroups('a')).toEqual({})
})
