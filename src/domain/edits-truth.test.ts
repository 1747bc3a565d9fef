import { describe, expect, test } from 'vitest'
import { markOf } from './edits-read.ts'
import { cellKey } from './edits-state.ts'
import {
  ADA,
  ENTRY,
  REFUSED,
  answered,
  begin,
  checked,
  clear,
  outcome,
  points,
  reread,
  run,
  sending,
  sent,
  shows,
  stage,
} from './edits-testing.ts'
import { type EditEvent, reduce } from './edits.ts'

describe('an unknown outcome', () => {
  const unknown = [...sending(), answered('b1', ADA, { kind: 'unknown' })]

  test('nothing more is sent, staged over or discarded before the cell is read again', () => {
    const state = run(...unknown)
    expect(markOf(state, ADA)?.kind).toBe('unknown')
    expect(reduce(state, begin('b2', ADA))).toBe(state)
    expect(reduce(state, { type: 'discard', cells: [ADA] })).toBe(state)
    expect(markOf(reduce(state, stage(ADA, 9, { seen: true })), ADA)?.kind).toBe('unknown')
  })

  test('it arrived: saved', () => {
    const state = run(...unknown, reread(ADA, shows(8)))
    expect(markOf(state, ADA)?.kind).toBe('saved')
    expect(outcome(state, 'b1', ADA)).toBe('saved')
  })

  test('it did not: staged again', () => {
    const state = run(...unknown, reread(ADA, shows(5)))
    expect(markOf(state, ADA)?.kind).toBe('staged')
    expect(outcome(state, 'b1', ADA)).toBe('not-saved')
  })

  test('somebody else was there: a conflict', () => {
    expect(markOf(run(...unknown, reread(ADA, shows(3))), ADA)?.kind).toBe('conflict')
  })

  test('what was typed meanwhile starts from what arrived', () => {
    const state = run(...unknown, stage(ADA, 9), reread(ADA, shows(8)))
    expect(markOf(state, ADA)).toMatchObject({
      kind: 'staged',
      edit: { was: { earned: 8 }, will: points(9) },
    })
    expect(outcome(state, 'b1', ADA)).toBe('saved')
  })

  test('typing the start again takes nothing out of doubt', () => {
    const state = run(...unknown, reread(ADA, shows(5)), stage(ADA, 5))
    expect(markOf(state, ADA)).toMatchObject({
      kind: 'staged',
      edit: { will: points(5), inDoubt: [{ batchId: 'b1' }] },
    })
  })

  test('a write that arrives after the re-read is still known as mine', () => {
    const again = [...unknown, reread(ADA, shows(5)), begin('b2', ADA), checked('b2', ADA, shows(8))]
    const state = run(...again)
    expect(outcome(state, 'b2', ADA)).toBe('unneeded')
    expect(outcome(state, 'b1', ADA)).toBe('saved')
    expect(markOf(state, ADA)).toBeNull()
    const newer = run(
      ...unknown,
      reread(ADA, shows(5)),
      stage(ADA, 9),
      begin('b2', ADA),
      checked('b2', ADA, shows(8)),
    )
    expect(newer.batches.get('b2')?.items.get(cellKey(ADA))).toMatchObject({
      outcome: { kind: 'checked' },
      edit: { was: { earned: 8 }, inDoubt: [] },
    })
  })

  test('every write in doubt is known as mine, not only the last', () => {
    const state = run(
      ...unknown,
      reread(ADA, shows(5)),
      stage(ADA, 9),
      begin('b2', ADA),
      checked('b2', ADA),
      sent('b2', ADA),
      answered('b2', ADA, { kind: 'unknown' }),
      reread(ADA, shows(8)),
    )
    expect(markOf(state, ADA)).toMatchObject({
      kind: 'staged',
      edit: { was: { earned: 8 }, will: points(9) },
    })
    expect([outcome(state, 'b1', ADA), outcome(state, 'b2', ADA)]).toEqual(['saved', 'not-saved'])
  })

  test('a cleared override in doubt asks for a reading that knows of overrides', () => {
    const state = run(
      clear(ADA),
      begin('b1', ADA),
      checked('b1', ADA, { ...shows(5), override: ENTRY.override }),
      sent('b1', ADA),
      answered('b1', ADA, { kind: 'unknown' }),
      stage(ADA, 9),
    )
    expect(reduce(state, reread(ADA, shows(5)))).toBe(state)
    expect(markOf(reduce(state, reread(ADA, { ...shows(4), override: null })), ADA)?.kind).toBe('staged')
  })
})

describe('conflicts', () => {
  const disputed = [stage(ADA, 8), begin('b1', ADA), checked('b1', ADA, shows(3))]

  test('a cell that somebody else changed is not sent: theirs, mine and what I started from', () => {
    const state = run(...disputed)
    expect(markOf(state, ADA)).toMatchObject({
      kind: 'conflict',
      edit: { was: shows(5), will: points(8), status: { theirs: shows(3), entry: ENTRY } },
    })
    expect(reduce(state, begin('b2', ADA))).toBe(state)
  })

  test('theirs: nothing is left to do', () => {
    expect(markOf(run(...disputed, { type: 'take-theirs', cells: [ADA] }), ADA)).toBeNull()
  })

  test('mine: starts from theirs, and passes the next check', () => {
    const state = run(
      ...disputed,
      { type: 'keep-mine', cells: [ADA] },
      begin('b2', ADA),
      checked('b2', ADA, shows(3)),
    )
    expect(outcome(state, 'b2', ADA)).toBe('checked')
  })

  test('typing another value does not decide it, unless theirs is before one’s eyes', () => {
    expect(markOf(run(...disputed, stage(ADA, 9)), ADA)).toMatchObject({
      kind: 'conflict',
      edit: { will: points(9) },
    })
    const seen = run(...disputed, stage(ADA, 9, { seen: true, was: shows(3) }))
    expect(markOf(seen, ADA)).toMatchObject({ kind: 'staged', edit: { was: shows(3) } })
  })

  test('nor does typing what I started from', () => {
    expect(markOf(run(...disputed, stage(ADA, 5)), ADA)).toMatchObject({
      kind: 'conflict',
      edit: { will: points(5) },
    })
  })

  test('a newer change behind the disputed one inherits the dispute', () => {
    const state = run(stage(ADA, 8), begin('b1', ADA), stage(ADA, 9), checked('b1', ADA, shows(3)))
    expect(markOf(state, ADA)).toMatchObject({ kind: 'conflict', edit: { was: shows(5), will: points(9) } })
  })

  test('somebody else wrote what I wanted: nothing to send, unless I give a reason', () => {
    const state = run(stage(ADA, 8), begin('b1', ADA), checked('b1', ADA, shows(8)))
    expect(outcome(state, 'b1', ADA)).toBe('unneeded')
    const none = { ...shows(5), override: null }
    const waiting = run(
      stage(ADA, 8, { was: none }),
      begin('b1', ADA),
      clear(ADA, none),
      checked('b1', ADA, shows(8)),
      begin('b2', ADA),
      checked('b2', ADA, { ...shows(8), override: ENTRY.override }),
    )
    expect(markOf(waiting, ADA)?.kind).toBe('conflict')
    const reasoned = run(
      stage(ADA, 8, { reason: 're-marked' }),
      begin('b1', ADA),
      checked('b1', ADA, shows(8)),
    )
    expect(markOf(reasoned, ADA)?.kind).toBe('conflict')
  })
})

describe('undoing a saved batch', () => {
  const saved = [...sending(), answered('b1', ADA, { kind: 'saved' })]
  const back: EditEvent = {
    type: 'stage-undo',
    batchId: 'b1',
    changes: [{ ...ADA, was: shows(8), will: points(5), reason: 'Undo: re-marked' }],
  }
  const send: EditEvent[] = [begin('b2', ADA), checked('b2', ADA, shows(8)), sent('b2', ADA)]

  test('is a new change through the same check; once saved the old one is undone', () => {
    const state = run(...saved, back)
    expect(markOf(state, ADA)).toMatchObject({
      kind: 'staged',
      edit: { undoes: 'b1', reason: 'Undo: re-marked' },
    })
    const undone = [...send, answered('b2', ADA, { kind: 'saved' })].reduce(reduce, state)
    expect(outcome(undone, 'b1', ADA)).toBe('undone')
    expect(outcome(undone, 'b2', ADA)).toBe('saved')
    expect(markOf(undone, ADA)?.kind).toBe('undone')
  })

  test('meets a conflict where somebody changed the cell since', () => {
    expect(markOf(run(...saved, back, begin('b2', ADA), checked('b2', ADA, shows(3))), ADA)?.kind).toBe(
      'conflict',
    )
  })

  test('that another value is typed over takes nothing back', () => {
    const state = run(...saved, back, stage(ADA, 6), ...send, answered('b2', ADA, { kind: 'saved' }))
    expect(outcome(state, 'b1', ADA)).toBe('saved')
  })

  test('leaves alone what was not saved, and cells with a newer change', () => {
    const refused = run(...sending(), answered('b1', ADA, REFUSED), { type: 'discard', cells: [ADA] })
    expect(reduce(refused, back)).toBe(refused)
    const newer = run(...saved, stage(ADA, 9))
    expect(reduce(newer, back)).toBe(newer)
  })

  test('whose outcome is unknown counts once it is seen to have arrived', () => {
    const state = run(...saved, back, ...send, answered('b2', ADA, { kind: 'unknown' }), {
      type: 'reread',
      readings: [{ ...ADA, now: shows(5), entry: null }],
    })
    expect(outcome(state, 'b1', ADA)).toBe('undone')
  })
})
