import type { IntlShape } from 'react-intl'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { type Will, factsOfCell } from '#src/domain/conflict.ts'
import type { Learner } from '#src/domain/course.ts'
import type { Answer } from '#src/domain/edits-saving.ts'
import { EditStore } from '#src/lms/edit-store.ts'
import { SheetSource, type SheetSourceOptions } from './sheet-source.ts'
import { INFO, cell, english, learner, table } from './sample-course.ts'

let intl: IntlShape
beforeAll(async () => {
  intl = await english()
})

const ADA = learner('ada', { name: 'Ada Lovelace' })
const HW1 = { learnerId: 'ada', subsectionId: 'hw1' }

/** Ada's row on the screen: 8 of 10 in homework 1, nothing else attempted, and a total. */
function shown(options: Partial<SheetSourceOptions> = {}, who: Learner = ADA, total: number | null = 0.5) {
  const { sheet, order, arrive } = table()
  arrive([who, total, cell('hw1', 8), cell('lab', null)])
  const edits = new EditStore()
  const source = new SheetSource({
    intl,
    info: INFO,
    sheet,
    edits,
    order,
    scores: 'percent',
    canSave: true,
    ...options,
  })
  const stage = (will: Will, subsectionId = 'hw1') =>
    edits.dispatch({
      type: 'stage',
      changes: [
        {
          learnerId: 'ada',
          subsectionId,
          was: factsOfCell(sheet.grade(0, sheet.column(subsectionId))),
          will,
        },
      ],
    })
  /** Takes the staged change of homework 1 as far as `until`. */
  const send = (until: 'begun' | 'sent' | Pick<Answer & object, 'kind'>['kind']) => {
    const now = { attempted: true, earned: 8, possible: 10, override: null, historyId: null }
    edits.dispatch({ type: 'begin', batchId: 'b', at: 0, cells: [HW1] })
    if (until === 'begun') return
    edits.dispatch({ type: 'checked', batchId: 'b', readings: [{ ...HW1, now, entry: null }] })
    edits.dispatch({ type: 'sent', batchId: 'b', cells: [HW1] })
    if (until === 'sent') return
    const refusal = { words: 'User matching query does not exist.', cause: null }
    edits.dispatch({
      type: 'answered',
      batchId: 'b',
      answers: [until === 'refused' ? { ...HW1, kind: until, refusal } : { ...HW1, kind: until }],
    })
  }
  const at = (columnId: string) => source.cell('ada', columnId)
  return { sheet, arrive, edits, source, stage, send, at }
}

describe('a learner', () => {
  test.each<[Partial<Learner>, string, string]>([
    [{}, 'Ada Lovelace', 'user.ada'],
    [{ email: 'ada@x.org', studentKey: 'S1' }, 'Ada Lovelace', 'user.ada · ada@x.org · S1'],
    [{ name: null }, 'user.ada', ''],
    [{ name: null, studentKey: 'S1' }, 'user.ada', 'S1'],
  ])('%j stands there as %s, under it %s', (more, text, second) => {
    const { at } = shown({}, { ...ADA, ...more })
    expect(at('learner')).toMatchObject({
      text,
      second,
      spoken: second === '' ? text : `${text}, ${second}`,
    })
  })
})

describe('a total', () => {
  test.each([
    [0.83, { text: '83%', second: 'A', tone: 'strong' }, 'Total, Ada Lovelace, 83%, A, passing'],
    [0.5, { text: '50%', second: 'B', tone: 'strong' }, 'Total, Ada Lovelace, 50%, B, passing'],
    [0.49, { text: '49%', second: '–', tone: 'bad' }, 'Total, Ada Lovelace, 49%, not passing'],
    [null, { text: '–', tone: 'quiet' }, 'Total, Ada Lovelace, no grade yet'],
  ] as const)('of %s', (total, looks, spoken) => {
    expect(shown({}, ADA, total).at('total')).toMatchObject({ ...looks, spoken })
  })

  test('without cutoffs is neither passing nor failing', () => {
    const { at } = shown({ info: { ...INFO, cutoffs: [] } })
    expect(at('total')).toMatchObject({ spoken: 'Total, Ada Lovelace, 50%', tone: 'strong' })
  })
})

describe('a cell', () => {
  test('with a score', () => {
    expect(shown().at('hw1')).toMatchObject({
      text: '80',
      bar: 0.8,
      state: 'plain',
      mark: null,
      spoken: 'Homework 1, Ada Lovelace, 8 of 10 points, 80%',
    })
    expect(shown({ scores: 'points' }).at('hw1').text).toBe('8')
  })

  test('with zero, which is not the same as not attempted', () => {
    const { arrive, at } = shown()
    arrive([ADA, 0.5, cell('hw1', 0), cell('lab', null)])
    expect(at('hw1')).toMatchObject({
      text: '0',
      bar: 0,
      state: 'plain',
      spoken: 'Homework 1, Ada Lovelace, 0 of 10 points, 0%',
    })
    expect(at('lab')).toMatchObject({
      text: '–',
      bar: null,
      state: 'empty',
      tone: 'quiet',
      spoken: 'Lab 1, Ada Lovelace, not attempted',
    })
  })

  test('of a server that tells no points shows the percentage in both views', () => {
    const told = {
      subsectionId: 'hw1',
      attempted: true,
      earned: Number.NaN,
      possible: Number.NaN,
      percent: 0.8,
    }
    const { arrive, at } = shown({ scores: 'points' })
    arrive([ADA, 0.5, told])
    expect(at('hw1')).toMatchObject({ text: '80%', spoken: 'Homework 1, Ada Lovelace, 80%' })
  })

  test('overridden', () => {
    const { sheet, at } = shown()
    sheet.markOverridden('ada', 'hw1', true)
    expect(at('hw1')).toMatchObject({
      mark: 'overridden',
      spoken: 'Homework 1, Ada Lovelace, 8 of 10 points, 80%, overridden',
    })
  })

  test.each([
    [{ info: { ...INFO, frozen: true } }, 'locked: grades are frozen'],
    [{ canSave: false }, 'locked: this site cannot change grades'],
  ])('locked', (options, words) => {
    expect(shown(options).at('hw1')).toMatchObject({
      state: 'locked',
      spoken: `Homework 1, Ada Lovelace, 8 of 10 points, 80%, ${words}`,
    })
  })

  test('that has not arrived says nothing', () => {
    expect(shown().at('exam')).toEqual({ text: '', state: 'empty' })
    expect(shown().source.cell('nobody', 'hw1')).toEqual({ text: '', state: 'empty' })
  })
})

describe('a changed cell', () => {
  const before = 'Homework 1, Ada Lovelace, 8 of 10 points, 80%'

  test('staged', () => {
    const { stage, at } = shown()
    stage({ earned: 9, possible: null })
    expect(at('hw1')).toMatchObject({
      text: '90',
      bar: 0.9,
      state: 'staged',
      hint: null,
      spoken: `${before}, changed to 9 of 10 points, 90%, not saved`,
    })
  })

  test('staged where nobody has attempted it: points alone, never a percentage of nothing', () => {
    const { stage, at } = shown()
    stage({ earned: 9, possible: null }, 'lab')
    expect(at('lab')).toMatchObject({
      text: '9 pt',
      bar: null,
      spoken: 'Lab 1, Ada Lovelace, not attempted, changed to 9 points, not saved',
    })
  })

  test('staged to give the override up', () => {
    const { stage, at } = shown()
    stage(null)
    expect(at('hw1')).toMatchObject({
      text: '–',
      bar: null,
      state: 'staged',
      spoken: `${before}, changed to no override, not saved`,
    })
  })

  test.each(['begun', 'sent'] as const)('saving, once it has %s', (until) => {
    const { stage, send, at } = shown()
    stage({ earned: 9, possible: null })
    send(until)
    expect(at('hw1')).toMatchObject({
      text: '90',
      state: 'saving',
      spoken: `${before}, saving 9 of 10 points, 90%`,
    })
  })

  test('refused, with the reason in plain words', () => {
    const { stage, send, at } = shown()
    stage({ earned: 9, possible: null })
    send('refused')
    const why = 'This learner’s account no longer exists.'
    expect(at('hw1')).toMatchObject({
      text: '90',
      state: 'refused',
      hint: why,
      spoken: `${before}, 9 of 10 points, 90% was refused, ${why}`,
    })
  })

  test('of unknown outcome', () => {
    const { stage, send, at } = shown()
    stage({ earned: 9, possible: null })
    send('unknown')
    expect(at('hw1')).toMatchObject({
      state: 'unknown',
      hint: '9 of 10 points, 90% sent, outcome unknown',
      spoken: `${before}, 9 of 10 points, 90% sent, outcome unknown`,
    })
  })

  test.each([
    [{ attempted: true, earned: 3 }, '3 of 10 points, 30%'],
    [{ attempted: false, earned: null }, 'not attempted'],
    [{ attempted: true, earned: null }, 'not known'],
  ] as const)('in conflict, with whose score is which: %j', (theirs, words) => {
    const { edits, stage, at } = shown()
    stage({ earned: 9, possible: null })
    edits.dispatch({ type: 'begin', batchId: 'b', at: 0, cells: [HW1] })
    const now = { ...theirs, possible: 10, historyId: 'newer' }
    edits.dispatch({ type: 'checked', batchId: 'b', readings: [{ ...HW1, now, entry: null }] })
    const states = `in conflict with somebody else: mine 9 of 10 points, 90%, theirs ${words}`
    expect(at('hw1')).toMatchObject({
      state: 'conflict',
      hint: states,
      spoken: `Homework 1, Ada Lovelace, ${states}`,
    })
  })

  test('saved: looks like any other, and is known to be overridden also after the row was read anew', () => {
    const { arrive, stage, send, at } = shown()
    stage({ earned: 9, possible: null })
    send('saved')
    arrive([ADA, 0.5, cell('hw1', 9)])
    expect(at('hw1')).toMatchObject({
      text: '90',
      state: 'plain',
      mark: 'overridden',
      spoken: 'Homework 1, Ada Lovelace, 9 of 10 points, 90%, overridden',
    })
  })
})

describe('where grades are set', () => {
  const missing = { ...cell('hw1', null), exception: 'missing' } as const

  test('what is missing is told in short, in words and by a shape', () => {
    const { arrive, at } = shown()
    arrive([ADA, 0.5, missing])
    expect(at('hw1')).toMatchObject({
      text: 'Miss.',
      bar: null,
      mark: 'missing',
      hint: 'missing',
      spoken: 'Homework 1, Ada Lovelace, missing',
    })
  })

  test('what is about to be excused shows it at once, beside the mark of a change', () => {
    const { stage, at } = shown()
    stage({ earned: 0, possible: null, exception: 'excused' })
    expect(at('hw1')).toMatchObject({ text: 'Exc.', state: 'staged', mark: 'excused', bar: null })
  })
})

describe('a row', () => {
  test('is told of its grades and of its edits, and its version differs after each', () => {
    const { arrive, source, stage } = shown()
    const told = vi.fn<() => void>()
    const end = source.subscribe('ada', told)
    const versions = [source.version('ada')]
    arrive([ADA, 0.6, cell('hw1', 9)])
    versions.push(source.version('ada'))
    stage({ earned: 7, possible: null })
    versions.push(source.version('ada'))
    expect(told).toHaveBeenCalledTimes(2)
    expect(new Set(versions).size).toBe(3)
    end()
    arrive([ADA, 0.7, cell('hw1', 9)])
    expect(told).toHaveBeenCalledTimes(2)
  })

  test('is found by its key, and by its place', () => {
    const { source } = shown()
    expect([source.rowCount(), source.rowKey(0), source.rowIndex('ada')]).toEqual([1, 'ada', 0])
    expect([source.rowKey(7), source.rowIndex('nobody')]).toEqual(['', -1])
  })
})
