import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CourseTotal } from './course-total.ts'
import {
  type TotalColumn,
  type TotalRow,
  arrangeTotals,
  distinctNames,
  malformedUsernames,
  totalsTable,
  usernamesIn,
} from './total-rows.ts'

const collator = new Intl.Collator('en')
const row = (username: string, total: Partial<CourseTotal> | null = {}, course = 'Statistics'): TotalRow => ({
  courseId: `course-v1:a+${course}+c`,
  courseName: course,
  username,
  total: total && { courseId: 'x', courseName: null, username, percent: null, ...total },
})
const names = (rows: readonly TotalRow[]) => rows.map(({ username }) => username)

describe('arranging totals', () => {
  const rows = [
    row('bea', { percent: 0.9, letter: 'A', passed: true, email: 'b@x.org' }),
    row('ada', { percent: 0.1, letter: null, passed: false }),
    row('cem', null, 'Poétique'),
  ]

  test.each<[TotalColumn, string[], string[]]>([
    ['person', ['ada', 'bea', 'cem'], ['cem', 'bea', 'ada']],
    ['course', ['cem', 'bea', 'ada'], ['bea', 'ada', 'cem']],
    ['percent', ['ada', 'bea', 'cem'], ['bea', 'ada', 'cem']],
    ['letter', ['bea', 'ada', 'cem'], ['bea', 'ada', 'cem']],
    ['passed', ['ada', 'bea', 'cem'], ['bea', 'ada', 'cem']],
    ['passedAt', ['bea', 'ada', 'cem'], ['bea', 'ada', 'cem']],
  ])('by %s, blanks last both ways', (by, up, down) => {
    expect(names(arrangeTotals(rows, { text: '', sort: { by, direction: 'ascending' }, collator }))).toEqual(
      up,
    )
    expect(names(arrangeTotals(rows, { text: '', sort: { by, direction: 'descending' }, collator }))).toEqual(
      down,
    )
  })

  test.each([
    ['', ['bea', 'ada', 'cem']],
    ['A', ['bea', 'ada', 'cem']],
    ['poet', ['cem']],
    ['B@X', ['bea']],
    ['course-v1:a+stat', ['bea', 'ada']],
    ['zz', []],
  ])('%j fits', (text, expected) => {
    expect(names(arrangeTotals(rows, { text, sort: null, collator }))).toEqual(expected)
  })

  test('nobody is lost or doubled', () => {
    const some = fc.array(
      fc.record({ name: fc.string(), percent: fc.option(fc.double({ noNaN: true }), { nil: null }) }),
    )
    const by = fc.constantFrom<TotalColumn>('person', 'percent', 'passed', 'email')
    fc.assert(
      fc.property(some, by, (list, by) => {
        const given = list.map(({ name, percent }) => row(name, { percent }))
        const arranged = arrangeTotals(given, { text: '', sort: { by, direction: 'descending' }, collator })
        expect(new Set(arranged)).toEqual(new Set(given))
        expect(arranged).toHaveLength(given.length)
      }),
    )
  })
})

describe('a file of totals', () => {
  test('has figures as the reader’s spreadsheet writes them, and runs nothing', () => {
    const rows = [row('=cmd()', { percent: 0.555, letter: '+A', passed: true }), row('cem', null)]
    expect(totalsTable(rows, ['person', 'course', 'percent', 'letter', 'passed'], ',')).toEqual([
      ['course id', 'username', 'course', 'grade (%)', 'letter', 'passed'],
      ['course-v1:a+Statistics+c', "'=cmd()", 'Statistics', '55,5%', "'+A", 'yes'],
      ['course-v1:a+Statistics+c', 'cem', 'Statistics', '', '', ''],
    ])
  })
})

test('courses of one name are told apart by their ids', () => {
  const courses = [
    { id: 'a', name: 'Logic' },
    { id: 'b', name: 'Law' },
    { id: 'c', name: 'Logic' },
  ]
  expect([...distinctNames(courses)]).toEqual([
    ['a', 'Logic · a'],
    ['b', 'Law'],
    ['c', 'Logic · c'],
  ])
})

describe('a pasted list of usernames', () => {
  test.each([
    ['', []],
    [' ada, bea;cem\r\nada\tdan ', ['ada', 'bea', 'cem', 'dan']],
  ])('%j', (text, expected) => {
    expect(usernamesIn(text)).toEqual(expected)
  })

  test('what can be no username is told', () => {
    expect(malformedUsernames(['ada', 'a', 'b!c', 'Ünal_1', 'x@y.z+1-2'])).toEqual(['a', 'b!c'])
  })
})
