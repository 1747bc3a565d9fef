import { describe, expect, test } from 'vitest'
import { explainProgress } from './explain-progress.ts'
import type { Progress, ProgressSubsection, TypeSummary } from './progress.ts'
import { EARLIER, LATER, progressOf, scoreOf, subsectionOf, typeOf } from './progress-testing.ts'

const scored = (id: string, earned: number, difference: Partial<ProgressSubsection> = {}) =>
  subsectionOf({ id, score: scoreOf(earned), due: EARLIER, ...difference })
const hidden = (id: string) => subsectionOf({ id, score: null, visibility: 'past-due', due: LATER })
const total = (percent: number): Pick<Progress, 'grade'> => ({
  grade: { percent, letter: null, passed: false },
})
const summaryOf = (difference: Partial<TypeSummary>): TypeSummary => ({
  type: 'Homework',
  average: 0,
  contribution: 0,
  hidden: 'none',
  hiddenUntil: null,
  ...difference,
})

/** Each entry as `id standing percent`. */
function entriesOf(progress: Progress): string[] {
  return explainProgress(progress).types.flatMap(({ entries }) =>
    entries.map(({ subsection, standing, percent }) => `${subsection?.id ?? '-'} ${standing} ${percent}`),
  )
}

describe('entries', () => {
  test('stand in course order, missing ones last', () => {
    const progress = progressOf([scored('one', 2), scored('two', 8)], {
      types: [typeOf({ required: 4, dropped: 1 })],
    })
    expect(entriesOf(progress)).toEqual([
      'one counted 0.2',
      'two counted 0.8',
      '- counted null',
      '- dropped null',
    ])
  })

  test('that are hidden keep their place, and hold one that the policy demands as a zero', () => {
    const progress = progressOf([hidden('one'), scored('two', 8), hidden('three')], {
      types: [typeOf({ required: 2 })],
      ...total(0.4),
    })
    expect(entriesOf(progress)).toEqual(['one counted null', 'two counted 0.8', 'three left-out null'])
    expect(explainProgress(progress)).toMatchObject({ exact: 0.4, gap: null })
  })

  test('that are worth nothing neither count nor are missing', () => {
    const progress = progressOf([scored('one', 5), subsectionOf({ id: 'two', score: scoreOf(0, 0) })])
    expect(entriesOf(progress)).toEqual(['one counted 0.5', 'two worth-nothing 0'])
  })

  test('are not called missing where the place may be that of a score that never shows', () => {
    const progress = progressOf([scored('one', 8)], {
      types: [typeOf({ required: 3 })],
      summaries: [summaryOf({ hidden: 'some' })],
    })
    expect(entriesOf(progress)).toEqual(['one counted 0.8'])
    expect(explainProgress(progress).types).toMatchObject([{ untold: 2, hidden: 'some' }])
  })

  test('of a type that the policy does not have stand apart', () => {
    const progress = progressOf([scored('one', 8), scored('poster', 9, { type: 'Poster' })])
    expect(entriesOf(progress)).toEqual(['one counted 0.8'])
    expect(explainProgress(progress).outside.map(({ id }) => id)).toEqual(['poster'])
  })
})

describe('an official total that is another one', () => {
  const shown = [scored('one', 5), scored('two', 7)]

  test('is no riddle where only rounding lies between', () => {
    const progress = progressOf([scored('one', 4.945)], total(0.5))
    expect(explainProgress(progress)).toMatchObject({ estimate: 0.5, gap: null })
  })

  test('comes from hidden scores where the server hides some; its own sum tells how much', () => {
    const progress = progressOf(shown, {
      ...total(0.8),
      summaries: [summaryOf({ hidden: 'some' })],
      totalWithHidden: 0.7995,
    })
    const { gap } = explainProgress(progress)
    expect(gap?.because).toBe('hidden')
    expect(gap?.unseen).toBeCloseTo(0.1995, 10)
  })

  test('is not explained by a sum that rounds to something else', () => {
    const progress = progressOf(shown, {
      ...total(0.8),
      summaries: [summaryOf({ hidden: 'all' })],
      totalWithHidden: 0.7,
    })
    expect(explainProgress(progress).gap).toEqual({ because: 'hidden', unseen: null })
  })

  test('has no known reason where nothing is hidden', () => {
    expect(explainProgress(progressOf(shown, total(0.8))).gap).toEqual({ because: 'unknown', unseen: null })
    const old = progressOf(shown, { ...total(0.8), summaries: null, totalWithHidden: 0.8 })
    expect(explainProgress(old).gap).toEqual({ because: 'unknown', unseen: null })
  })

  test('is taken from the server type by type where it tells totals only', () => {
    const progress = progressOf([], {
      ...total(0.8),
      sections: null,
      types: [typeOf({ required: 3 })],
      summaries: [summaryOf({ average: 0.79, contribution: 0.79 })],
    })
    expect(explainProgress(progress)).toMatchObject({
      types: [{ average: 0.79, contribution: 0.79, entries: [] }],
      exact: 0.79,
      gap: { because: 'totals-only' },
    })
  })
})

describe('a summary of the server that says something else of a type', () => {
  const shown = [scored('one', 5), scored('two', 7)]
  const toldOf = (subsections: readonly ProgressSubsection[], summary: Partial<TypeSummary>) =>
    explainProgress(progressOf(subsections, { summaries: [summaryOf(summary)] })).types[0]?.told

  test('is not mentioned where it says the same, rounded', () => {
    expect(toldOf(shown, { average: 0.6001, contribution: 0.6 })).toBeNull()
  })

  test('keeps room for hidden scores', () => {
    const told = { average: 0.4, contribution: 0.4 }
    expect(toldOf([...shown, hidden('three')], { ...told, hidden: 'some' })).toEqual({
      ...told,
      because: 'hidden',
    })
  })

  test('counts work that is worth nothing', () => {
    const told = { average: 0.4, contribution: 0.4 }
    const worthless = subsectionOf({ id: 'three', score: scoreOf(0, 0) })
    expect(toldOf([...shown, worthless], told)).toEqual({ ...told, because: 'worth-nothing' })
  })

  test('may differ for no known reason', () => {
    expect(toldOf(shown, { average: 0.6, contribution: 0.5 })).toMatchObject({ because: 'unknown' })
  })
})
