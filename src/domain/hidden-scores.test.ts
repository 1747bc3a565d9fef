import { expect, test } from 'vitest'
import { hiddenScores } from './hidden-scores.ts'
import type { TypeSummary } from './progress.ts'
import { EARLIER, LATER, progressOf, scoreOf, subsectionOf, typeOf } from './progress-testing.ts'

const summaryOf = (difference: Partial<TypeSummary>): TypeSummary => ({
  type: 'Homework',
  average: 0,
  contribution: 0,
  hidden: 'none',
  hiddenUntil: null,
  ...difference,
})
const shown = subsectionOf({ id: 'shown', score: scoreOf(5) })
const waiting = (id: string, due: string | null) =>
  subsectionOf({ id, score: null, visibility: 'past-due', due })
const never = subsectionOf({ id: 'never', score: null, visibility: 'never' })

test('nothing is hidden where all scores show', () => {
  expect(hiddenScores(progressOf([shown], { summaries: [summaryOf({})] }))).toEqual([])
})

test('tells what waits, until when, and what never shows', () => {
  const subsections = [waiting('one', EARLIER), waiting('two', LATER), waiting('three', null), never, shown]
  expect(hiddenScores(progressOf(subsections))).toEqual([
    { type: 'Homework', waiting: 3, until: LATER, never: 1, counted: 'none' },
  ])
})

test('takes the date from the server where it tells one', () => {
  const summaries = [summaryOf({ hidden: 'some', hiddenUntil: EARLIER })]
  expect(hiddenScores(progressOf([waiting('one', LATER), shown], { summaries }))).toMatchObject([
    { until: EARLIER, counted: 'none' },
  ])
})

test('tells of scores that are not in the answer only that they count', () => {
  const types = [typeOf(), typeOf({ name: 'Lab' })]
  const summaries = [summaryOf({}), summaryOf({ type: 'Lab', hidden: 'all' })]
  expect(hiddenScores(progressOf([shown], { types, summaries }))).toEqual([
    { type: 'Lab', waiting: 0, until: null, never: 0, counted: 'all' },
  ])
})

test('is silent about work that does not count', () => {
  const practice = subsectionOf({ id: 'practice', graded: false, score: null })
  const poster = subsectionOf({ id: 'poster', type: 'Poster', score: null })
  expect(hiddenScores(progressOf([practice, poster], { summaries: null }))).toEqual([])
})
