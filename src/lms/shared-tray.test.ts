import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markOf } from '#src/domain/edits-read.ts'
import { type CellRef, cellKey } from '#src/domain/edits-state.ts'
import { sharedEdit } from '#src/domain/edits-sync.ts'
import {
  ADA,
  BEN,
  REFUSED,
  answered,
  begin,
  checked,
  points,
  run,
  sending,
  sent,
  shows,
  stage,
} from '#src/domain/edits-testing.ts'
import type { EditEvent } from '#src/domain/edits.ts'
import { EditStore } from './edit-store.ts'
import { type SavedCell, SharedTray } from './shared-tray.ts'
import { FakeTabs } from './two-tabs.ts'

/** Opens a tab on the course. */
function openTab(tabs: FakeTabs, name: string, found: readonly EditEvent[] = [], courseId = 'c') {
  const store = new EditStore()
  const saved: SavedCell[] = []
  const tray = new SharedTray({
    courseId,
    store,
    channel: tabs.openChannel('ada'),
    tab: name,
    onSaving: () => {},
    onSaved: (cells) => saved.push(...cells),
    onSynced: () => {},
  })
  store.watch((before, after) => tray.follow(before, after))
  tray.start([...run(...found).edits.values()])
  return {
    store,
    saved,
    tray,
    do: (...events: EditEvent[]) => events.forEach((event) => store.dispatch(event)),
  }
}

type Tab = ReturnType<typeof openTab>

/** The value that a tab shows as changed, or null. */
function valueIn({ store }: Tab, cell: CellRef = ADA): number | null {
  return markOf(store.state(), cell)?.edit.will?.earned ?? null
}

function pair() {
  const tabs = new FakeTabs()
  return { tabs, a: openTab(tabs, 'a'), b: openTab(tabs, 'b') }
}

describe('two tabs', () => {
  test('see what the other one stages, explains and discards', () => {
    const { tabs, a, b } = pair()
    a.do(stage(ADA, 8))
    b.do(stage(BEN, 3))
    tabs.deliverAll()
    expect([valueIn(a, BEN), valueIn(b, ADA)]).toEqual([3, 8])
    b.do({ type: 'give-reason', cells: [ADA], reason: 'why' }, { type: 'discard', cells: [BEN] })
    tabs.deliverAll()
    expect(markOf(a.store.state(), ADA)?.edit.reason).toBe('why')
    expect(valueIn(a, BEN)).toBeNull()
  })

  test('are told of many changes bit by bit, and of what was there first before what comes later', async () => {
    const { tabs, a, b } = pair()
    const many = Array.from({ length: 1700 }, (_, index) => ({ learnerId: `l${index}`, subsectionId: 'hw1' }))
    const all = (earned: number): EditEvent => ({
      type: 'stage',
      changes: many.map((cell) => ({ ...cell, was: shows(5), will: points(earned) })),
    })
    tabs.deliverAll()
    a.do(all(8))
    expect(tabs.deliverAll()).toBe(0)
    b.do(stage(many[1600] as CellRef, 9))
    tabs.deliverAll()
    expect([valueIn(a, many[1600]), valueIn(b, many[1600])]).toEqual([8, 8])
    expect(b.store.state().edits.size).toBe(1700)

    a.do(all(7))
    await expect.poll(() => tabs.deliverAll() && valueIn(b, many[1699])).toBe(7)
    expect(many.map((cell) => valueIn(b, cell))).toEqual(many.map(() => 7))
  })

  test('see undo and redo as well', () => {
    const { tabs, a, b } = pair()
    a.do(stage(ADA, 8), { type: 'undo' })
    tabs.deliverAll()
    expect(valueIn(b)).toBeNull()
    a.do({ type: 'redo' })
    tabs.deliverAll()
    expect(valueIn(b)).toBe(8)
  })

  test('show the same when both change a cell before they hear of each other', () => {
    const { tabs, a, b } = pair()
    a.do(stage(ADA, 8))
    b.do(stage(ADA, 9))
    tabs.deliverAll()
    expect([valueIn(a), valueIn(b)]).toEqual([9, 9])
  })

  test('one hears what the other has saved, and has nothing left to save', () => {
    const { tabs, a, b } = pair()
    a.do(stage(ADA, 8))
    tabs.deliverAll()
    a.do(begin('b1', ADA), checked('b1', ADA), sent('b1', ADA))
    tabs.deliverAll()
    expect(valueIn(b)).toBe(8)
    a.do(answered('b1', ADA, { kind: 'saved' }))
    tabs.deliverAll()
    expect(valueIn(b)).toBeNull()
    expect(b.saved).toEqual([{ ...ADA, overridden: true }])
  })

  test('what one types while the other sends waits there, and is not lost', () => {
    const { tabs, a, b } = pair()
    a.do(...sending())
    tabs.deliverAll()
    b.do(stage(ADA, 9))
    tabs.deliverAll()
    a.do(answered('b1', ADA, { kind: 'saved' }))
    tabs.deliverAll()
    for (const tab of [a, b]) {
      expect(markOf(tab.store.state(), ADA)).toMatchObject({
        kind: 'staged',
        edit: { was: { earned: 8 }, will: points(9), inDoubt: [] },
      })
    }
  })

  test('of another course, or of another release, leave each other alone', () => {
    const tabs = new FakeTabs()
    const a = openTab(tabs, 'a')
    const other = openTab(tabs, 'b', [], 'another course')
    a.do(stage(ADA, 8))
    tabs.openChannel('ada').send({ release: 2, courseId: 'c', type: 'cells', cells: 'otherwise' })
    tabs.deliverAll()
    expect(valueIn(other)).toBeNull()
    expect(valueIn(a)).toBe(8)
  })
})

describe('a newcomer', () => {
  test('gets what is open, and drops what has been settled since it was written down', () => {
    const tabs = new FakeTabs()
    const a = openTab(tabs, 'a', [stage(ADA, 8)])
    a.do({ type: 'discard', cells: [ADA] }, stage(BEN, 3))
    const b = openTab(tabs, 'b', [stage(ADA, 8)])
    expect(valueIn(b)).toBe(8)
    tabs.deliverAll()
    expect([valueIn(b), valueIn(b, BEN)]).toEqual([null, 3])
  })

  test('keeps what was typed before the device was read, with the doubts of the earlier visit', () => {
    const store = new EditStore()
    const options = { courseId: 'c', store, tab: 'a', onSaving() {}, onSaved() {}, onSynced() {} }
    const tray = new SharedTray({ ...options, channel: new FakeTabs().openChannel('ada') })
    store.dispatch(stage(ADA, 9))
    const unknown = run(...sending(), answered('b1', ADA, { kind: 'unknown' }))
    tray.start([...unknown.edits.values()])
    expect(markOf(store.state(), ADA)).toMatchObject({ kind: 'unknown', edit: { will: points(9) } })
  })
})

test('signing out in one empties all', () => {
  const { tabs, a, b } = pair()
  a.do(stage(ADA, 8))
  tabs.deliverAll()
  b.tray.signOut()
  tabs.deliverAll()
  expect([a, b].map(({ store }) => store.state().edits.size)).toEqual([0, 0])
  a.do(stage(ADA, 7))
  tabs.deliverAll()
  expect(valueIn(b)).toBe(7)
})

test('any interleaving ends with the same changes in both, and never in circles', () => {
  const cell = fc.constantFrom(ADA, BEN)
  const act = fc.oneof(
    fc.record({ do: fc.constant('stage' as const), tab: fc.nat(1), cell, value: fc.nat(4) }),
    fc.record({ do: fc.constant('discard' as const), tab: fc.nat(1), cell }),
    fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const), tab: fc.nat(1) }),
    fc.record({
      do: fc.constant('save' as const),
      tab: fc.nat(1),
      cell,
      ends: fc.constantFrom({ kind: 'saved' as const }, REFUSED, { kind: 'not-saved' as const }),
    }),
    fc.record({ do: fc.constant('deliver' as const), tab: fc.nat(1) }),
  )
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const { tabs, a, b } = pair()
      let batches = 0
      for (const step of acts) {
        const tab = step.tab === 0 ? a : b
        if (step.do === 'stage') tab.do(stage(step.cell, step.value))
        else if (step.do === 'discard') tab.do({ type: 'discard', cells: [step.cell] })
        else if (step.do === 'deliver') tabs.deliver(step.tab)
        else if (step.do === 'save') {
          const id = `b${(batches += 1)}`
          tab.do(begin(id, step.cell), checked(id, step.cell, shows(5)), sent(id, step.cell))
          tabs.deliver(step.tab)
          const { batches: before } = tab.store.state()
          tabs.deliver(step.tab)
          expect(tab.store.state().batches).toBe(before)
          tab.do({
            type: 'answered',
            batchId: id,
            answers: [{ ...step.cell, ...step.ends }],
          })
        } else tab.do({ type: step.do })
      }
      tabs.deliverAll()
      for (const ref of [ADA, BEN]) {
        const [one, two] = [a, b].map(({ store }) => sharedEdit(store.state(), cellKey(ref)))
        expect(one).toEqual(two)
      }
    }),
    { numRuns: 500 },
  )
})
