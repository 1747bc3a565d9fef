import { describe, expect, test } from 'vitest'
import { letterFor, passes } from './cutoffs.ts'

describe('letter and passing', () => {
  const cutoffs = [
    { letter: 'A', from: 0.8 },
    { letter: 'B', from: 0.6 },
    { letter: 'F', from: 0 },
  ]

  test('the highest cutoff reached gives the letter; the lowest above zero passes', () => {
    expect([0.8, 0.79, 0.6, 0.59].map((x) => letterFor(cutoffs, x))).toEqual(['A', 'B', 'B', 'F'])
    expect([0.6, 0.59].map((x) => passes(cutoffs, x))).toEqual([true, false])
  })

  test('without a cutoff above zero there is nothing to pass', () => {
    expect(passes([{ letter: 'F', from: 0 }], 1)).toBeNull()
    expect(passes([], 1)).toBeNull()
    expect(letterFor([], 1)).toBeNull()
  })
})
