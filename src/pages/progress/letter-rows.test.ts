import { describe, expect, test } from 'vitest'
import { letterRows, nextLetter, passingCutoff } from './letter-rows.ts'

const LETTERS = [
  { letter: 'A', from: 0.9 },
  { letter: 'B', from: 0.75 },
  { letter: 'C', from: 0.6 },
]

describe('what each letter takes', () => {
  test('stands highest first, down to no letter at all', () => {
    expect(letterRows(LETTERS, 0.75)).toEqual([
      { letter: 'A', from: 0.9, to: null, isOwn: false, passes: true },
      { letter: 'B', from: 0.75, to: 0.9, isOwn: true, passes: true },
      { letter: 'C', from: 0.6, to: 0.75, isOwn: false, passes: true },
      { letter: null, from: 0, to: 0.6, isOwn: false, passes: false },
    ])
  })

  test('has a letter from zero on, which does not pass', () => {
    const rows = letterRows([...LETTERS, { letter: 'F', from: 0 }], 1.1)
    expect(rows.map(({ letter, passes, isOwn }) => [letter, passes, isOwn])).toEqual([
      ['A', true, true],
      ['B', true, false],
      ['C', true, false],
      ['F', false, false],
    ])
  })

  test('leaves out a letter below another at the same grade', () => {
    const rows = letterRows(
      [
        { letter: 'A', from: 0.5 },
        { letter: 'B', from: 0.5 },
      ],
      0.2,
    )
    expect(rows.map(({ letter }) => letter)).toEqual(['A', null])
  })

  test('cannot be passed where no cutoff is above zero', () => {
    expect(letterRows([], 0)).toEqual([{ letter: null, from: 0, to: null, isOwn: true, passes: null }])
    expect(passingCutoff([{ letter: 'F', from: 0 }])).toBeNull()
  })
})

describe('the next letter', () => {
  test.each([
    [0.72, 'B', 3],
    [0.75, 'A', 15],
    [0, 'C', 60],
    [0.57, 'C', 3],
  ])('from %d is %s, %d points away', (percent, letter, points) => {
    expect(nextLetter(LETTERS, percent)).toMatchObject({ cutoff: { letter }, points })
  })

  test('is none on top', () => {
    expect(nextLetter(LETTERS, 0.9)).toBeNull()
  })
})
