import { describe, expect, test, vi } from 'vitest'
import { NO_EDITS } from '#src/domain/edits-state.ts'
import { ADA, BEN, begin, run, stage } from '#src/domain/edits-testing.ts'
import type { EditEvent } from '#src/domain/edits.ts'
import { EditStore } from './edit-store.ts'

/** A store, and how often each learner's row was told. */
function watched() {
  const store = new EditStore()
  const told = { ada: vi.fn<() => void>(), ben: vi.fn<() => void>(), all: vi.fn<() => void>() }
  store.subscribeRow('ada', told.ada)
  const end = store.subscribeRow('ben', told.ben)
  store.changes.subscribe(told.all)
  const counts = () => Object.values(told).map((listener) => listener.mock.calls.length)
  return { store, counts, end }
}

const changesOf = (event: EditEvent) => (event.type === 'stage' ? event.changes : [])

describe('EditStore', () => {
  test('tells the rows that an event touches, and no others', () => {
    const { store, counts } = watched()
    store.dispatch(stage(ADA, 7))
    expect(counts()).toEqual([1, 0, 1])
    expect([store.rowVersion('ada'), store.rowVersion('ben')]).toEqual([1, 0])
    store.dispatch(stage(BEN, 7))
    expect(counts()).toEqual([1, 1, 2])
    store.dispatch(begin('b1', ADA))
    expect(counts()).toEqual([2, 1, 3])
    store.dispatch({ type: 'discard', cells: [BEN] })
    expect(counts()).toEqual([2, 2, 4])
  })

  test('tells nobody of an event that fits nothing', () => {
    const { store, counts } = watched()
    const before = store.state()
    store.dispatch({ type: 'undo' })
    store.dispatch(begin('b1', ADA))
    expect(store.state()).toBe(before)
    expect(counts()).toEqual([0, 0, 0])
  })

  test('a request on its way disappears from its row when all is cleared', () => {
    const { store, counts } = watched()
    store.dispatch(stage(ADA, 7))
    store.dispatch(stage(BEN, 7))
    store.dispatch(begin('b1', ADA))
    store.dispatch({ type: 'clear' })
    expect(store.state().batches.size).toBe(0)
    expect(counts()).toEqual([3, 2, 4])
  })

  test('many changes are staged bit by bit: seen at the end, all at once, as one step', () => {
    const { store, counts } = watched()
    const steps = store.stageInSteps([...changesOf(stage(ADA, 7)), ...changesOf(stage(BEN, 8))])
    steps.next()
    steps.next()
    expect(store.state()).toBe(NO_EDITS)
    expect(steps.next().done).toBe(true)
    expect(store.state().edits).toEqual(run(stage(ADA, 7), stage(BEN, 8)).edits)
    expect(store.state().past).toHaveLength(1)
    expect(counts()).toEqual([1, 1, 1])
    store.dispatch({ type: 'undo' })
    expect(store.state().edits.size).toBe(0)
  })

  test('what happens while they are being staged is not lost', () => {
    const { store } = watched()
    const steps = store.stageInSteps(changesOf(stage(ADA, 7)))
    steps.next()
    store.dispatch(stage(BEN, 3))
    steps.next()
    expect(store.state().edits.size).toBe(1)
    expect(steps.next().done).toBe(true)
    expect(store.state()).toEqual(run(stage(BEN, 3), stage(ADA, 7)))
  })

  test('a listener that has ended hears nothing; the row’s version goes on', () => {
    const { store, counts, end } = watched()
    end()
    store.dispatch(stage(BEN, 7))
    expect(counts()).toEqual([0, 0, 1])
    expect(store.rowVersion('ben')).toBe(1)
  })
})
