import { expect, test } from 'vitest'
import type { Account } from '#mocks/lms/model.ts'
import { directoryOf, learnerId } from './people.ts'

const MANY = 4000
const boss: Account = { id: 5, username: 'boss', email: 'boss@example.org', name: 'Boss', globalStaff: true }
const directory = directoryOf([boss], MANY)

function learner(index: number): Account {
  const account = directory.byId(learnerId(index))
  if (!account) throw new Error(`No learner ${index}`)
  return account
}

test('every learner has a username of their own, by which they are found', () => {
  const accounts = Array.from({ length: MANY }, (_, index) => learner(index))
  expect(new Set(accounts.map(({ username }) => username)).size).toBe(MANY)
  expect(accounts.filter((account) => directory.byUsername(account.username)?.id !== account.id)).toEqual([])
})

test('usernames are such as a learning system takes', () => {
  const odd = Array.from({ length: MANY }, (_, index) => learner(index).username).filter(
    (username) => !/^[a-z][a-z0-9._-]*$/.test(username),
  )
  expect(odd).toEqual([])
})

test('a username is found as it is written only', () => {
  expect(directory.byUsername('amara.okafor')?.name).toBe('Amara Okafor')
  for (const wrong of ['Amara.Okafor', 'amara.okafor2', 'amara.okafor1', 'amara', '', '2']) {
    expect(directory.byUsername(wrong)).toBeUndefined()
  }
})

test('nobody lives beyond the end of the list', () => {
  expect(directory.byId(learnerId(MANY))).toBeUndefined()
  expect(directory.byId(learnerId(-1))).toBeUndefined()
  expect(directory.byId(learnerId(0) + 0.5)).toBeUndefined()
  const beyond = directoryOf([], MANY + 1).byId(learnerId(MANY))?.username ?? ''
  expect(directory.byUsername(beyond)).toBeUndefined()
})

test('named accounts stand beside the learners', () => {
  expect(directory.byId(5)).toBe(boss)
  expect(directory.byUsername('boss')).toBe(boss)
})

test('among the first hundred there are names of many scripts, very long ones, one word, none, and namesakes', () => {
  const names = Array.from({ length: 100 }, (_, index) => learner(index).name)
  for (const script of [
    'Arabic',
    'Hebrew',
    'Han',
    'Hangul',
    'Hiragana',
    'Thai',
    'Devanagari',
    'Cyrillic',
    'Greek',
  ]) {
    expect(names.some((name) => new RegExp(`\\p{Script=${script}}`, 'u').test(name ?? ''))).toBe(true)
  }
  expect(Math.max(...names.map((name) => name?.length ?? 0))).toBeGreaterThan(70)
  expect(names).toContain('Sutrisno')
  expect(names).toContain(null)
  expect(names.filter((name) => name === 'Maria Garcia')).toHaveLength(3)
})
