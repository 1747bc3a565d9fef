import { describe, expect, test } from 'vitest'
import { markOf } from './edits-read.ts'
import { cellKey } from './edits-state.ts'
import { type SharedEdit, sharedEdit } from './edits-sync.ts'
import {
  ADA,
  answered,
  begin,
  checked,
  outcome,
  points,
  reread,
  run,
  sending,
  shows,
  stage,
} from './edits-testing.ts'
import { type EditEvent, reduce } from './edits.ts'

const KEY = cellKey(ADA)

/** What the other tab says of Ada's cell. */
function told(edit: SharedEdit | null): EditEvent {
  return { type: 'sync', cells: [{ ...ADA, edit }] }
}

/** What the other tab shows after some events of its own. */
function elsewhere(...events: readonly EditEvent[]): SharedEdit | null {
  return sharedEdit(run(...events), KEY)
}

describe('what another tab has done', () => {
  test('a change typed there is staged here, and goes when it is discarded there', () => {
    const state = run(told(elsewhere(stage(ADA, 8, { reason: 'why' }))))
    expect(markOf(state, ADA)).toMatchObject({ kind: 'staged', edit: { will: points(8), reason: 'why' } })
    expect(reduce(state, told(null)).edits.size).toBe(0)
  })

  test('is no step of mine: undo leaves it alone', () => {
    const state = run(stage(ADA, 7), told(elsewhere(stage(ADA, 8))), { type: 'undo' })
    expect(markOf(state, ADA)?.edit.will).toEqual(points(8))
  })

  test('a conflict and a refusal are told with their particulars', () => {
    const conflict = elsewhere(stage(ADA, 8), begin('b1', ADA), checked('b1', ADA, shows(3)))
    expect(markOf(run(told(conflict)), ADA)).toMatchObject({
      kind: 'conflict',
      edit: { status: { theirs: shows(3), entry: { by: 'colleague' } } },
    })
  })

  test('what comes to nothing changes nothing', () => {
    const state = run(stage(ADA, 8))
    expect(reduce(run(), told(null))).toEqual(run())
    expect(reduce(state, { type: 'sync', cells: [] })).toBe(state)
  })
})

describe('while a cell is in flight here', () => {
  test('the same change told back does nothing', () => {
    const state = run(...sending())
    expect(reduce(state, told(sharedEdit(state, KEY)))).toBe(state)
  })

  test('another value waits behind it, and starts from what it comes to', () => {
    const state = run(...sending(), told(elsewhere(stage(ADA, 9))))
    expect(outcome(state, 'b1', ADA)).toBe('sending')
    expect(markOf(state, ADA)).toMatchObject({
      kind: 'staged',
      edit: { was: { earned: 8 }, will: points(9) },
    })
    const saved = reduce(state, answered('b1', ADA, { kind: 'saved' }))
    expect(outcome(saved, 'b1', ADA)).toBe('saved')
    expect(markOf(saved, ADA)).toMatchObject({
      kind: 'staged',
      edit: { was: { earned: 8 }, will: points(9) },
    })
  })

  test('giving it up elsewhere comes too late: the flight goes on', () => {
    const state = run(...sending(), told(null))
    expect(markOf(state, ADA)?.kind).toBe('saving')
    expect(markOf(reduce(state, answered('b1', ADA, { kind: 'not-saved' })), ADA)?.kind).toBe('staged')
  })

  test('the other tab knows it as in doubt while it is being sent', () => {
    const known = elsewhere(...sending())
    expect(known).toMatchObject({ status: { kind: 'staged' }, inDoubt: [{ batchId: null, will: points(8) }] })
    // This tab has died, and the write had arrived: the next save elsewhere sends nothing.
    const later = run(told(known), begin('b2', ADA), checked('b2', ADA, shows(8)))
    expect(outcome(later, 'b2', ADA)).toBe('unneeded')
  })
})

describe('while the outcome is unknown here', () => {
  const unknown = run(...sending(), answered('b1', ADA, { kind: 'unknown' }))

  test('only my own reading settles it, so that the batch is true', () => {
    const state = reduce(unknown, told(null))
    expect(state).toBe(unknown)
    const read = reduce(state, reread(ADA, shows(8)))
    expect(read.edits.size).toBe(0)
    expect(outcome(read, 'b1', ADA)).toBe('saved')
  })

  test('another value typed elsewhere is taken, and stays unknown', () => {
    const state = reduce(unknown, told(elsewhere(stage(ADA, 9))))
    expect(markOf(state, ADA)).toMatchObject({ kind: 'unknown', edit: { will: points(9) } })
  })

  test('what is unknown in another tab is settled by it', () => {
    const state = run(told(sharedEdit(unknown, KEY)))
    expect(markOf(state, ADA)?.kind).toBe('unknown')
    expect(reduce(state, told(null)).edits.size).toBe(0)
  })
})
