import type { IntlShape } from 'react-intl'
import { beforeAll, expect, test } from 'vitest'
import { chipsOf } from './chips.ts'
import type { Filters } from './filters.ts'
import { HW1, LAB, english } from './sample-course.ts'

let intl: IntlShape
beforeAll(async () => {
  intl = await english()
})

const names = {
  assignments: [HW1, { ...LAB, label: null }],
  tracks: [{ slug: 'audit', name: 'Audit track' }],
  cohorts: [{ id: '4', name: 'Monday', size: 9 }],
}
const shown = (filters: Filters, { search = '', username = '', known = true } = {}) =>
  chipsOf(
    intl,
    { filters, search, username },
    known ? names : { ...names, tracks: undefined, cohorts: undefined },
  ).map(({ name, value }) => `${name}: ${value}`)

test('every filter has a chip, in words', () => {
  const all: Filters = {
    assignmentType: 'Homework',
    assignment: 'hw1',
    assignmentMin: 5,
    totalMin: 50,
    totalMax: 79.5,
    track: 'audit',
    cohort: '4',
    courseTeam: true,
  }
  expect(shown(all, { search: 'ada' })).toEqual([
    'search: ada',
    'assignmentType: Homework',
    'assignment: HW 01',
    'assignmentMin: 5–100 %',
    'totalMin: 50–79.5 %',
    'track: Audit track',
    'cohort: Monday',
    'courseTeam: included',
  ])
  expect(shown({})).toEqual([])
})

test('what has no name (yet) is shown by its key; without a label by its name', () => {
  expect(shown({ assignment: 'lab', track: 'audit', cohort: '4' }, { known: false })).toEqual([
    'assignment: Lab 1',
    'track: audit',
    'cohort: 4',
  ])
  expect(shown({ assignment: 'gone', track: 'gone', cohort: 'gone' })).toEqual([
    'assignment: gone',
    'track: gone',
    'cohort: gone',
  ])
})

test('a range without a minimum begins at 0', () => {
  expect(shown({ totalMax: 50 })).toEqual(['totalMin: 0–50 %'])
})

test('an exact username stands alone: the filters do not apply then', () => {
  expect(shown({ track: 'audit' }, { username: 'ada' })).toEqual(['username: ada'])
})

test('a search for blanks is none', () => {
  expect(shown({}, { search: '  ' })).toEqual([])
})
