import { expect, test } from 'vitest'
import { EditStore } from './edit-store.ts'
import { SavingTurn } from './saving-turn.ts'
import { fakeLocks } from './two-tabs.ts'

/** Two tabs that tell each other at once when they save. */
function pair() {
  const locks = fakeLocks()
  const open = (onStart: () => void) => {
    const store = new EditStore()
    return { store, turn: new SavingTurn({ locks, name: 'tray', store, onStart }) }
  }
  const a = open(() => b.turn.watch())
  const b = open(() => a.turn.watch())
  return { a, b, locks }
}

test('one tab saves at a time; the other one shows it, and waits', async () => {
  const { a, b } = pair()
  const first = Promise.withResolvers<string>()
  const saving = a.turn.run(() => first.promise)
  await expect.poll(b.store.isSavingElsewhere).toBe(true)
  let hasBegun = false
  const waiting = b.turn.run(async () => {
    hasBegun = true
    return 'second'
  })
  await Promise.resolve()
  expect([hasBegun, a.store.isSavingElsewhere()]).toEqual([false, false])
  first.resolve('first')
  expect(await Promise.all([saving, waiting])).toEqual(['first', 'second'])
  await expect.poll(b.store.isSavingElsewhere).toBe(false)
})

test('several savings of one tab share its turn, until the last one has ended', async () => {
  const { a, b } = pair()
  const [one, two] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const outer = a.turn.run(async () => {
    await a.turn.run(() => one.promise)
    await two.promise
  })
  const other = b.turn.run(async () => 'b')
  one.resolve()
  await expect.poll(b.store.isSavingElsewhere).toBe(true)
  two.resolve()
  await outer
  expect(await other).toBe('b')
})

test('who gives up while waiting does nothing, and stands in nobody’s way', async () => {
  const { a, b } = pair()
  const first = Promise.withResolvers<void>()
  const saving = a.turn.run(() => first.promise)
  const givingUp = new AbortController()
  const waiting = b.turn.run(async () => 'never', givingUp.signal)
  givingUp.abort()
  expect(await waiting).toBeNull()
  first.resolve()
  await saving
  expect(await a.turn.run(async () => 'again')).toBe('again')
})

test('work that fails gives the turn back', async () => {
  const { a, b } = pair()
  await expect(a.turn.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await b.turn.run(async () => 'b')).toBe('b')
})

test('a newcomer sees that another tab is saving', async () => {
  const { a, locks } = pair()
  const first = Promise.withResolvers<void>()
  const saving = a.turn.run(() => first.promise)
  const store = new EditStore()
  new SavingTurn({ locks, name: 'tray', store, onStart: () => {} }).watch()
  await expect.poll(store.isSavingElsewhere).toBe(true)
  first.resolve()
  await saving
  await expect.poll(store.isSavingElsewhere).toBe(false)
})

test('a browser that refuses locks leaves the tab alone', async () => {
  const store = new EditStore()
  const locks = { request: () => Promise.reject(new Error('no')) }
  const turn = new SavingTurn({ locks, name: 'tray', store, onStart: () => {} })
  expect(await turn.run(async () => 'alone')).toBe('alone')
})
