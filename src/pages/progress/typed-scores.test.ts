import { createIntl } from 'react-intl'
import { describe, expect, test } from 'vitest'
import { enoughText } from './enough-text.ts'
import { firstAim, targetOf } from './target.ts'
import { triedScore } from './tried-score.ts'

const CUTOFFS = [
  { letter: 'A', from: 0.9 },
  { letter: 'C', from: 0.6 },
  { letter: 'F', from: 0 },
]

describe('a target', () => {
  test.each([
    [0.3, 'C'],
    [0.6, 'A'],
    [0.95, 'A'],
  ])('begins, at %d, with %s', (percent, letter) => {
    expect(firstAim(CUTOFFS, percent)).toEqual({ letter, text: '' })
  })

  test.each([
    ['82.5', '.', 0.825],
    ['82,5', ',', 0.825],
    ['82.5', ',', 0.825],
    ['٨٢٫٥', '.', 0.825],
    [' 75 % ', '.', 0.75],
    ['120', '.', 1.2],
    ['0', '.', 0],
  ] as const)('typed as “%s”, decimals by “%s”, is %d', (text, decimal, from) => {
    const target = targetOf({ letter: 'A', text }, CUTOFFS, decimal)
    expect(target).toEqual({ kind: 'total', from, letter: null })
  })

  test('is the letter where nothing is typed, and none where there is none', () => {
    expect(targetOf({ letter: 'A', text: '  ' }, CUTOFFS, '.')).toEqual({
      kind: 'total',
      from: 0.9,
      letter: 'A',
    })
    expect(targetOf(firstAim([], 0.5), [], '.')).toEqual({ kind: 'none' })
  })
})

describe('a tried score', () => {
  test.each([
    ['8,5', 10, ',', 0.85],
    ['8.5', 10, '.', 0.85],
    ['80%', 20, '.', 0.8],
    ['12', 10, '.', 1.2],
    // Nobody knows the points of what is not published: percent.
    ['80', null, '.', 0.8],
    ['80,5 %', null, ',', 0.805],
    ['8/10', null, '.', 0.8],
    ['1', 3, '.', 0.3333],
  ] as const)('“%s” of %s, decimals by “%s”, is %d', (text, possible, decimal, percent) => {
    expect(triedScore(text, possible, decimal)).toEqual({ kind: 'percent', percent })
  })

  test.each([
    ['', 10, 'blank'],
    ['  ', null, 'blank'],
    ['eight', 10, 'refused'],
    ['8/0', null, 'refused'],
    ['-3', null, 'refused'],
    ['8/20', 10, 'refused'],
  ] as const)('“%s” of %s is %s', (text, possible, kind) => {
    expect(triedScore(text, possible, '.').kind).toBe(kind)
  })
})

test.each([
  [0.84, '84%'],
  [0.8412, '84.2%'],
  [0.841, '84.1%'],
  [0.9999, '100%'],
  [0.0001, '0.1%'],
])('a need of %d is told as %s, which is enough', (average, text) => {
  expect(enoughText(createIntl({ locale: 'en-GB' }), average)).toBe(text)
})
