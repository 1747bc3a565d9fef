import { expect, test } from 'vitest'
import type { ExportForm } from '#src/domain/export-table.ts'
import { Sheet } from '#src/domain/sheet.ts'
import { exportParts } from './export-parts.ts'

const HW1 = { id: 'hw1', name: 'Homework 1', label: 'HW 01', type: 'Homework' }
const form: ExportForm = {
  identifiers: ['username'],
  withTotal: false,
  cutoffs: [],
  columns: [HW1],
  assignments: [HW1],
  modes: ['points'],
  decimal: ',',
}

/** A sheet of so many learners who each have half a point. */
function sheetOf(count: number): Sheet {
  const sheet = new Sheet()
  const rows = Array.from({ length: count }, (_, at) => ({
    learner: { id: `${at}`, username: `u${at}`, name: null, email: null, studentKey: null },
    total: null,
    grades: [{ subsectionId: 'hw1', attempted: true, earned: 0.5, possible: 1, percent: 0.5 }],
  }))
  sheet.apply({ columns: [HW1], rows })
  return sheet
}

function run(sheet: Sheet, rows: number[], signal: AbortSignal, onProgress: (done: number) => void) {
  const gradeOf = (row: number, column: number) => sheet.grade(row, column)
  return exportParts({ form, sheet, rows: Uint32Array.from(rows), gradeOf, signal, onProgress })
}

test('rows are written in the order given, in slices, with semicolons beside decimal commas', async () => {
  const done: number[] = []
  const rows = Array.from({ length: 600 }, (_, at) => 599 - at)
  const parts = await run(sheetOf(600), rows, new AbortController().signal, (count) => done.push(count))
  expect(done).toEqual([250, 500, 600])
  const lines = parts.join('').split('\r\n')
  expect(lines.slice(0, 3)).toEqual(['username;Homework 1 (points)', 'u599;0,5', 'u598;0,5'])
  expect(lines).toHaveLength(602)
  expect(lines.at(-1)).toBe('')
})

test('nobody is a header alone', async () => {
  const parts = await run(sheetOf(0), [], new AbortController().signal, () => undefined)
  expect(parts.join('')).toBe('username;Homework 1 (points)\r\n')
})

test('it stops when it is called off', async () => {
  const controller = new AbortController()
  const rows = Array.from({ length: 600 }, (_, at) => at)
  const running = run(sheetOf(600), rows, controller.signal, () => controller.abort())
  await expect(running).rejects.toHaveProperty('name', 'AbortError')
})
