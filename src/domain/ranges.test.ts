import { describe, expect, test } from 'vitest'
import { type GradeRanges, withinRanges } from './ranges.ts'
import { Sheet } from './sheet.ts'

const sheet = new Sheet()
sheet.apply({
  columns: [{ id: 'hw1', name: 'Homework 1', label: 'HW 01', type: 'Homework' }],
  rows: [
    [0.29, 2.9],
    [0.7, 0],
    [1.05, 12],
    [null, null],
  ].map(([total, earned], index) => ({
    learner: { id: String(index), username: `user${index}`, name: null, email: null, studentKey: null },
    total: total ?? null,
    grades: [
      {
        subsectionId: 'hw1',
        attempted: earned !== null,
        earned: earned ?? 0,
        possible: earned === null ? 0 : 10,
        percent: (earned ?? 0) / 10,
      },
    ],
  })),
})
const fit = (ranges: GradeRanges) => [0, 1, 2, 3].filter(withinRanges(sheet, ranges))

describe('rows within ranges', () => {
  test('without a range all fit', () => {
    expect(fit({})).toEqual([0, 1, 2, 3])
  })

  test('of the course grade, both ends included, whatever a fraction comes to in binary', () => {
    expect(fit({ courseGrade: { min: 29, max: 70 } })).toEqual([0, 1])
    expect(fit({ courseGrade: { max: 29 } })).toEqual([0, 3])
  })

  test('who has no course grade fits what begins at 0; more than 100 fits no range', () => {
    expect(fit({ courseGrade: { min: 0 } })).toEqual([0, 1, 3])
    expect(fit({ courseGrade: { min: 0.01 } })).toEqual([0, 1])
  })

  test('of an assignment: who has not attempted it fits none, nor does anybody where there is no such column', () => {
    const of = (subsectionId: string) => fit({ assignmentGrade: { subsectionId, min: 0 } })
    expect(of('hw1')).toEqual([0, 1])
    expect(of('hw2')).toEqual([])
  })

  test('both together', () => {
    expect(fit({ courseGrade: { min: 50 }, assignmentGrade: { subsectionId: 'hw1', max: 10 } })).toEqual([1])
  })
})
