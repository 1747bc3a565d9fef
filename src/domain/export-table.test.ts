import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { factsOfCell } from './conflict.ts'
import type { Assignment, Learner } from './course.ts'
import {
  type ExportForm,
  exportFileName,
  exportHeader,
  exportLine,
  knownIdentifiers,
} from './export-table.ts'
import { guessMapping } from './paste-columns.ts'
import { LearnerIndex } from './paste-learners.ts'
import { changesOf, readPaste } from './paste.ts'
import { roundHalfUp } from './rounding.ts'
import type { SheetGrade } from './sheet.ts'
import { delimited, plainText } from './table-text.ts'

/** Reads RFC 4180 as a spreadsheet does, and takes neutralised formulas back. */
function readCsv(text: string, delimiter: string): string[][] {
  const lines: string[][] = [[]]
  const cell = new RegExp(`("(?:[^"]|"")*"|[^${delimiter}\\r\\n]*)(${delimiter}|\\r\\n|$)`, 'y')
  for (let end = delimiter; end !== '';) {
    const [, value = '', next = ''] = cell.exec(text) ?? []
    lines.at(-1)?.push(plainText(value.replace(/^"|"$/g, '').replaceAll('""', '"')))
    if (next === '\r\n') lines.push([])
    end = next
  }
  return lines
}

const NOBODY: Learner = { id: '1', username: 'ada', name: null, email: null, studentKey: null }
const HW1: Assignment = { id: 'b@1', name: 'Homework 1', label: 'HW 01', type: 'Homework' }
const graded = (earned: number, possible: number): SheetGrade => ({
  attempted: true,
  overridden: false,
  earned,
  possible,
  percent: earned / possible,
})
const form: ExportForm = {
  identifiers: ['username'],
  withTotal: true,
  cutoffs: [{ letter: 'A', from: 0.8 }],
  columns: [HW1],
  assignments: [HW1],
  modes: ['points', 'percent'],
  decimal: '.',
}

test('learners, totals and scores stand under headers that an import understands', () => {
  expect(exportHeader(form)).toEqual([
    'username',
    'total (%)',
    'letter',
    'Homework 1 (points)',
    'Homework 1 (%)',
  ])
  const line = (total: number, grade: SheetGrade | null) =>
    exportLine({ ...form, decimal: ',' }, { learner: NOBODY, total, grades: [grade] })
  expect(line(0.85, graded(8.5, 10))).toEqual(['ada', '85%', 'A', '8,5', '85%'])
  expect(line(Number.NaN, null)).toEqual(['ada', '', '', '', ''])
})

test('only identifiers that somebody has are exported', () => {
  expect(knownIdentifiers([NOBODY])).toEqual(['username'])
  expect(knownIdentifiers([NOBODY, { ...NOBODY, name: 'Ada', studentKey: '7' }])).toEqual([
    'username',
    'name',
    'studentKey',
  ])
})

test('an assignment called Total is not taken for the total', () => {
  const total = { ...HW1, name: 'Total' }
  expect(exportHeader({ ...form, columns: [total], assignments: [total] })).toEqual([
    'username',
    'course total (%)',
    'letter',
    'Total (points)',
    'Total (%)',
  ])
})

test('the file is named after the course and the day, without what no system takes', () => {
  const day = new Date(2026, 10, 5)
  expect(exportFileName(['course-v1:MITx+18.05+2026_Autumn', 'grades'], day)).toBe(
    'course-v1-MITx+18.05+2026_Autumn-grades-2026-11-05.csv',
  )
  expect(exportFileName(['../a/b\\c', 'grades', '?'], day)).toBe('a-b-c-grades-2026-11-05.csv')
})

describe('importing an export unchanged', () => {
  const odd = fc.oneof(
    fc.constantFrom(
      '=1+1',
      '-x',
      "'-x",
      "''=x",
      ' =x',
      "' +x",
      '＝x',
      '@me',
      '1,5',
      '8.5',
      'say "hi"',
      'a;b',
      'a,b',
      'two\r\nlines',
    ),
    fc.constantFrom('Homework 1', 'Homework 1 (late)', 'Homework 1 (points)', 'Top 10%', 'Quiz (%)', 'name'),
    fc.constantFrom('Total', 'letter', 'username', 'HW 01', '(%)', 'عمر', '100', '007', '1E+05'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
  )
  const maybe = fc.option(odd)
  const learners = fc.uniqueArray(
    fc.record({ username: odd, name: maybe, email: maybe, studentKey: maybe }),
    { selector: ({ username }) => username, minLength: 1, maxLength: 6 },
  )
  const assignments = fc.array(fc.record({ name: odd, label: maybe }), { minLength: 1, maxLength: 5 })
  const points = fc.integer({ min: 0, max: 300_000 }).map((value) => value / 10_000)
  const grade = fc.oneof(
    { weight: 4, arbitrary: fc.tuple(points, fc.constantFrom(1, 3, 7, 10, 12.5, 100)) },
    fc.constant(null),
  )
  const given = fc.record({
    learners,
    assignments,
    grades: fc.array(grade, { minLength: 30, maxLength: 30 }),
    modes: fc.constantFrom<ExportForm['modes'][]>(['points'], ['percent'], ['points', 'percent']),
    decimal: fc.constantFrom('.' as const, ',' as const),
    reads: fc.constantFrom('.' as const, ',' as const),
    withTotal: fc.boolean(),
  })

  test('stages nothing, however odd the names are, whichever way decimals are written and read', () => {
    let recognised = 0
    fc.assert(
      fc.property(given, ({ grades, reads, ...rest }) => {
        const people = rest.learners.map((one, index): Learner => ({ id: `l${index}`, ...one }))
        const works = rest.assignments.map((one, index): Assignment => ({
          id: `b@${index}`,
          type: null,
          ...one,
        }))
        const gradeOf = (row: number, column: number): SheetGrade => {
          const [earned, possible] = grades[row * 5 + column] ?? [Number.NaN, 0]
          if (Number.isNaN(earned)) {
            return { attempted: false, overridden: false, earned: 0, possible: 0, percent: 0 }
          }
          return { ...graded(earned, possible), percent: roundHalfUp(earned / possible, 4) }
        }
        const written: ExportForm = {
          ...form,
          ...rest,
          identifiers: knownIdentifiers(people),
          columns: works,
          assignments: works,
        }
        const delimiter = rest.decimal === ',' ? ';' : ','
        const table = [
          exportHeader(written),
          ...people.map((learner, row) =>
            exportLine(written, {
              learner,
              total: 0.5,
              grades: works.map((_, column) => gradeOf(row, column)),
            }),
          ),
        ]
        const read = readCsv(delimited(table, delimiter), delimiter)
        expect(read.map((line) => line.length)).toEqual(table.map((line) => line.length))

        const course = {
          learners: new LearnerIndex(people),
          facts: (learnerId: string, subsectionId: string) =>
            factsOfCell(gradeOf(Number(learnerId.slice(1)), Number(subsectionId.slice(2)))),
          possible: (subsectionId: string) => {
            const column = Number(subsectionId.slice(2))
            const known = people.map((_, row) => gradeOf(row, column)).find(({ attempted }) => attempted)
            return known?.possible ?? null
          },
        }
        const mapping = guessMapping(read, { ...course, assignments: works, decimal: reads })
        recognised += mapping.roles.filter(({ kind }) => kind === 'score').length
        const choices = { learners: new Map<number, string>(), extraCredit: true }
        const lines = [...readPaste(read, mapping, course, choices)]
        expect(lines.flatMap((line) => changesOf(line, course, choices))).toEqual([])
      }),
      { numRuns: 500 },
    )
    // It is not that nothing is read at all.
    expect(recognised).toBeGreaterThan(500)
  })
})
