import { describe, expect, test } from 'vitest'
import { batchProgress, countEdits, editsThatAre, itemsThatAre, markOf } from './edits-read.ts'
import { NO_EDITS, cellKey } from './edits-state.ts'
import {
  ADA,
  BEN,
  ENTRY,
  REFUSED,
  answered,
  begin,
  checked,
  clear,
  outcome,
  points,
  run,
  sending,
  sent,
  shows,
  stage,
} from './edits-testing.ts'
import { type EditEvent, reduce } from './edits.ts'

describe('staging', () => {
  test('a change remembers what it started from', () => {
    const state = run(stage(ADA, 8, { reason: ' re-marked ' }))
    expect(markOf(state, ADA)).toMatchObject({
      kind: 'staged',
      edit: { was: shows(5), will: points(8), reason: 're-marked' },
    })
    expect(markOf(state, BEN)).toBeNull()
    expect(countEdits(state)).toEqual({ changes: 1, learners: 1 })
  })

  test('typing again supersedes the value, not the start nor the reason', () => {
    const state = run(stage(ADA, 8, { reason: 're-marked' }), stage(ADA, 9, { was: shows(6) }))
    expect(markOf(state, ADA)?.edit).toMatchObject({ was: shows(5), will: points(9), reason: 're-marked' })
    expect(countEdits(state).changes).toBe(1)
  })

  test('typing what the cell shows is no change, and takes an earlier one back', () => {
    expect(run(stage(ADA, 5))).toBe(NO_EDITS)
    expect(markOf(run(stage(ADA, 8), stage(ADA, 5)), ADA)).toBeNull()
  })

  test('the same score with a reason, or with the server before one’s eyes, is meant', () => {
    expect(markOf(run(stage(ADA, 5, { reason: 'checked' })), ADA)?.kind).toBe('staged')
    expect(markOf(run(stage(ADA, 5, { seen: true })), ADA)?.kind).toBe('staged')
  })

  test('0 for work that was not attempted is a change', () => {
    expect(markOf(run(stage(ADA, 0, { was: shows(null) })), ADA)?.kind).toBe('staged')
  })

  test('no override where there surely is none is no change', () => {
    expect(run(clear(ADA, { ...shows(5), override: null }))).toBe(NO_EDITS)
    expect(markOf(run(clear(ADA)), ADA)?.kind).toBe('staged')
  })

  test.each([-1, Number.NaN, Infinity])('%d is never staged', (earned) => {
    expect(run(stage(ADA, earned))).toBe(NO_EDITS)
  })

  test('a paste is one step; undo and redo take it whole', () => {
    const paste: EditEvent = {
      type: 'stage',
      changes: [ADA, BEN].map((cell) => ({ ...cell, was: shows(5), will: points(8) })),
    }
    const state = run(paste)
    expect(countEdits(state)).toEqual({ changes: 2, learners: 2 })
    const undone = reduce(state, { type: 'undo' })
    expect(countEdits(undone).changes).toBe(0)
    expect(reduce(undone, { type: 'redo' })).toEqual(state)
  })

  test('undo gives back what was discarded and the reason that was replaced', () => {
    const before = run(stage(ADA, 8, { reason: 'first' }))
    const reason: EditEvent = { type: 'give-reason', cells: [ADA, BEN], reason: 'second' }
    expect(markOf(reduce(before, reason), ADA)?.edit.reason).toBe('second')
    for (const event of [reason, { type: 'discard', cells: [ADA] } as const]) {
      expect(reduce(reduce(before, event), { type: 'undo' }).edits).toEqual(before.edits)
    }
  })

  test('a new change ends what could be redone', () => {
    const state = run(stage(ADA, 8), { type: 'undo' }, stage(BEN, 7))
    expect(reduce(state, { type: 'redo' })).toBe(state)
  })

  test('events that fit nothing give the same state back', () => {
    const state = run(stage(ADA, 8))
    const strays: EditEvent[] = [
      { type: 'discard', cells: [BEN] },
      { type: 'redo' },
      { type: 'give-reason', cells: [BEN], reason: 'x' },
      begin('b1', BEN),
      checked('b1', ADA),
      sent('b1', ADA),
      answered('b1', ADA, { kind: 'saved' }),
      { type: 'cancel', batchId: 'b1' },
      { type: 'reread', readings: [{ ...ADA, now: shows(5), entry: null }] },
      { type: 'take-theirs', cells: [ADA] },
      { type: 'keep-mine', cells: [ADA] },
      { type: 'stage-undo', batchId: 'b1', changes: [{ ...BEN, was: shows(5), will: null }] },
      { type: 'raced', batchId: 'b1', cell: ADA, entry: ENTRY },
    ]
    for (const event of strays) expect(reduce(state, event)).toBe(state)
  })

  test('signing out leaves nothing', () => {
    expect(reduce(run(...sending(), stage(BEN, 7)), { type: 'clear' })).toBe(NO_EDITS)
  })
})

describe('saving', () => {
  test('step by step to saved', () => {
    const state = run(...sending())
    expect(markOf(state, ADA)?.kind).toBe('saving')
    expect(countEdits(state).changes).toBe(1)
    const saved = reduce(state, answered('b1', ADA, { kind: 'saved' }))
    expect(markOf(saved, ADA)).toMatchObject({ kind: 'saved', edit: { will: points(8) } })
    expect(countEdits(saved).changes).toBe(0)
  })

  test('nothing is sent unchecked', () => {
    const state = run(stage(ADA, 8), begin('b1', ADA))
    expect(reduce(state, sent('b1', ADA))).toBe(state)
  })

  test('the present score, meant on purpose, is sent', () => {
    const state = run(stage(ADA, 5, { seen: true }), begin('b1', ADA), checked('b1', ADA))
    expect(outcome(state, 'b1', ADA)).toBe('checked')
  })

  test('a cell in flight is never taken into a second batch', () => {
    const state = run(...sending(), stage(ADA, 9))
    expect(reduce(state, begin('b2', ADA))).toBe(state)
  })

  test('what is typed meanwhile waits, and starts from what was saved', () => {
    const waiting = run(...sending(), stage(ADA, 9))
    expect(markOf(waiting, ADA)).toMatchObject({ kind: 'staged', edit: { will: points(9) } })
    const saved = reduce(waiting, answered('b1', ADA, { kind: 'saved' }))
    expect(markOf(saved, ADA)).toMatchObject({
      kind: 'staged',
      edit: { was: { attempted: true, earned: 8 } },
    })
    expect(itemsThatAre(reduce(saved, begin('b2', ADA)).batches.get('b2')!, 'checking')).toHaveLength(1)
  })

  test('typing the saved value meanwhile leaves nothing to do', () => {
    const waiting = run(...sending(), stage(ADA, 9), stage(ADA, 8))
    expect(markOf(reduce(waiting, answered('b1', ADA, { kind: 'saved' })), ADA)?.kind).toBe('saved')
  })

  test('undo takes a waiting change back, before and after the answer', () => {
    const waiting = run(...sending(), stage(ADA, 9))
    const saved = answered('b1', ADA, { kind: 'saved' })
    expect(markOf(reduce(reduce(waiting, { type: 'undo' }), saved), ADA)?.kind).toBe('saved')
    const after = reduce(reduce(waiting, saved), { type: 'undo' })
    expect(markOf(after, ADA)?.kind).toBe('saved')
    expect(markOf(reduce(after, { type: 'redo' }), ADA)?.edit).toMatchObject({
      was: { earned: 8 },
      will: points(9),
    })
  })

  test('saving cannot be undone by a step', () => {
    const state = run(stage(ADA, 8), stage(BEN, 7), begin('b1', ADA), { type: 'undo' })
    expect(markOf(state, ADA)?.kind).toBe('saving')
    expect(markOf(state, BEN)).toBeNull()
    expect(reduce(state, { type: 'undo' })).toBe(state)
  })

  test('refused goes back to the tray with the server’s words; only the refused are retried', () => {
    const state = run(...sending(), stage(BEN, 7), answered('b1', ADA, REFUSED))
    expect(markOf(state, ADA)).toMatchObject({
      kind: 'refused',
      edit: { status: { refusal: { words: 'Grades are frozen for this course.', cause: 'frozen' } } },
    })
    const retried = reduce(state, begin('b2', ...editsThatAre(state, 'refused')))
    expect([markOf(retried, ADA)?.kind, markOf(retried, BEN)?.kind]).toEqual(['saving', 'staged'])
    expect(outcome(retried, 'b1', ADA)).toBe('refused')
  })

  test('typing anew answers a refusal', () => {
    expect(markOf(run(...sending(), answered('b1', ADA, REFUSED), stage(ADA, 9)), ADA)?.kind).toBe('staged')
  })

  test('a refused change with a newer one behind it gives way', () => {
    const state = run(...sending(), stage(ADA, 9), answered('b1', ADA, REFUSED))
    expect(markOf(state, ADA)).toMatchObject({ kind: 'staged', edit: { was: shows(5), will: points(9) } })
  })

  test('a request that never left puts its cells back', () => {
    expect(markOf(run(...sending(), answered('b1', ADA, { kind: 'not-saved' })), ADA)?.kind).toBe('staged')
  })

  test('cancel puts back what was not sent, and leaves what was', () => {
    const both = [ADA, BEN].map((cell) => ({ ...cell, was: shows(5), will: points(8) }))
    const state = run(
      { type: 'stage', changes: both },
      begin('b1', ADA, BEN),
      checked('b1', ADA),
      sent('b1', ADA),
      { type: 'cancel', batchId: 'b1' },
    )
    expect([markOf(state, ADA)?.kind, markOf(state, BEN)?.kind]).toEqual(['saving', 'staged'])
    expect(batchProgress(state.batches.get('b1')!)).toEqual({
      total: 2,
      settled: 1,
      outcomes: { sending: 1, 'not-saved': 1 },
    })
  })

  test('what the check rules out is refused without being sent; what is sent is not', () => {
    const refusal = { words: null, cause: 'not-available' }
    const both = [ADA, BEN].map((cell) => ({ ...cell, was: shows(5), will: points(8) }))
    const state = run(
      { type: 'stage', changes: both },
      begin('b1', ADA, BEN),
      checked('b1', ADA),
      sent('b1', ADA),
      { type: 'refuse', batchId: 'b1', cells: [ADA, BEN], refusal },
    )
    expect([markOf(state, ADA)?.kind, markOf(state, BEN)?.kind]).toEqual(['saving', 'refused'])
    expect(outcome(state, 'b1', BEN)).toBe('refused')
  })

  test('single cells can be cancelled, when reading them failed', () => {
    const state = run(stage(ADA, 8), stage(BEN, 7), begin('b1', ADA, BEN), {
      type: 'cancel',
      batchId: 'b1',
      cells: [BEN],
    })
    expect([markOf(state, ADA)?.kind, markOf(state, BEN)?.kind]).toEqual(['saving', 'staged'])
  })

  test('clearing an override that is not there sends nothing; one that nobody read of is not cleared', () => {
    const state = run(clear(ADA), begin('b1', ADA))
    expect(reduce(state, checked('b1', ADA))).toBe(state)
    const none = reduce(state, checked('b1', ADA, { ...shows(5), override: null }))
    expect(outcome(none, 'b1', ADA)).toBe('unneeded')
    expect(markOf(none, ADA)).toBeNull()
    const some = reduce(state, checked('b1', ADA, { ...shows(5), override: ENTRY.override }))
    expect(outcome(some, 'b1', ADA)).toBe('checked')
  })

  test('what is typed after a cleared override is checked against a reading that knows of overrides', () => {
    const state = run(
      clear(ADA),
      begin('b1', ADA),
      checked('b1', ADA, { ...shows(5), override: ENTRY.override }),
      sent('b1', ADA),
      stage(ADA, 9),
      answered('b1', ADA, { kind: 'saved' }),
      begin('b2', ADA),
    )
    expect(reduce(state, checked('b2', ADA))).toBe(state)
    expect(outcome(reduce(state, checked('b2', ADA, { ...shows(4), override: null })), 'b2', ADA)).toBe(
      'checked',
    )
  })

  test('a colleague’s entry between check and write is noted', () => {
    const state = run(...sending(), answered('b1', ADA, { kind: 'saved' }), {
      type: 'raced',
      batchId: 'b1',
      cell: ADA,
      entry: ENTRY,
    })
    expect(state.batches.get('b1')?.items.get(cellKey(ADA))?.race).toBe(ENTRY)
  })
})
