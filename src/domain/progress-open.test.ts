import { describe, expect, test } from 'vitest'
import type { ProgressSubsection } from './progress.ts'
import { leftOf } from './progress-left.ts'
import { openWork } from './progress-open.ts'
import { EARLIER, LATER, NOW, progressOf, scoreOf, subsectionOf, typeOf } from './progress-testing.ts'
import { untoldTypes } from './progress-untold.ts'

const override = { through: 'gradebook', reason: null } as const

describe('a subsection is open', () => {
  test.each<[string, boolean, Partial<ProgressSubsection>]>([
    ['at zero, due later', true, {}],
    ['at zero, without a due date', true, { due: null }],
    ['with some points, due later', true, { score: scoreOf(4) }],
    ['at zero, past due', false, { due: EARLIER }],
    ['at zero, due this moment', false, { due: NOW.toISOString() }],
    ['with some points, past due', false, { score: scoreOf(4), due: EARLIER }],
    ['with some points, without a due date', false, { score: scoreOf(4), due: null }],
    ['with all points', false, { score: scoreOf(10) }],
    ['with more than all points', false, { score: scoreOf(12) }],
    ['closed to the learner', false, { hasAccess: false }],
    ['its score hidden', false, { score: null }],
    ['its score set by staff', false, { override }],
    ['worth no points', false, { score: scoreOf(0, 0) }],
    ['not graded', false, { graded: false }],
    ['of a type that the policy lacks', false, { type: 'Project' }],
    ['of no type', false, { type: null }],
  ])('%s: %s', (_, isOpen, difference) => {
    const { open } = openWork(progressOf([subsectionOf({ id: 'one', ...difference })]), NOW)
    expect([...open]).toEqual(isOpen ? ['one'] : [])
  })

  test('until the course has ended', () => {
    const progress = progressOf([subsectionOf({ id: 'one' })], { types: [typeOf({ required: 3 })] })
    expect(openWork(progress, NOW).open.size).toBe(3)
    const over = { ...progress, courseEnd: EARLIER }
    const { open, subsections, places, standing } = openWork(over, NOW)
    expect([open.size, subsections, places]).toEqual([0, [], []])
    // What was never published counts as zero all the same.
    expect(standing.types[0]?.entries).toHaveLength(3)
    expect(leftOf(over, openWork(over, NOW), NOW)).toEqual({ items: [], overdue: [], locked: [] })
  })
})

describe('what it can bring', () => {
  const one = subsectionOf({ id: 'one' })
  const done = (id: string, earned: number) => subsectionOf({ id, score: scoreOf(earned), due: EARLIER })
  const share = (subsections: readonly ProgressSubsection[], dropped = 0) =>
    openWork(progressOf(subsections, { types: [typeOf({ weight: 0.5, dropped })] }), NOW).subsections[0]
      ?.share

  test('is its part of its type', () => {
    expect(share([one, done('two', 8)])).toBe(0.25)
  })
  test('is what is missing where it has some points', () => {
    expect(share([{ ...one, score: scoreOf(4) }, done('two', 8)])).toBe(0.15)
  })
  test('is what it has more than the score that it would drop', () => {
    expect(share([one, done('two', 8)], 1)).toBeCloseTo(0.1, 12)
  })
  test('is nothing where it would be dropped with all its points, or all are', () => {
    expect(share([one, done('two', 12)], 1)).toBe(0)
    expect(share([one], 5)).toBe(0)
  })
  test('is told for places that nothing fills yet, together', () => {
    const progress = progressOf([done('two', 8)], { types: [typeOf({ required: 4, dropped: 1 })] })
    expect(openWork(progress, NOW).places).toEqual([
      { type: 'Homework', count: 3, share: expect.closeTo(3 / 3 - 0.8 / 3, 12) },
    ])
  })
})

test('due first comes first, no due date last', () => {
  const progress = progressOf([
    subsectionOf({ id: 'whenever', due: null }),
    subsectionOf({ id: 'late', due: '2026-12-24T00:00:00+01:00' }),
    subsectionOf({ id: 'soon', due: '2026-12-23T23:30:00Z', score: null }),
    subsectionOf({ id: 'set', override, due: LATER }),
  ])
  const { items } = leftOf(progress, openWork(progress, NOW), NOW)
  expect(items.map(({ subsection, state }) => [subsection.id, state])).toEqual([
    ['set', 'set-by-staff'],
    ['late', 'open'],
    ['soon', 'hidden'],
    ['whenever', 'open'],
  ])
})

test('what was due, what is locked', () => {
  const progress = progressOf([
    subsectionOf({ id: 'zero', due: EARLIER }),
    subsectionOf({ id: 'zero by staff', due: EARLIER, override }),
    subsectionOf({ id: 'hidden', due: EARLIER, score: null }),
    subsectionOf({ id: 'some', due: EARLIER, score: scoreOf(4) }),
    subsectionOf({ id: 'locked', due: EARLIER, hasAccess: false }),
  ])
  const { items, overdue, locked } = leftOf(progress, openWork(progress, NOW), NOW)
  expect(items).toEqual([])
  expect(overdue.map(({ id }) => id)).toEqual(['zero'])
  expect(locked.map(({ id }) => id)).toEqual(['locked'])
})

describe('types whose scores are not all shown', () => {
  const summary = { type: 'Homework', average: 0, contribution: 0, hiddenUntil: null } as const

  test('none, where all are shown', () => {
    const shown = progressOf([subsectionOf({ id: 'one' })], { summaries: [{ ...summary, hidden: 'none' }] })
    expect(untoldTypes(shown)).toEqual([])
    expect(untoldTypes({ ...shown, summaries: null })).toEqual([])
  })

  test('by a score that is hidden, until the last that shows', () => {
    const hidden = (id: string, due: string | null, visibility: ProgressSubsection['visibility']) =>
      subsectionOf({ id, due, visibility, score: null })
    const progress = progressOf(
      [
        hidden('one', '2026-12-02T00:00:00Z', 'past-due'),
        hidden('two', '2026-12-01T00:00:00Z', 'past-due'),
        hidden('three', '2026-12-05T00:00:00Z', 'never'),
      ],
      { types: [typeOf({ weight: 0.4 }), typeOf({ name: 'Lab' })] },
    )
    expect(untoldTypes(progress)).toEqual([{ name: 'Homework', weight: 0.4, until: '2026-12-02T00:00:00Z' }])
  })

  test('by the summary, where subsections are absent; their places are not said to be to come', () => {
    const progress = progressOf([], {
      types: [typeOf({ required: 2 })],
      summaries: [{ ...summary, hidden: 'all', hiddenUntil: LATER }],
    })
    expect(untoldTypes(progress)).toEqual([{ name: 'Homework', weight: 1, until: LATER }])
    const { open, places } = openWork(progress, NOW)
    expect(open.size).toBe(0)
    expect(places).toEqual([{ type: 'Homework', count: 2, share: null }])
  })

  test('all, where the server tells totals only', () => {
    expect(untoldTypes(progressOf([], { sections: null }))).toHaveLength(1)
  })
})
