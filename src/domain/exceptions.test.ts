import { describe, expect, test } from 'vitest'
import { type CellFacts, type Will, compareFacts, factsAfter, factsOfCell, fulfils } from './conflict.ts'
import { lossOf } from './edits-read.ts'
import { restoreEdits, serialiseEdits } from './edits-stored.ts'
import { NO_EDITS } from './edits-state.ts'
import { reduce } from './edits.ts'
import { previousBySaved } from './previous-value.ts'
import { Sheet } from './sheet.ts'

const score = (earned: number): Will => ({ earned, possible: null })
const EXCUSED: Will = { earned: 0, possible: null, exception: 'excused' }
const cell = { learnerId: '1', subsectionId: 'a' }

/** As a row tells it where scores are set. */
const eight = factsOfCell({ attempted: true, earned: 8, possible: 10, exception: null })
const blank = factsOfCell({ attempted: false, earned: 0, possible: 0, exception: null })
const excused = factsOfCell({ attempted: false, earned: 0, possible: 0, exception: 'excused' })

describe('what stands in a score’s place', () => {
  test('is another thing than no score, a score, and another exception', () => {
    expect(compareFacts(excused, excused).kind).toBe('same')
    expect(compareFacts(blank, excused).kind).toBe('changed')
    expect(compareFacts(eight, excused).kind).toBe('changed')
    expect(compareFacts({ ...excused, exception: 'incomplete' }, excused).kind).toBe('changed')
  })

  test.each<[Will, CellFacts, boolean]>([
    [EXCUSED, excused, true],
    [EXCUSED, blank, false],
    [EXCUSED, eight, false],
    [score(0), excused, false],
    [score(8), eight, true],
    [null, excused, false],
    [null, blank, true],
    [null, eight, false],
  ])('%#: asked for %j', (will, now, is) => {
    expect(fulfils(now, will)).toBe(is)
  })

  test.each([eight, blank, excused])('%#: what was written is what is known after', (before) => {
    for (const will of [score(3), EXCUSED, null]) expect(fulfils(factsAfter(before, will), will)).toBe(true)
  })

  test('erases a score, and nothing where there was none', () => {
    expect(lossOf({ was: eight, will: EXCUSED })).toBe('erases')
    expect(lossOf({ was: blank, will: EXCUSED })).toBeNull()
    expect(lossOf({ was: excused, will: score(1) })).toBeNull()
  })

  test('is not staged where it stands already; survives a reload where it is', () => {
    const stage = (was: CellFacts, will: Will) =>
      reduce(NO_EDITS, { type: 'stage', changes: [{ ...cell, was, will }] })
    expect(stage(excused, EXCUSED).edits.size).toBe(0)
    expect(stage(blank, null).edits.size).toBe(0)
    const state = stage(eight, EXCUSED)
    const kept: unknown = JSON.parse(JSON.stringify(serialiseEdits(state)))
    expect(restoreEdits(kept).edits).toEqual(state.edits)
  })

  test('is no change that a damaged record can make up', () => {
    const state = reduce(NO_EDITS, { type: 'stage', changes: [{ ...cell, was: eight, will: EXCUSED }] })
    const text = JSON.stringify(serialiseEdits(state)).replaceAll('excused', 'gone')
    expect(restoreEdits(JSON.parse(text)).edits.size).toBe(0)
  })
})

describe('taking back without a history', () => {
  const back = (now: CellFacts, was: CellFacts, will: Will) => previousBySaved(now, { was, will })

  test('puts back what the change started from', () => {
    expect(back(excused, eight, EXCUSED)).toEqual({ kind: 'known', will: score(8) })
    expect(back(eight, blank, score(8))).toEqual({ kind: 'known', will: null })
    expect(back(eight, excused, score(8))).toEqual({ kind: 'known', will: EXCUSED })
  })

  test('leaves alone what somebody changed since, and what cannot be written', () => {
    expect(back(eight, blank, score(7))).toEqual({ kind: 'changed-since' })
    expect(back(eight, { ...blank, exception: 'missing' }, score(8))).toEqual({ kind: 'not-told' })
    expect(back(eight, { attempted: null, earned: null, possible: null }, score(8))).toEqual({
      kind: 'not-told',
    })
  })
})

test('the sheet tells exceptions where the server does, and nothing where it does not', () => {
  const sheet = new Sheet()
  const grade = { subsectionId: 'a', attempted: false, earned: 0, possible: 0, percent: 0 }
  const learner = (id: string) => ({ id, username: id, name: null, email: null, studentKey: null })
  sheet.apply({
    columns: [{ id: 'a', name: 'A', label: null, type: null }],
    rows: [
      { learner: learner('1'), total: null, grades: [{ ...grade, exception: 'incomplete' }] },
      { learner: learner('2'), total: null, grades: [{ ...grade, exception: null }] },
      { learner: learner('3'), total: 0.8, grades: [grade], standing: STANDING },
    ],
  })
  expect([0, 1, 2].map((row) => sheet.grade(row, 0)?.exception)).toEqual(['incomplete', null, undefined])
  expect(sheet.percent(0, 0)).toBeNaN()
  expect([sheet.standing(0), sheet.standing(2)]).toEqual([undefined, STANDING])
  sheet.apply({
    cells: [
      { ...grade, learnerId: '1', attempted: true, earned: 5, possible: 10, percent: 0.5, exception: null },
    ],
  })
  expect(sheet.grade(0, 0)).toMatchObject({ attempted: true, earned: 5, exception: null })
})

const STANDING = { letter: 'B', passedAt: '2026-11-01 10:00:00', lastActivity: '2026-11-20' }
