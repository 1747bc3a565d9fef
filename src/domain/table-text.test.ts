import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeScore } from './paste-score.ts'
import { scoreText } from './figures.ts'
import { delimited, neutralised, plainText } from './table-text.ts'

const attempted = (earned: number, possible: number) => ({ attempted: true, earned, possible })

describe('a score as text', () => {
  test.each([
    [8.5, 10, 'points', '.', '8.5'],
    [8.5, 10, 'points', ',', '8,5'],
    [8.5, 10, 'percent', '.', '85%'],
    [1, 3, 'percent', ',', '33,33333333%'],
    [0, 10, 'points', '.', '0'],
    [3, 0, 'percent', '.', ''],
    [0.00001, 10, 'points', '.', '0.00001'],
  ] as const)('%d of %d in %s with %s: %s', (earned, possible, mode, decimal, text) => {
    expect(scoreText(attempted(earned, possible), { mode, decimal })).toBe(text)
  })

  test('nothing where nothing was attempted or has arrived', () => {
    const options = { mode: 'points', decimal: '.' } as const
    expect(scoreText({ attempted: false, earned: 0, possible: 0 }, options)).toBe('')
    expect(scoreText(null, options)).toBe('')
  })

  test('pasted again, it changes nothing', () => {
    const points = fc.integer({ min: 0, max: 20_000_000 }).map((value) => value / 10_000)
    fc.assert(
      fc.property(
        points,
        points.map((value) => value + 0.0001),
        fc.constantFrom('points' as const, 'percent' as const),
        fc.constantFrom('.' as const, ',' as const),
        (earned, possible, mode, decimal) => {
          const text = scoreText(attempted(earned, possible), { mode, decimal })
          const was = attempted(earned, possible)
          expect(judgeScore(text, { mode, decimal, possible, was }).kind).toBe('unchanged')
        },
      ),
    )
  })
})

describe('what a spreadsheet would run', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n1', ' =1', '＝1'])(
    '%j gets an apostrophe in front, and loses it again',
    (text) => {
      expect(neutralised(text)).toBe(`'${text}`)
      expect(plainText(neutralised(text))).toBe(text)
    },
  )

  test('one that has its apostrophe already comes back with it', () => {
    for (const text of ["'=1", "''-x", "' @x", "'\n"]) expect(plainText(neutralised(text))).toBe(text)
  })

  test('other texts stay, an apostrophe of their own included', () => {
    for (const text of ["O'Brien", ' Ada', "' Ada", "'quoted'", 'a=b', '', '8']) {
      expect(neutralised(text)).toBe(text)
      expect(plainText(text)).toBe(text)
    }
  })
})

test('delimiters, quotes and line ends are quoted', () => {
  expect(
    delimited(
      [
        ['a', 'b,c'],
        ['say "hi"', 'two\nlines'],
      ],
      ',',
    ),
  ).toBe('a,"b,c"\r\n"say ""hi""","two\nlines"')
  expect(delimited([['a,b', 'c\td']], '\t')).toBe('a,b\t"c\td"')
})
