import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Sheet } from './sheet.ts'
import { findLearners, searchLearners, viewRows } from './view.ts'

const collator = new Intl.Collator('en')

function sheetOf(
  rows: ReadonlyArray<{ name: string | null; total: number | null; score: number | null }>,
): Sheet {
  const sheet = new Sheet()
  sheet.apply({
    columns: [{ id: 'hw1', name: 'Homework 1', label: 'HW 01', type: 'Homework' }],
    rows: rows.map(({ name, total, score }, index) => ({
      learner: { id: String(index), username: `user${index}`, name, email: null, studentKey: null },
      total,
      grades: [
        {
          subsectionId: 'hw1',
          attempted: score !== null,
          earned: score ?? 0,
          possible: score === null ? 0 : 1,
          percent: score ?? 0,
        },
      ],
    })),
  })
  return sheet
}

describe('viewRows', () => {
  const sheet = sheetOf([
    { name: 'Émile', total: 0.5, score: 0.2 },
    { name: null, total: null, score: null },
    { name: 'Ada', total: 0.9, score: 0.8 },
  ])
  const order = (by: string, direction: 'ascending' | 'descending') => [
    ...viewRows(sheet, { sort: { by, direction }, shows: null, collator }),
  ]

  test('without a sort keeps the order of arrival', () => {
    expect([...viewRows(sheet, { sort: null, shows: null, collator })]).toEqual([0, 1, 2])
  })
  test('sorts by name, in its absence by username', () => {
    expect(order('learner', 'ascending')).toEqual([2, 0, 1])
    expect(order('learner', 'descending')).toEqual([1, 0, 2])
  })
  test('puts blanks last in both directions', () => {
    expect(order('total', 'ascending')).toEqual([0, 2, 1])
    expect(order('total', 'descending')).toEqual([2, 0, 1])
    expect(order('hw1', 'ascending')).toEqual([0, 2, 1])
    expect(order('hw1', 'descending')).toEqual([2, 0, 1])
  })
  test('a column that does not exist leaves the order as it is', () => {
    expect(order('gone', 'descending')).toEqual([0, 1, 2])
  })
  test('shows what fits', () => {
    expect([...viewRows(sheet, { sort: null, shows: (row) => row !== 1, collator })]).toEqual([0, 2])
  })
  test('is a stable sort of exactly the rows that fit', () => {
    const rows = fc.array(
      fc.record({
        name: fc.constant(null),
        total: fc.constant(null),
        score: fc.option(fc.constantFrom(0, 0.5, 1), { nil: null }),
      }),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(rows, fc.boolean(), (drawn, up) => {
        const random = sheetOf(drawn)
        const sort = { by: 'hw1', direction: up ? ('ascending' as const) : ('descending' as const) }
        const expected = drawn
          .map(({ score }, index) => ({ score, index }))
          .toSorted((a, b) => {
            if (a.score === null || b.score === null)
              return Number(a.score === null) - Number(b.score === null)
            return up ? a.score - b.score : b.score - a.score
          })
        expect([...viewRows(random, { sort, shows: null, collator })]).toEqual(
          expected.map(({ index }) => index),
        )
      }),
    )
  })
})

describe('searching', () => {
  const sheet = sheetOf(
    ['Émilie du Châtelet', 'Chen Wei', 'Noura Emil', null].map((name) => ({ name, total: 1, score: 1 })),
  )

  test('puts case and accents aside and looks into every field', () => {
    const fits = searchLearners(' emilie DU chat')
    expect(sheet.learners.filter(fits).map(({ id }) => id)).toEqual(['0'])
    const keyed = { id: 'x', username: 'u', name: null, email: 'a@b.org', studentKey: 'KEY-9' }
    expect([
      searchLearners('key-9')(keyed),
      searchLearners('@B.')(keyed),
      searchLearners('z')(keyed),
    ]).toEqual([true, true, false])
  })
  test('an empty text fits everybody', () => {
    expect(sheet.learners.every(searchLearners('  '))).toBe(true)
  })
  test('finds best first: names that begin with it, then others', () => {
    expect(findLearners(sheet, 'emil', 5)).toEqual(['0', '2'])
    expect(findLearners(sheet, 'user3', 5)).toEqual(['3'])
    expect(findLearners(sheet, '', 5)).toEqual([])
    expect(findLearners(sheet, 'e', 1)).toHaveLength(1)
  })
})
