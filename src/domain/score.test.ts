import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ScoreInput, parseScore, percent, points } from './score.ts'

const POINTS: ScoreInput = { mode: 'points', decimal: '.', possible: 10 }
const PERCENT: ScoreInput = { ...POINTS, mode: 'percent' }
const COMMA: ScoreInput = { ...POINTS, decimal: ',' }
const UNKNOWN: ScoreInput = { ...POINTS, possible: null }

describe('what is accepted', () => {
  test.each([
    ['8', POINTS, 8],
    ['8.5', POINTS, 8.5],
    [' 8.5 ', POINTS, 8.5],
    ['.5', POINTS, 0.5],
    ['8.', POINTS, 8],
    ['08', POINTS, 8],
    ['0', POINTS, 0],
    ['10', POINTS, 10],
    ['80%', POINTS, 8],
    ['80 %', POINTS, 8],
    ['80\u202f%', POINTS, 8],
    ['8/10', POINTS, 8],
    ['8 / 10', POINTS, 8],
    ['80', PERCENT, 8],
    ['80%', PERCENT, 8],
    ['8/10', PERCENT, 8],
    ['33.33', { ...PERCENT, possible: 3 }, 0.9999],
    ['8,5', COMMA, 8.5],
    ['8.5', COMMA, 8.5],
    ['80,5%', COMMA, 8.05],
    ['8,5/10', COMMA, 8.5],
    ['8,125', COMMA, 8.125],
    ['0.125', COMMA, 0.125],
    ['1.23456', POINTS, 1.2346],
    ['2.00005', POINTS, 2.0001],
  ])('%s', (text, input, earned) => {
    expect(parseScore(text, input)).toEqual({ kind: 'score', earned, possible: input.possible })
  })

  test.each([
    ['Arabic', '٨٫٥'],
    ['Persian', '۸٫۵'],
    ['full-width', '８．５'],
    ['Devanagari', '८.५'],
    ['Thai', '๘.๕'],
    ['Arabic percent', '٨٥٪'],
    ['Arabic percent as Intl writes it', '\u200f٨٥\u00a0٪\u061c'],
    ['full-width percent', '８５％'],
    ['full-width fraction', '８．５／１０'],
  ])('digits of other scripts: %s', (_, text) => {
    expect(parseScore(text, POINTS)).toEqual({ kind: 'score', earned: 8.5, possible: 10 })
  })

  test('points of work whose possible points are not known yet', () => {
    expect(parseScore('8', UNKNOWN)).toEqual({ kind: 'score', earned: 8, possible: null })
    expect(parseScore('8/10', UNKNOWN)).toEqual({ kind: 'score', earned: 8, possible: 10 })
  })

  test.each(['', '  ', '\u00a0'])('nothing typed: "%s"', (text) => {
    expect(parseScore(text, POINTS)).toEqual({ kind: 'blank' })
  })
})

describe('what needs a confirmation', () => {
  test.each([
    ['12', POINTS],
    ['120', PERCENT],
    ['120%', POINTS],
    ['12/10', POINTS],
  ])('%s', (text, input) => {
    expect(parseScore(text, input)).toEqual({ kind: 'needs-confirmation', earned: 12, possible: 10 })
  })

  test('a fraction above its own maximum, too', () => {
    expect(parseScore('12/10', UNKNOWN).kind).toBe('needs-confirmation')
  })

  test('points for work that is worth nothing', () => {
    expect(parseScore('1', { ...POINTS, possible: 0 }).kind).toBe('needs-confirmation')
    expect(parseScore('0', { ...POINTS, possible: 0 }).kind).toBe('score')
  })
})

describe('what is refused', () => {
  test.each([
    ['eight', POINTS, { why: 'not-a-number' }],
    ['8 5', POINTS, { why: 'not-a-number' }],
    ['8.5.1', POINTS, { why: 'not-a-number' }],
    ['1,000.5', POINTS, { why: 'not-a-number' }],
    ['8,5,1', COMMA, { why: 'not-a-number' }],
    ['1/2/2026', POINTS, { why: 'not-a-number' }],
    ['8%/10', POINTS, { why: 'not-a-number' }],
    ['/10', POINTS, { why: 'not-a-number' }],
    ['8/', POINTS, { why: 'not-a-number' }],
    ['%', POINTS, { why: 'not-a-number' }],
    ['.', POINTS, { why: 'not-a-number' }],
    ['-', POINTS, { why: 'not-a-number' }],
    ['+8', POINTS, { why: 'not-a-number' }],
    ['0x8', POINTS, { why: 'not-a-number' }],
    ['=8', POINTS, { why: 'not-a-number' }],
    ['8½', UNKNOWN, { why: 'not-a-number' }],
    ['8²', POINTS, { why: 'not-a-number' }],
    ['8,5', POINTS, { why: 'decimal-comma' }],
    ['1.250', COMMA, { why: 'ambiguous' }],
    ['1e3', POINTS, { why: 'exponent' }],
    ['1.2E+04', POINTS, { why: 'exponent' }],
    ['-1', POINTS, { why: 'negative' }],
    ['−0.5', POINTS, { why: 'negative' }],
    ['-5%', POINTS, { why: 'negative' }],
    ['-1/10', POINTS, { why: 'negative' }],
    ['1/-10', POINTS, { why: 'negative' }],
    ['-Infinity', POINTS, { why: 'negative' }],
    ['Infinity', POINTS, { why: 'not-finite' }],
    ['NaN', POINTS, { why: 'not-finite' }],
    ['9'.repeat(400), POINTS, { why: 'not-finite' }],
    ['80%', UNKNOWN, { why: 'possible-unknown' }],
    ['80', { ...UNKNOWN, mode: 'percent' as const }, { why: 'possible-unknown' }],
    ['80%', { ...POINTS, possible: 0 }, { why: 'nothing-possible' }],
    ['8/0', UNKNOWN, { why: 'nothing-possible' }],
    ['8/20', POINTS, { why: 'other-maximum', typed: 20, possible: 10 }],
  ])('%s', (text, input, refusal) => {
    expect(parseScore(text, input)).toEqual({ kind: 'refused', ...refusal })
  })

  test('a bare minus before text stays text', () => {
    expect(parseScore('-abc', POINTS)).toEqual({ kind: 'refused', why: 'not-a-number' })
  })
})

describe('properties', () => {
  const earned = fc.integer({ min: 0, max: 10_000_000 }).map((x) => x / 10_000)
  const locale = fc.constantFrom('en', 'de', 'ar-EG', 'fa', 'hi-u-nu-deva', 'bn', 'ja', 'my')

  test('what Intl writes in any locale is read back to the last of four decimals', () => {
    fc.assert(
      fc.property(earned, locale, (value, tag) => {
        const format = new Intl.NumberFormat(tag, { maximumFractionDigits: 4, useGrouping: false })
        const decimal =
          format.formatToParts(0.5).find((part) => part.type === 'decimal')?.value === ',' ? ',' : '.'
        const parsed = parseScore(format.format(value), { mode: 'points', decimal, possible: null })
        expect(parsed).toEqual({ kind: 'score', earned: value, possible: null })
      }),
    )
  })

  test('a percent shown and typed again gives the same points where two decimals can tell them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.nat(10_000), (possible, share) => {
        const fraction = share / 10_000
        const parsed = parseScore(`${percent(fraction)}%`, { ...POINTS, possible })
        expect(parsed).toMatchObject({ kind: 'score', possible })
        expect(parsed.kind === 'score' ? parsed.earned : NaN).toBeCloseTo(fraction * possible, 4)
      }),
    )
  })

  test('any text at all gives a sound answer', () => {
    const almost = fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,%/-e٨８½∞ ')) })
    const input = fc.record({
      mode: fc.constantFrom('points' as const, 'percent' as const),
      decimal: fc.constantFrom('.' as const, ',' as const),
      possible: fc.option(fc.nat(100)),
    })
    fc.assert(
      fc.property(fc.oneof(almost, fc.string({ unit: 'grapheme' })), input, (text, given) => {
        const parsed = parseScore(text, given)
        if (parsed.kind === 'blank' || parsed.kind === 'refused') return
        expect(Number.isFinite(parsed.earned) && parsed.earned >= 0).toBe(true)
        expect([parsed.possible, null]).toContain(given.possible)
        const above = parsed.possible !== null && parsed.earned > parsed.possible
        expect(parsed.kind).toBe(above ? 'needs-confirmation' : 'score')
      }),
    )
  })
})

test('shown values have at most two decimals and no noise', () => {
  expect([8, 8.5, 8.125, 1.005, 0.1 + 0.2].map(points)).toEqual([8, 8.5, 8.13, 1.01, 0.3])
  expect([0.8, 0.8571, 0.57, 1.2, 1 / 3].map(percent)).toEqual([80, 85.71, 57, 120, 33.33])
})
