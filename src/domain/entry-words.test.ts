import { describe, expect, test } from 'vitest'
import type { CellFacts } from './conflict.ts'
import { exceptionWords, parseEntry } from './entry-words.ts'
import { judgeScore } from './paste-score.ts'
import { wordFor } from './scale-word.ts'
import { scoreText } from './figures.ts'

const scale = [
  { word: 'A', points: 9.5 },
  { word: 'Not yet', points: 0 },
]
const exceptions = exceptionWords([
  ['excused', ['ex']],
  ['incomplete', ['INC']],
])
const words = { scale, exceptions, offered: ['ex', 'inc'] }
const input = { mode: 'points', decimal: '.', possible: 10 } as const

describe('words in a score’s place', () => {
  test.each([
    ['A', 9.5],
    [' a ', 9.5],
    ['not YET', 0],
    ['7', 7],
    ['70%', 7],
  ])('%s means points', (text, earned) => {
    expect(parseEntry(text, { ...input, ...words })).toEqual({ kind: 'score', earned, possible: 10 })
  })

  test.each([
    ['ex', 'excused'],
    ['Excused', 'excused'],
    ['inc', 'incomplete'],
    ['missing', 'missing'],
  ])('%s means an exception', (text, exception) => {
    expect(parseEntry(text, { ...input, ...words })).toEqual({ kind: 'exception', exception })
  })

  test('any other word is refused with those that there are, and without words as ever', () => {
    const refused = { kind: 'refused', why: 'not-a-word', words: ['A', 'Not yet', 'ex', 'inc'] }
    expect(parseEntry('B', { ...input, ...words })).toEqual(refused)
    expect(parseEntry('B', input)).toEqual({ kind: 'refused', why: 'not-a-number' })
    expect(parseEntry('-1', { ...input, ...words })).toEqual({ kind: 'refused', why: 'negative' })
  })

  test('a scale may have a word for an exception: the scale wins', () => {
    const own = { ...words, scale: [{ word: 'Inc', points: 2 }] }
    expect(parseEntry('inc', { ...input, ...own })).toMatchObject({ kind: 'score', earned: 2 })
  })

  test('points are told by a word only where they are exactly those', () => {
    expect(wordFor(9.5, scale)).toBe('A')
    expect(wordFor(9.4, scale)).toBeNull()
    expect(wordFor(9.5, undefined)).toBeNull()
  })
})

describe('pasted words', () => {
  const eight: CellFacts = { attempted: true, earned: 8, possible: 10, exception: null }
  const excused: CellFacts = { attempted: false, earned: 0, possible: null, exception: 'excused' }
  const missing: CellFacts = { ...excused, exception: 'missing' }
  const judge = (text: string, was: CellFacts) => judgeScore(text, { ...input, words, was })

  test('change a score, and nothing where they stand already', () => {
    expect(judge('excused', eight)).toMatchObject({
      kind: 'change',
      will: { earned: 0, possible: null, exception: 'excused' },
      lowers: true,
    })
    expect(judge('Ex', excused)).toEqual({ kind: 'unchanged' })
    expect(judge('missing', missing)).toEqual({ kind: 'unchanged' })
    expect(judge('0', excused)).toMatchObject({ kind: 'change', will: { earned: 0 } })
    expect(judge('a', eight)).toMatchObject({ kind: 'change', will: { earned: 9.5 }, lowers: false })
  })

  test('missing is not set by anybody here', () => {
    expect(judge('missing', eight)).toEqual({ kind: 'refused', refusal: { why: 'not-settable' } })
  })

  test('what is exported comes back unchanged', () => {
    for (const exception of ['excused', 'incomplete', 'missing'] as const) {
      const grade = { attempted: false, earned: 0, possible: 0, percent: 0, exception }
      for (const mode of ['points', 'percent'] as const) {
        const text = scoreText(grade, { mode, decimal: '.' })
        expect(judge(text, { ...excused, exception })).toEqual({ kind: 'unchanged' })
      }
    }
  })

  test('a percentage without points is exported as one', () => {
    const grade = { attempted: true, earned: Number.NaN, possible: Number.NaN, percent: 0.8642 }
    expect(scoreText(grade, { mode: 'percent', decimal: '.' })).toBe('86.42%')
    expect(scoreText(grade, { mode: 'points', decimal: '.' })).toBe('')
  })
})
