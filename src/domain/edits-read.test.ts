import { describe, expect, test } from 'vitest'
import { type CellFacts, type Will, factsOfCell } from './conflict.ts'
import { type EditEvent, reduce } from './edits.ts'
import {
  countEdits,
  editsByLearner,
  editsThatAre,
  isSaving,
  lossOf,
  losses,
  openEdits,
} from './edits-read.ts'
import { type EditState, NO_EDITS } from './edits-state.ts'

const EIGHT = factsOfCell({ attempted: true, earned: 8, possible: 10 })
const BLANK = factsOfCell({ attempted: false, earned: 0, possible: 0 })

function change(learnerId: string, subsectionId: string, earned: number | null, was = EIGHT) {
  return { learnerId, subsectionId, was, will: earned === null ? null : { earned, possible: null } }
}

/** Ada has two changes, one of them on its way; Ben has one that lowers. */
const STATE: EditState = (
  [
    { type: 'stage', changes: [change('ada', 'hw1', 9), change('ada', 'hw2', 10), change('ben', 'hw1', 2)] },
    { type: 'begin', batchId: 'b1', at: 0, cells: [{ learnerId: 'ada', subsectionId: 'hw1' }] },
  ] satisfies EditEvent[]
).reduce(reduce, NO_EDITS)

describe('the tray', () => {
  test('counts what is staged and what is on its way', () => {
    expect(countEdits(STATE)).toEqual({ changes: 3, learners: 2 })
    expect(countEdits(NO_EDITS)).toEqual({ changes: 0, learners: 0 })
  })

  test('counts a cell once while a newer change waits behind the one on its way', () => {
    const waiting = reduce(STATE, { type: 'stage', changes: [change('ada', 'hw1', 7)] })
    expect(countEdits(waiting).changes).toBe(3)
    expect(openEdits(waiting).map(({ will }) => will?.earned)).toEqual([10, 2, 7])
  })

  test('groups by learner', () => {
    const groups = editsByLearner(STATE)
    expect(
      Array.from(groups, ([learner, edits]) => [learner, edits.map(({ subsectionId }) => subsectionId)]),
    ).toEqual([
      ['ada', ['hw2', 'hw1']],
      ['ben', ['hw1']],
    ])
  })

  test('tells kinds apart, and whether anything is on its way', () => {
    expect(editsThatAre(STATE, 'staged')).toHaveLength(2)
    expect(editsThatAre(STATE, 'refused', 'unknown')).toHaveLength(0)
    expect([isSaving(STATE), isSaving(NO_EDITS)]).toEqual([true, false])
  })
})

describe('what takes something away', () => {
  test.each<[string, CellFacts, Will, ReturnType<typeof lossOf>]>([
    ['lower', EIGHT, { earned: 7, possible: null }, 'lowers'],
    ['higher', EIGHT, { earned: 9, possible: null }, null],
    ['equal', EIGHT, { earned: 8, possible: null }, null],
    ['more points of a larger maximum', EIGHT, { earned: 9, possible: 20 }, 'lowers'],
    ['fewer points of a smaller maximum', EIGHT, { earned: 5, possible: 5 }, null],
    ['0 where nothing was attempted', BLANK, { earned: 0, possible: null }, null],
    [
      'an override given up',
      { ...EIGHT, override: { earnedAll: null, possibleAll: null, earnedGraded: 8, possibleGraded: null } },
      null,
      'erases',
    ],
    ['nobody knows of an override', EIGHT, null, 'erases'],
    ['no override to give up', { ...EIGHT, override: null }, null, null],
    ['nothing known before', factsOfCell(null), { earned: 0, possible: null }, null],
  ])('%s', (_, was, will, loss) => {
    expect(lossOf({ was, will })).toBe(loss)
  })

  test('is found in the tray', () => {
    expect(losses(STATE).map(({ learnerId }) => learnerId)).toEqual(['ben'])
  })
})
