import { expect, test } from 'vitest'
import { columnsMet, pointsMet, readPoints } from './met.ts'
import { HW1, LAB, cell, learner, table } from './sample-course.ts'

test('columns and their points come with the rows', () => {
  const { sheet, arrive } = table()
  expect([columnsMet(sheet, 0), pointsMet(sheet)]).toEqual([[], ''])
  arrive([learner('ada'), null, cell('hw1', null), cell('lab', 3, 7.5)])
  expect(columnsMet(sheet, 2)).toEqual([HW1, LAB])
  expect(readPoints(sheet.columns, pointsMet(sheet))).toEqual(new Map([['lab', 7.5]]))
  const before = pointsMet(sheet)
  arrive([learner('ben'), null, cell('hw1', 0, 10)])
  expect(pointsMet(sheet)).not.toBe(before)
  expect(readPoints(sheet.columns, '')).toEqual(new Map())
})
