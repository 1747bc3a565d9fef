import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CellFacts,
  compareFacts,
  factsAfter,
  factsOfCell,
  factsOfSubsection,
  fulfils,
  inForce,
  mergeFacts,
} from './conflict.ts'
import type { HistoryEntry, OverridePoints, SubsectionGrade } from './course.ts'

const NULLS: OverridePoints = { earnedAll: null, possibleAll: null, earnedGraded: null, possibleGraded: null }
const NINE: OverridePoints = { earnedAll: 9, possibleAll: 12, earnedGraded: 9, possibleGraded: 10 }

const SUBSECTION: SubsectionGrade = {
  learnerId: '7',
  subsectionId: 'hw1',
  available: true,
  all: { earned: 6, possible: 12 },
  graded: { earned: 6, possible: 10 },
  override: null,
  history: [],
}
const OVERRIDDEN: SubsectionGrade = { ...SUBSECTION, override: NINE, history: [entry('1'), entry('2')] }
const UNTOUCHED: SubsectionGrade = { ...SUBSECTION, graded: { earned: 0, possible: 10 } }

function entry(id: string): HistoryEntry {
  return {
    id,
    at: '2026-01-01T00:00:00Z',
    by: 'staff',
    change: 'changed',
    through: 'gradebook',
    reason: null,
    override: NINE,
  }
}

function cell(earned: number, possible = 10, attempted = true): CellFacts {
  return factsOfCell({ attempted, earned, possible })
}

describe('what a source tells', () => {
  test('a row of the gradebook: points, but no override; no points while not attempted', () => {
    expect(cell(8)).toEqual({ attempted: true, earned: 8, possible: 10 })
    expect(cell(0, 0, false)).toEqual({ attempted: false, earned: 0, possible: null })
    expect(cell(Number.NaN, Number.NaN)).toEqual({ attempted: true, earned: null, possible: null })
    expect(factsOfCell(null)).toEqual({ attempted: null, earned: null, possible: null })
  })

  test('a subsection: the points in force, the override and the newest entry of its history', () => {
    expect(factsOfSubsection(OVERRIDDEN)).toEqual({
      attempted: true,
      earned: 9,
      possible: 10,
      override: NINE,
      historyId: '2',
    })
    expect(factsOfSubsection({ ...OVERRIDDEN, override: { ...NULLS, earnedGraded: 3 } })).toMatchObject({
      earned: 3,
      possible: 10,
    })
  })

  test('a subsection with nothing earned may or may not have been attempted', () => {
    expect(factsOfSubsection(UNTOUCHED)).toMatchObject({
      attempted: null,
      earned: 0,
      override: null,
      historyId: null,
    })
    expect(factsOfSubsection({ ...UNTOUCHED, override: NULLS }).attempted).toBe(true)
  })
})

describe('what I started from against what the server says now', () => {
  test.each<[string, CellFacts, CellFacts]>([
    ['the same row', cell(8), cell(8)],
    ['a row and the subsection behind it', cell(6), factsOfSubsection(SUBSECTION)],
    ['a row not attempted and an untouched subsection', cell(0, 0, false), factsOfSubsection(UNTOUCHED)],
    ['a row with the override that the subsection has', cell(9), factsOfSubsection(OVERRIDDEN)],
    ['noise under the fourth decimal', cell(6.66666), cell(6.666666667)],
    ['no override and a record of nulls', { ...cell(6), override: null }, { ...cell(6), override: NULLS }],
    ['a cell after its override was cleared', factsAfter(cell(9), null), factsOfSubsection(SUBSECTION)],
  ])('same: %s', (_, started, now) => {
    expect(compareFacts(started, now)).toEqual({ kind: 'same' })
  })

  test.each<[string, CellFacts, CellFacts]>([
    ['other points', cell(8), cell(9)],
    ['nothing in common', factsOfCell(null), factsOfSubsection(SUBSECTION)],
    ['an override after it was cleared', factsAfter(cell(9), null), factsOfSubsection(OVERRIDDEN)],
    ['another maximum', cell(8), cell(8, 20)],
    ['an override of 0 where nothing was attempted', cell(0, 0, false), cell(0)],
    ['the same points by a newer entry', factsOfSubsection(OVERRIDDEN), later(OVERRIDDEN)],
    ['an override where there was none', factsOfSubsection(SUBSECTION), factsOfSubsection(OVERRIDDEN)],
    ['the override gone', factsOfSubsection(OVERRIDDEN), factsOfSubsection(SUBSECTION)],
    [
      'an override in ungraded points only',
      { ...factsOfSubsection(OVERRIDDEN), historyId: undefined },
      factsOfSubsection({ ...OVERRIDDEN, override: { ...NINE, earnedAll: null } }),
    ],
    [
      'a fresh answer by the learner',
      factsOfSubsection(SUBSECTION),
      factsOfSubsection({ ...SUBSECTION, graded: { earned: 7, possible: 10 } }),
    ],
  ])('changed: %s', (_, started, now) => {
    expect(compareFacts(started, now)).toEqual({ kind: 'changed', theirs: now })
  })

  const facts: fc.Arbitrary<CellFacts> = fc.record(
    {
      attempted: fc.option(fc.boolean()),
      earned: fc.nat(10),
      possible: fc.option(fc.nat(10)),
      override: fc.option(fc.constantFrom(NINE, NULLS)),
      historyId: fc.option(fc.constantFrom('1', '2')),
    },
    { requiredKeys: ['attempted', 'earned', 'possible'] },
  )

  test('comparing is symmetric, and nothing differs from itself or from what was added to it', () => {
    fc.assert(
      fc.property(facts, facts, (a, b) => {
        expect(compareFacts(a, b).kind).toBe(compareFacts(b, a).kind)
        expect(compareFacts(a, a).kind).toBe('same')
        expect(compareFacts(mergeFacts(a, b), b).kind).toBe('same')
      }),
    )
  })

  test('what is stored fulfils what was asked for', () => {
    const will = fc.record({ earned: fc.nat(10), possible: fc.option(fc.integer({ min: 1, max: 10 })) })
    fc.assert(
      fc.property(facts, will, (before, asked) => {
        expect(fulfils(factsAfter(before, asked), asked)).toBe(true)
      }),
    )
  })
})

describe('whether the cell is as it shall be', () => {
  test.each<[string, CellFacts, boolean]>([
    ['nothing read of overrides', cell(9), false],
    ['no override', factsOfSubsection(SUBSECTION), true],
    ['a record of nulls', factsOfSubsection({ ...SUBSECTION, override: NULLS, history: [entry('1')] }), true],
    ['an override', factsOfSubsection(OVERRIDDEN), false],
  ])('no override: %s', (_, now, expected) => {
    expect(fulfils(now, null)).toBe(expected)
  })

  test.each<[string, CellFacts, boolean]>([
    ['the same points', cell(9), true],
    ['the override says so', factsOfSubsection(OVERRIDDEN), true],
    ['other points', cell(8), false],
    ['another maximum', cell(9, 20), false],
    [
      'only the original score says so',
      factsOfSubsection({ ...SUBSECTION, graded: { earned: 9, possible: 10 } }),
      false,
    ],
    ['points not known', cell(Number.NaN), false],
  ])('9 of 10: %s', (_, now, expected) => {
    expect(fulfils(now, { earned: 9, possible: 10 })).toBe(expected)
  })

  test('0 points are not the same as not attempted', () => {
    expect(fulfils(cell(0, 0, false), { earned: 0, possible: null })).toBe(false)
    expect(fulfils(cell(0), { earned: 0, possible: null })).toBe(true)
  })

  test('a record of nulls is not in force', () => {
    expect([null, NULLS, NINE, { ...NULLS, earnedAll: 0 }].map(inForce)).toEqual([false, false, true, true])
  })
})

function later(grade: SubsectionGrade): CellFacts {
  return factsOfSubsection({ ...grade, history: [...grade.history, entry('3')] })
}
