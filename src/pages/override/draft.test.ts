import { expect, test } from 'vitest'
import { charactersLeft } from '#src/domain/reason.ts'
import { BLANK, sameDraft, wishOf } from './draft.ts'

const input = { decimal: '.', possible: 10 } as const
const typed = (text: string, more: Partial<typeof BLANK> = {}) => wishOf({ ...BLANK, text, ...more }, input)

test('a score is meant in points; percent and fractions mean what they say', () => {
  expect(typed('8.5')).toEqual({ kind: 'will', will: { earned: 8.5, possible: null } })
  expect(typed('80%')).toEqual({ kind: 'will', will: { earned: 8, possible: null } })
  expect(typed('8/10')).toEqual({ kind: 'will', will: { earned: 8, possible: null } })
  expect(typed(' ')).toEqual({ kind: 'blank' })
  expect(typed('eight')).toEqual({ kind: 'refused', why: 'not-a-number' })
})

test('more than the maximum is asked about until it is confirmed', () => {
  expect(typed('12')).toEqual({ kind: 'ask', earned: 12, possible: 10 })
  expect(typed('12', { extraCredit: true })).toEqual({ kind: 'will', will: { earned: 12, possible: null } })
})

test('clearing does not look at the score', () => {
  expect(typed('eight', { clears: true })).toEqual({ kind: 'will', will: null })
})

test('drafts differ by each of their parts', () => {
  expect(sameDraft(BLANK, { ...BLANK })).toBe(true)
  for (const change of [{ text: '8' }, { reason: 'x' }, { extraCredit: true }, { clears: true }]) {
    expect(sameDraft(BLANK, { ...BLANK, ...change })).toBe(false)
  }
})

test('a reason is counted in characters, without the blanks around it', () => {
  expect(charactersLeft(' für 🙂 ', 300)).toBe(295)
  expect(charactersLeft('x'.repeat(312), 300)).toBe(-12)
})
