import { beforeEach, describe, expect, test, vi } from 'vitest'
import { ADA, BEN, begin, checked, points, sending, sent, shows, stage } from '#src/domain/edits-testing.ts'
import { EditStore } from './edit-store.ts'
import { KeptTray, readRecord } from './kept-tray.ts'
import { memoryStorage } from './memory-storage.ts'

const PLACE = { site: 'https://lms.example.com', username: 'ada', courseId: 'c' }

let storage: ReturnType<typeof memoryStorage>
let store: EditStore
let troubles: number

beforeEach(() => {
  storage = memoryStorage()
  store = new EditStore()
  troubles = 0
})

/** Opens the tray of a new visit. */
function visit(place = PLACE) {
  return new KeptTray({ storage, place, store, now: () => 1000, onTrouble: () => (troubles += 1) })
}

/** The changes that are on the device. */
async function kept() {
  const found = readRecord(await storage.read(PLACE))
  return found.kind === 'edits' ? found.edits : []
}

describe('what is not saved', () => {
  test('is there on the next visit, with the time of the last change', async () => {
    const tray = visit()
    expect(await tray.find()).toEqual({ kind: 'nothing' })
    store.dispatch(stage(ADA, 8, { reason: 'why' }))
    await tray.flush()
    expect(await visit().find()).toMatchObject({
      kind: 'edits',
      at: 1000,
      edits: [{ ...ADA, reason: 'why' }],
    })
  })

  test('is written soon after the change, once for what is typed at a stretch', async () => {
    const tray = visit()
    await tray.find()
    store.dispatch(stage(ADA, 8))
    tray.later()
    tray.later()
    await expect.poll(kept).toMatchObject([ADA])
  })

  test('is written as it was then, even if it is gone in the next moment', async () => {
    const tray = visit()
    await tray.find()
    store.dispatch(stage(ADA, 8))
    tray.later()
    const closed = tray.close()
    store.dispatch({ type: 'clear' })
    await closed
    expect(await kept()).toMatchObject([ADA])
  })

  test('is written in its last state, however many come while it is being written', async () => {
    const tray = visit()
    await tray.find()
    const writes = vi.spyOn(storage, 'write')
    for (let earned = 0; earned < 9; earned++) {
      store.dispatch(stage(ADA, earned))
      void tray.flush()
    }
    await tray.flush()
    expect(await kept()).toMatchObject([{ will: { earned: 8 } }])
    expect(writes.mock.calls.length).toBeLessThan(4)
  })

  test('is written in whole, however much it is, also where the page is about to go', async () => {
    const tray = visit()
    await tray.find()
    const cells = Array.from({ length: 30_000 }, (_, index) => ({
      learnerId: `l${index}`,
      subsectionId: 'hw1',
    }))
    const changes = cells.map((cell) => ({ ...cell, was: shows(5), will: points(8) }))
    store.dispatch({ type: 'stage', changes })
    tray.later()
    await expect.poll(() => kept().then(({ length }) => length)).toBe(cells.length)
    store.dispatch({ type: 'stage', changes: changes.map((change) => ({ ...change, will: points(7) })) })
    await tray.flush()
    expect((await kept()).every(({ will }) => will?.earned === 7)).toBe(true)
  })

  test('is in doubt while it is being sent', async () => {
    const tray = visit()
    await tray.find()
    for (const event of sending()) store.dispatch(event)
    await tray.flush()
    expect(await visit().find()).toMatchObject({ edits: [{ status: { kind: 'unknown' } }] })
  })

  test('leaves nothing behind once it is saved', async () => {
    const tray = visit()
    await tray.find()
    store.dispatch(stage(ADA, 8))
    await tray.flush()
    for (const event of [begin('b1', ADA), checked('b1', ADA), sent('b1', ADA)]) store.dispatch(event)
    store.dispatch({ type: 'answered', batchId: 'b1', answers: [{ ...ADA, kind: 'saved' }] })
    await tray.flush()
    expect(await storage.readAll(PLACE)).toEqual([])
  })

  test('belongs to one person, on one site, in one course', async () => {
    const tray = visit()
    await tray.find()
    store.dispatch(stage(ADA, 8))
    await tray.flush()
    for (const other of [{ site: 'https://b.example' }, { username: 'ben' }, { courseId: 'd' }]) {
      expect(await visit({ ...PLACE, ...other }).find()).toEqual({ kind: 'nothing' })
    }
    expect(await storage.readAll({ ...PLACE, username: 'ad' })).toEqual([])
  })
})

describe('where the device refuses', () => {
  test('that is said once, and typing goes on', async () => {
    storage.isBroken = true
    const tray = visit()
    expect(await tray.find()).toEqual({ kind: 'unreadable' })
    store.dispatch(stage(ADA, 8))
    await tray.flush()
    await tray.flush()
    expect([troubles, tray.isKeeping, store.state().edits.size]).toEqual([1, false, 1])
  })

  test('it is tried again all the same', async () => {
    const tray = visit()
    await tray.find()
    storage.isBroken = true
    store.dispatch(stage(ADA, 8))
    await tray.flush()
    storage.isBroken = false
    store.dispatch(stage(BEN, 8))
    await tray.flush()
    expect(await kept()).toMatchObject([ADA, BEN])
  })
})

describe('a record that is not understood', () => {
  const edit = JSON.stringify({
    ...ADA,
    was: { attempted: null, earned: 5, possible: 10 },
    will: null,
    reason: null,
    inDoubt: [],
  })

  test.each<[string, unknown, string]>([
    ['newer', { version: 2, edits: [], at: 1 }, 'newer'],
    ['no record at all', 'text', 'damaged'],
    ['null', null, 'damaged'],
    ['one change of it', { version: 1, edits: [edit, '{}'], at: 1 }, 'damaged'],
    ['the same cell twice', { version: 1, edits: [edit, edit], at: 1 }, 'damaged'],
    ['no time', { version: 1, edits: [edit] }, 'damaged'],
    ['fine', { version: 1, edits: [edit], at: 1 }, 'edits'],
    ['empty', { version: 1, edits: [], at: 1 }, 'nothing'],
  ])('%s', (_, record, kind) => {
    expect(readRecord(record).kind).toBe(kind)
  })

  test('is left alone until the person gives it up', async () => {
    const damaged = { version: 1, edits: [{}], at: 1 }
    await storage.write(PLACE, damaged)
    const tray = visit()
    expect(await tray.find()).toEqual({ kind: 'damaged' })
    store.dispatch(stage(ADA, 8))
    await tray.flush()
    expect(await storage.read(PLACE)).toEqual(damaged)
    await tray.replace()
    expect(await kept()).toMatchObject([ADA])
  })
})
