import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { markOf } from '#src/domain/edits-read.ts'
import { ADA, BEN, answered, run, sending, stage } from '#src/domain/edits-testing.ts'
import { serialiseEdits } from '#src/domain/edits-stored.ts'
import { EditStore } from './edit-store.ts'
import { Gradebook } from './gradebook.ts'
import { countUnsaved, forgetTrays, keepTray, setDevice } from './keep-tray.ts'
import { readRecord } from './kept-tray.ts'
import type { Lms } from './lms.ts'
import { memoryStorage } from './memory-storage.ts'
import type { KeepingNews } from './tray-keeper.ts'
import { FakeTabs } from './two-tabs.ts'

const OWNER = { site: 'https://lms.example.com', username: 'ada' }
const PLACE = { ...OWNER, courseId: 'c' }

let storage: ReturnType<typeof memoryStorage>
let tabs: FakeTabs
let news: KeepingNews[]

beforeEach(() => {
  storage = memoryStorage()
  tabs = new FakeTabs()
  news = []
  setDevice({ storage, openChannel: tabs.openChannel, locks: null })
})
afterEach(() => setDevice({ storage: memoryStorage(), openChannel: () => null, locks: null }))

/** Opens a course; the server, asked again, says nothing at all. */
function open(username = 'ada', edits = new EditStore()): EditStore {
  const server = { site: OWNER.site, subsectionGrade: () => Promise.reject(new Error('no answer')) }
  const gradebook = new Gradebook(server as unknown as Lms, { courseId: 'c' }, '', edits)
  keepTray({ gradebook, username, now: () => 7, tell: (told) => news.push(told) })
  return edits
}

const isThere = (store: EditStore) => markOf(store.state(), ADA) !== null

describe('who opens the course', () => {
  test('finds what they have left there, and is told', async () => {
    await storage.write(PLACE, { ...serialiseEdits(run(stage(ADA, 8), stage(BEN, 3))), at: 5 })
    const store = open()
    await expect.poll(() => isThere(store)).toBe(true)
    expect(news).toEqual([{ kind: 'restored', count: 2, at: 5 }])
  })

  test('sees as unknown what nobody knows of, as long as reading it fails', async () => {
    const unknown = run(...sending(), answered('b1', ADA, { kind: 'unknown' }))
    await storage.write(PLACE, { ...serialiseEdits(unknown), at: 5 })
    const store = open()
    await expect.poll(() => markOf(store.state(), ADA)?.kind).toBe('unknown')
  })

  test('as somebody else, in the same page, sees nothing, and takes nothing away', async () => {
    const store = open()
    store.dispatch(stage(ADA, 8))
    await expect.poll(() => storage.read(PLACE)).toBeDefined()
    open('ben', store)
    expect(isThere(store)).toBe(false)
    await expect.poll(async () => readRecord(await storage.read(PLACE))).toMatchObject({ edits: [ADA] })
    open('ada', store)
    await expect.poll(() => isThere(store)).toBe(true)
  })

  test('of a newer release is told, and nothing is written over it', async () => {
    await storage.write(PLACE, { version: 2 })
    open().dispatch(stage(ADA, 8))
    await expect.poll(() => news).toEqual([{ kind: 'newer' }])
    expect(await storage.read(PLACE)).toEqual({ version: 2 })
  })

  test('on a device that refuses is told once', async () => {
    storage.isBroken = true
    const store = open()
    store.dispatch(stage(ADA, 8))
    await expect.poll(() => news).toEqual([{ kind: 'not-kept' }])
    expect(await countUnsaved(OWNER)).toBe(1)
  })
})

describe('signing out', () => {
  test('counts what is not saved in all courses, the last keystroke included', async () => {
    await storage.write({ ...PLACE, courseId: 'd' }, { ...serialiseEdits(run(stage(ADA, 1))), at: 5 })
    await storage.write({ ...PLACE, courseId: 'e' }, 'damaged')
    await storage.write({ ...PLACE, username: 'ben' }, { ...serialiseEdits(run(stage(ADA, 1))), at: 5 })
    const store = open()
    await Promise.resolve()
    store.dispatch(stage(ADA, 8))
    expect(await countUnsaved(OWNER)).toBe(3)
  })

  test('leaves nothing of this person, and what is others’', async () => {
    await storage.write({ ...PLACE, username: 'ben' }, 'of Ben')
    await storage.write({ ...PLACE, courseId: 'd' }, 'of Ada')
    const store = open()
    store.dispatch(stage(ADA, 8))
    await forgetTrays(OWNER)
    expect(isThere(store)).toBe(false)
    expect(await storage.readAll(OWNER)).toEqual([])
    expect(await storage.readAll({ ...OWNER, username: 'ben' })).toEqual(['of Ben'])
  })

  test('is heard by a tab with a course, from one without', async () => {
    const store = open()
    store.dispatch(stage(ADA, 8))
    const heard: unknown[] = []
    tabs.openChannel('rollbook\nhttps://lms.example.com\nada').hear((message) => heard.push(message))
    await forgetTrays(OWNER)
    tabs.deliverAll()
    expect(heard).toContainEqual({ release: 1, type: 'signed-out' })
  })
})
