import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cutoff } from '#src/domain/course.ts'
import { bandsOf, ticksOf } from './cutoff-scale.ts'

const LETTERS: Cutoff[] = [
  { letter: 'A', from: 0.9 },
  { letter: 'B', from: 0.75 },
  { letter: 'C', from: 0.6 },
]

const anyCutoffs = fc.array(
  fc.record({
    letter: fc.constantFrom('A', 'B+', 'Pass', 'Outstanding'),
    from: fc.integer({ min: -20, max: 130 }).map((percent) => percent / 100),
  }),
  { maxLength: 14 },
)

describe('bandsOf', () => {
  test('goes from below all letters up to 100 %', () => {
    expect(bandsOf(LETTERS)).toEqual([
      { letter: null, from: 0, to: 0.6 },
      { letter: 'C', from: 0.6, to: 0.75 },
      { letter: 'B', from: 0.75, to: 0.9 },
      { letter: 'A', from: 0.9, to: 1 },
    ])
  })

  test('leaves out a letter that nobody can get: below another at the same grade, or beyond 100 %', () => {
    const letters = bandsOf([
      { letter: 'A+', from: 1.1 },
      { letter: 'A', from: 0.5 },
      { letter: 'B', from: 0.5 },
      { letter: 'Fail', from: 0 },
    ]).map(({ letter }) => letter)
    expect(letters).toEqual(['Fail', 'A'])
  })

  test('covers the scale without gaps or empty stretches', () => {
    fc.assert(
      fc.property(anyCutoffs, (cutoffs) => {
        const bands = bandsOf(cutoffs)
        expect(bands.at(0)?.from).toBe(0)
        expect(bands.at(-1)?.to).toBe(1)
        bands.forEach(({ from, to }, index) => {
          expect(to).toBeGreaterThan(from)
          expect(bands[index + 1]?.from ?? 1).toBe(to)
        })
      }),
    )
  })
})

describe('ticksOf', () => {
  test('puts labels with room on one line, low ones first', () => {
    expect(ticksOf(LETTERS).map(({ cutoff, lane }) => [cutoff.letter, lane])).toEqual([
      ['C', 0],
      ['B', 0],
      ['A', 0],
    ])
  })

  test('puts labels that are near to each other on lines of their own', () => {
    const lanes = ticksOf([
      { letter: 'A', from: 0.6 },
      { letter: 'B', from: 0.57 },
      { letter: 'C', from: 0.54 },
      { letter: 'D', from: 0.3 },
    ]).map(({ lane }) => lane)
    expect(lanes).toEqual([0, 0, 1, 2])
  })

  test('keeps what lies outside of the scale at its ends, with its own number', () => {
    expect(
      ticksOf([
        { letter: 'Top', from: 1.2 },
        { letter: 'Low', from: -0.1 },
      ]),
    ).toMatchObject([
      { cutoff: { from: -0.1 }, at: 0, anchor: 'start' },
      { cutoff: { from: 1.2 }, at: 1, anchor: 'end' },
    ])
  })

  test('shows each cutoff once, none twice in the same place', () => {
    fc.assert(
      fc.property(anyCutoffs, (cutoffs) => {
        const ticks = ticksOf(cutoffs)
        expect(ticks).toHaveLength(cutoffs.length)
        expect(new Set(ticks.map(({ at, lane }) => `${at} ${lane}`)).size).toBe(cutoffs.length)
      }),
    )
  })
})

test('a scale that goes beyond 100 % has room for letters there', () => {
  const beyond: Cutoff[] = [{ letter: 'Top', from: 1.1 }, ...LETTERS]
  expect(bandsOf(beyond, 1.25).slice(-2)).toEqual([
    { letter: 'A', from: 0.9, to: 1.1 },
    { letter: 'Top', from: 1.1, to: 1.25 },
  ])
  expect(ticksOf(beyond, 1.25).map(({ at }) => Number(at.toFixed(6)))).toEqual([0.48, 0.6, 0.72, 0.88])
})
