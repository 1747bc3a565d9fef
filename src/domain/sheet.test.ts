import { describe, expect, test, vi } from 'vitest'
import type { Assignment, Learner } from './course.ts'
import { type ArrivingRow, Sheet } from './sheet.ts'

const learner = (id: string, name: string | null = null): Learner => ({
  id,
  username: `user${id}`,
  name,
  email: null,
  studentKey: null,
})
const column = (id: string): Assignment => ({ id, name: id, label: id, type: 'Homework' })
const grade = (subsectionId: string, earned: number, possible = 10) => ({
  subsectionId,
  attempted: true,
  earned,
  possible,
  percent: earned / possible,
})
const row = (id: string, total: number | null, ...grades: ArrivingRow['grades']): ArrivingRow => ({
  learner: learner(id),
  total,
  grades,
})

describe('Sheet', () => {
  test('reads back what arrived', () => {
    const sheet = new Sheet()
    sheet.apply({ columns: [column('hw1')], rows: [row('7', 0.5, grade('hw1', 8))] })
    expect(sheet.row('7')).toBe(0)
    expect(sheet.total(0)).toBe(0.5)
    expect(sheet.grade(0, 0)).toEqual({
      attempted: true,
      overridden: false,
      earned: 8,
      possible: 10,
      percent: 0.8,
    })
    expect(sheet.possible(0)).toBe(10)
  })

  test('tells a cell that has not arrived from one that is not attempted', () => {
    const sheet = new Sheet()
    sheet.apply({ columns: [column('hw1'), column('hw2')] })
    const notAttempted = { subsectionId: 'hw1', attempted: false, earned: 0, possible: 0, percent: 0 }
    sheet.apply({ rows: [row('7', null, notAttempted)] })
    expect(sheet.grade(0, 0)?.attempted).toBe(false)
    expect(sheet.percent(0, 0)).toBeNaN()
    expect(sheet.grade(0, 1)).toBeNull()
    expect(sheet.total(0)).toBeNaN()
    expect(sheet.possible(0)).toBeNull()
  })

  test('takes columns that are met late, and keeps what was there', () => {
    const sheet = new Sheet()
    sheet.apply({ columns: [column('hw1')], rows: [row('7', 1, grade('hw1', 8))] })
    sheet.apply({ columns: [column('hw1'), column('hidden')], rows: [row('8', 1, grade('hidden', 3))] })
    expect(sheet.columns.map(({ id }) => id)).toEqual(['hw1', 'hidden'])
    expect(sheet.earned(0, 0)).toBe(8)
    expect(sheet.earned(1, 1)).toBe(3)
  })

  test('takes cells that arrive before their row', () => {
    const sheet = new Sheet()
    sheet.apply({ columns: [column('hw1')], cells: [{ ...grade('hw1', 4), learnerId: '7' }] })
    expect(sheet.rowCount).toBe(0)
    sheet.apply({ rows: [row('7', null)] })
    expect(sheet.earned(0, 0)).toBe(4)
  })

  test('keeps all grades while it grows', () => {
    const sheet = new Sheet()
    sheet.apply({ columns: [column('hw1')] })
    for (let id = 0; id < 1000; id++)
      sheet.apply({ rows: [row(String(id), id / 1000, grade('hw1', id % 11))] })
    for (let id = 0; id < 1000; id++) {
      expect([sheet.total(id), sheet.earned(id, 0)]).toEqual([id / 1000, id % 11])
    }
  })

  test('a learner who comes again replaces the row and keeps the override mark', () => {
    const sheet = new Sheet()
    sheet.apply({ columns: [column('hw1')], rows: [row('7', 0.5, grade('hw1', 8))] })
    sheet.markOverridden('7', 'hw1', true)
    sheet.apply({ rows: [row('7', 0.9, grade('hw1', 9))] })
    expect(sheet.rowCount).toBe(1)
    expect(sheet.grade(0, 0)).toMatchObject({ earned: 9, overridden: true })
    sheet.markOverridden('7', 'hw1', false)
    expect(sheet.grade(0, 0)?.overridden).toBe(false)
  })

  test('an answer asked for earlier does not replace what a later one told', () => {
    const sheet = new Sheet()
    const older = sheet.ask()
    const newer = sheet.ask()
    sheet.apply({ columns: [column('hw1')], rows: [row('7', 0.9, grade('hw1', 9))] }, newer)
    sheet.apply(
      { rows: [row('7', 0.5, grade('hw1', 8))], cells: [{ ...grade('hw1', 7), learnerId: '7' }] },
      older,
    )
    expect([sheet.total(0), sheet.earned(0, 0)]).toEqual([0.9, 9])
    sheet.apply({ rows: [row('7', 0.4, grade('hw1', 4))] }, sheet.ask())
    expect([sheet.total(0), sheet.earned(0, 0)]).toEqual([0.4, 4])
  })

  test('an answer asked for earlier adds what is not known yet', () => {
    const sheet = new Sheet()
    const older = sheet.ask()
    sheet.apply({ columns: [column('hw1')], rows: [row('7', 0.9, grade('hw1', 9))] })
    const named = { ...row('7', 0.5, grade('hw1', 8), grade('hw2', 3)), learner: learner('7', 'Ada') }
    sheet.apply({ columns: [column('hw2')], rows: [named, row('8', 0.1, grade('hw1', 1))] }, older)
    expect(sheet.learners.map(({ name }) => name)).toEqual(['Ada', null])
    expect([sheet.earned(0, 0), sheet.earned(0, 1), sheet.earned(1, 0)]).toEqual([9, 3, 1])
  })

  test('cells that came before their row give way to a row asked for later, not to an older one', () => {
    const sheet = new Sheet()
    const [first, second] = [sheet.ask(), sheet.ask()]
    const cell = { ...grade('hw1', 4), learnerId: '7' }
    sheet.apply({ columns: [column('hw1')], cells: [cell] }, first)
    sheet.apply({ rows: [row('7', null, grade('hw1', 9))] }, second)
    expect(sheet.earned(0, 0)).toBe(9)
    sheet.apply({ cells: [{ ...cell, learnerId: '8' }] }, second)
    sheet.apply({ rows: [row('8', null, grade('hw1', 9))] }, first)
    expect(sheet.earned(1, 0)).toBe(4)
  })

  test('the points of a column are those of most learners, not of one who was overridden', () => {
    const sheet = new Sheet()
    sheet.apply({ columns: [column('hw1')], rows: [row('7', 1, grade('hw1', 8, 20))] })
    expect(sheet.possible(0)).toBe(20)
    sheet.apply({ rows: [row('8', 1, grade('hw1', 8)), row('9', 1, grade('hw1', 9))] })
    expect(sheet.possible(0)).toBe(10)
    // Read again: a row counts once.
    sheet.apply({ rows: [row('7', 1, grade('hw1', 8, 20))] })
    sheet.apply({ rows: [row('7', 1, grade('hw1', 8, 20))] })
    expect(sheet.possible(0)).toBe(10)
  })

  test('the points of a column follow when grades change, and stay while the sheet grows', () => {
    const sheet = new Sheet()
    sheet.apply({ columns: [column('hw1')], rows: [row('7', 1, grade('hw1', 8, 20))] })
    sheet.apply({ rows: [row('7', 1, grade('hw1', 8, Number.NaN))] })
    expect(sheet.possible(0)).toBeNull()
    sheet.apply({ rows: Array.from({ length: 100 }, (_, id) => row(`x${id}`, 1, grade('hw1', 1))) })
    sheet.apply({ rows: Array.from({ length: 99 }, (_, id) => row(`y${id}`, 1, grade('hw1', 1, 20))) })
    expect(sheet.possible(0)).toBe(10)
    sheet.apply({ rows: ['x0', 'x1'].map((id) => row(id, 1, grade('hw1', 1, 20))) })
    expect(sheet.possible(0)).toBe(20)
  })

  test('tells only the row that changed', () => {
    const sheet = new Sheet()
    sheet.apply({ columns: [column('hw1')], rows: [row('7', 1), row('8', 1)] })
    const seventh = vi.fn()
    const eighth = vi.fn()
    sheet.subscribeRow(0, seventh)
    const end = sheet.subscribeRow(1, eighth)
    sheet.apply({ rows: [row('8', 0.4, grade('hw1', 2))] })
    expect(seventh).not.toHaveBeenCalled()
    expect(eighth).toHaveBeenCalledOnce()
    end()
    sheet.apply({ rows: [row('8', 0.5)] })
    expect(eighth).toHaveBeenCalledOnce()
    expect(sheet.version(1)).toBe(3)
  })

  test('tells of its shape only when rows or columns came', () => {
    const sheet = new Sheet()
    sheet.apply({ columns: [column('hw1')], rows: [row('7', 1)] })
    const before = sheet.shape.version()
    sheet.apply({ rows: [row('7', 0.2, grade('hw1', 2))] })
    expect(sheet.shape.version()).toBe(before)
    sheet.apply({ rows: [row('8', 0.2)] })
    expect(sheet.shape.version()).toBe(before + 1)
  })
})
