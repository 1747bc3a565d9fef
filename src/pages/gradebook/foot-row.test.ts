import type { IntlShape } from 'react-intl'
import { beforeAll, expect, test, vi } from 'vitest'
import type { ScoreView } from './cell-words.ts'
import { FootRow } from './foot-row.ts'
import { INFO, cell, english, learner, table } from './sample-course.ts'

let intl: IntlShape
beforeAll(async () => {
  intl = await english()
})

const [ADA, BEN, CLEO] = [learner('ada'), learner('ben'), learner('cleo')]

function foot(scores: ScoreView = 'percent') {
  const all = table()
  const row = new FootRow({ intl, info: INFO, sheet: all.sheet, order: all.order, scores })
  return { ...all, row }
}

test('the mean of the attempted cells shown, with their number', () => {
  const { arrive, row, find } = foot()
  arrive([ADA, 0.5, cell('hw1', 8)], [BEN, 0.9, cell('hw1', 5)], [CLEO, null, cell('hw1', null)])
  expect(row.cell('learner')).toMatchObject({ text: 'Mean of 3 learners', align: 'start' })
  expect(row.cell('hw1')).toMatchObject({
    text: '65.0',
    second: 'n 2',
    spoken: 'Homework 1, mean 65.0%, 2 attempts',
  })
  expect(row.cell('total')).toMatchObject({
    text: '70.0%',
    spoken: 'Total, mean 70.0%, 2 learners',
    tone: 'strong',
  })
  find('ben')
  expect(row.cell('learner').text).toBe('Mean of 1 learner')
  expect(row.cell('hw1')).toMatchObject({ text: '50.0', second: 'n 1' })
})

test('in points view the mean is one of points, the total stays a percentage', () => {
  const { arrive, row } = foot('points')
  arrive([ADA, 0.5, cell('hw1', 8)], [BEN, 0.9, cell('hw1', 5)])
  expect(row.cell('hw1')).toMatchObject({
    text: '6.5',
    spoken: 'Homework 1, mean 6.5 points, 2 attempts',
  })
  expect(row.cell('total').text).toBe('70.0%')
})

test('names what nobody has attempted, also before any row has come', () => {
  const { arrive, row } = foot()
  expect(row.cell('exam')).toMatchObject({
    text: '–',
    tone: 'quiet',
    spoken: 'Final exam, nobody has attempted it',
  })
  expect(row.cell('total')).toMatchObject({ text: '–', spoken: 'Total, nobody has a grade yet' })
  arrive([ADA, null, cell('hw1', null)])
  expect(row.cell('hw1').spoken).toBe('Homework 1, nobody has attempted it')
})

test('is computed once, until grades or rows change', () => {
  const { arrive, row } = foot()
  arrive([ADA, 0.5, cell('hw1', 8)])
  const told = vi.fn<() => void>()
  const end = row.subscribe(told)
  const first = row.cell('hw1')
  expect(row.cell('hw1')).toBe(first)
  const version = row.version()
  arrive([ADA, 0.5, cell('hw1', 4)])
  expect(told).toHaveBeenCalled()
  expect(row.version()).not.toBe(version)
  expect(row.cell('hw1').text).toBe('40.0')
  end()
  told.mockClear()
  arrive([BEN, 0.5, cell('hw1', 6)])
  expect(told).not.toHaveBeenCalled()
  expect(row.cell('hw1').text).toBe('50.0')
})
