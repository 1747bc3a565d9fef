import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { factsOfCell } from './conflict.ts'
import { type EditEvent, reduce } from './edits.ts'
import { markOf } from './edits-read.ts'
import { type CellRef, NO_EDITS } from './edits-state.ts'
import { restoreEdits, serialiseEdits } from './edits-stored.ts'

const ADA: CellRef = { learnerId: 'ada', subsectionId: 'hw1' }
const FIVE = factsOfCell({ attempted: true, earned: 5, possible: 10 })

const STAGE: EditEvent = {
  type: 'stage',
  changes: [
    {
      ...ADA,
      was: { ...FIVE, historyId: '3', override: null },
      will: { earned: 8, possible: 10 },
      reason: 'why',
    },
  ],
}
const BEGIN: EditEvent = { type: 'begin', batchId: 'b1', at: 0, cells: [ADA] }
const CHECKED: EditEvent = { type: 'checked', batchId: 'b1', readings: [{ ...ADA, now: FIVE, entry: null }] }
const SENT: EditEvent = { type: 'sent', batchId: 'b1', cells: [ADA] }

/** What comes back after the browser was closed: through text, as a strict store would keep it. */
function reload(...events: readonly EditEvent[]) {
  return restoreEdits(JSON.parse(JSON.stringify(serialiseEdits(events.reduce(reduce, NO_EDITS)))))
}

describe('after a reload', () => {
  test('the tray is back, with values, reasons and starts', () => {
    expect(reload(STAGE).edits).toEqual([STAGE].reduce(reduce, NO_EDITS).edits)
    expect(reload()).toEqual(NO_EDITS)
  })

  test('no names, no words of the server are kept', () => {
    const refused: EditEvent = {
      type: 'answered',
      batchId: 'b1',
      answers: [{ ...ADA, kind: 'refused', refusal: { words: 'Secret words', cause: null } }],
    }
    const state = [STAGE, BEGIN, CHECKED, SENT, refused].reduce(reduce, NO_EDITS)
    expect(JSON.stringify(serialiseEdits(state))).not.toContain('Secret')
    expect(markOf(restoreEdits(serialiseEdits(state)), ADA)?.kind).toBe('staged')
  })

  test('what was not sent yet is staged; what was being sent is unknown', () => {
    expect(markOf(reload(STAGE, BEGIN, CHECKED), ADA)?.kind).toBe('staged')
    const unknown = reload(STAGE, BEGIN, CHECKED, SENT)
    expect(markOf(unknown, ADA)?.kind).toBe('unknown')
  })

  test('reading again tells whether it had arrived', () => {
    const unknown = reload(STAGE, BEGIN, CHECKED, SENT)
    const read = (earned: number): EditEvent => ({
      type: 'reread',
      readings: [{ ...ADA, now: { ...FIVE, earned }, entry: null }],
    })
    expect(reduce(unknown, read(8)).edits.size).toBe(0)
    expect(markOf(reduce(unknown, read(5)), ADA)?.kind).toBe('staged')
    expect(markOf(reduce(unknown, read(3)), ADA)?.kind).toBe('conflict')
  })

  test('a newer change behind one being sent keeps the start of the older', () => {
    const newer: EditEvent = {
      type: 'stage',
      changes: [{ ...ADA, was: FIVE, will: { earned: 9, possible: null } }],
    }
    expect(markOf(reload(STAGE, BEGIN, CHECKED, SENT, newer), ADA)).toMatchObject({
      kind: 'unknown',
      edit: { was: { earned: 5 }, will: { earned: 9 }, inDoubt: [{ will: { earned: 8 } }] },
    })
  })
})

describe('what does not read as a change is left out', () => {
  const good = JSON.parse(serialiseEdits([STAGE].reduce(reduce, NO_EDITS)).edits[0] ?? '') as object
  const record = (...edits: readonly unknown[]) => ({
    version: 1,
    edits: edits.map((edit) => JSON.stringify(edit)),
  })

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['text', 'edits'],
    ['another version', { ...record(good), version: 2 }],
    ['no list', { version: 1, edits: {} }],
    ['no text', { version: 1, edits: [good] }],
    ['a text cut off', { version: 1, edits: [JSON.stringify(good).slice(0, -1)] }],
    ['no id', record({ ...good, learnerId: 7 })],
    ['no start', record({ ...good, was: null })],
    ['a start that is no number', record({ ...good, was: { ...FIVE, earned: 'five' } })],
    ['a damaged override', record({ ...good, was: { ...FIVE, override: {} } })],
    ['a negative score', record({ ...good, will: { earned: -1, possible: null } })],
    ['no reason', record({ ...good, reason: undefined })],
    ['damaged doubts', record({ ...good, inDoubt: [{}] })],
  ])('%s', (_, stored) => {
    expect(restoreEdits(stored)).toEqual(NO_EDITS)
  })

  test('one damaged change does not take the others along', () => {
    expect(restoreEdits(record(null, good)).edits.size).toBe(1)
  })

  test('anything at all can be read', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (a, b) => {
        expect(restoreEdits(a).edits.size).toBe(0)
        expect(restoreEdits({ version: 1, edits: [a] }).edits.size).toBe(0)
        expect(restoreEdits(record(a, { ...good, was: b })).edits.size).toBeLessThan(2)
      }),
    )
  })
})
