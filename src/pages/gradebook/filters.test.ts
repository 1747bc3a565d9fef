import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Filters,
  narrows,
  readTableUrl,
  toQuery,
  withoutFilter,
  writeFilters,
  writeSort,
} from './filters.ts'

const read = (query: string) => readTableUrl(new URLSearchParams(query))

const name = fc.string({ minLength: 1, maxLength: 60 })
const percent = fc.integer({ min: 0, max: 1_000_000 }).map((n) => n / 10_000)
const range = fc.tuple(fc.option(percent), fc.option(percent)).map(([a, b]) => {
  const [min, max] = a !== null && b !== null ? [Math.min(a, b), Math.max(a, b)] : [a, b]
  return { min: min ?? undefined, max: max ?? undefined }
})
const optional = fc.option(name, { nil: undefined })
const filters: fc.Arbitrary<Filters> = fc
  .record({
    type: optional,
    assignment: optional,
    track: optional,
    cohort: optional,
    a: range,
    t: range,
    team: fc.boolean(),
  })
  .map(({ type, assignment, track, cohort, a, t, team }) => ({
    assignmentType: type,
    assignment,
    ...(assignment === undefined ? {} : { assignmentMin: a.min, assignmentMax: a.max }),
    totalMin: t.min,
    totalMax: t.max,
    track,
    cohort,
    courseTeam: team || undefined,
  }))

describe('the URL', () => {
  test('gives back every filter and sort that was written, and leaves other parameters alone', () => {
    fc.assert(
      fc.property(filters, name, fc.boolean(), (wanted, by, down) => {
        fc.pre(!by.startsWith('-') && !/[\r\n\u2028\u2029]/.test(by))
        const sort = { by, direction: down ? 'descending' : 'ascending' } as const
        const before = new URLSearchParams('rows=compact&track=old&team=included')
        const url = writeSort(writeFilters(before, wanted), sort)
        const again = readTableUrl(new URLSearchParams(url.toString()))
        expect(again).toEqual({ filters: JSON.parse(JSON.stringify(wanted)), sort, dropped: [] })
        expect(url.get('rows')).toBe('compact')
      }),
    )
  })

  test('is as short as it can be without filters and sort', () => {
    const url = writeSort(writeFilters(new URLSearchParams('min=3&sort=total&x=1'), {}), null)
    expect(url.toString()).toBe('x=1')
    expect(readTableUrl(url)).toEqual({ filters: {}, sort: null, dropped: [] })
  })

  test.each([
    ['min=200', ['min']],
    ['min=-1', ['min']],
    ['max=1e2', ['max']],
    ['max=12.34567', ['max']],
    ['min=abc&track=', ['min', 'track']],
    ['team=yes', ['team']],
    ['sort=', ['sort']],
    ['sort=-', ['sort']],
    [`type=${'x'.repeat(401)}`, ['type']],
    ['min=80&max=20', ['min', 'max']],
    ['assignment=hw1&amin=80&amax=20', ['amin', 'amax']],
    ['amin=10', ['amin']],
    ['amin=nonsense&amax=50', ['amin', 'amax']],
    ['amin=80&amax=20', ['amin', 'amax']],
  ])('leaves out %s, and names each parameter once', (query, dropped) => {
    expect(read(query)).toEqual({
      filters: query.startsWith('assignment') ? { assignment: 'hw1' } : {},
      sort: null,
      dropped,
    })
  })

  test('keeps what makes sense beside what does not', () => {
    expect(read('min=200&max=50&cohort=4&sort=-total')).toEqual({
      filters: { totalMax: 50, cohort: '4' },
      sort: { by: 'total', direction: 'descending' },
      dropped: ['min'],
    })
  })
})

describe('the query', () => {
  test('carries what the server can do, and only that', () => {
    const all = read('type=Homework&assignment=hw1&amin=5&min=10&max=90&track=audit&cohort=4&team=included')
    expect(toQuery('c', all.filters)).toEqual({
      courseId: 'c',
      track: 'audit',
      cohort: '4',
      courseTeam: true,
      assignmentGrade: { subsectionId: 'hw1', min: 5, max: undefined },
      courseGrade: { min: 10, max: 90 },
    })
  })

  test('stays the same when only columns are chosen, so that the sheet is not read anew', () => {
    const same = (filters: Filters) => JSON.stringify(toQuery('c', filters))
    expect(same({ assignmentType: 'Homework', assignment: 'hw1' })).toBe(same({}))
  })

  test('an assignment’s range means nothing without the assignment', () => {
    expect(toQuery('c', { assignmentMin: 5 }).assignmentGrade).toBeUndefined()
  })
})

test.each<[Filters, boolean]>([
  [{}, false],
  [{ assignmentType: 'Homework', assignment: 'hw1', courseTeam: true }, false],
  [{ track: 'audit' }, true],
  [{ totalMin: 0 }, true],
  [{ assignment: 'hw1', assignmentMax: 0 }, true],
])('%j leaves learners out: %s', (filters, expected) => {
  expect(narrows(filters)).toBe(expected)
})

test('taking a filter away takes what depends on it along', () => {
  const all: Filters = {
    assignmentType: 'Homework',
    assignment: 'hw1',
    assignmentMin: 1,
    assignmentMax: 2,
    totalMin: 3,
    totalMax: 4,
    track: 'audit',
  }
  expect(withoutFilter(all, 'assignment')).toEqual({
    assignmentType: 'Homework',
    totalMin: 3,
    totalMax: 4,
    track: 'audit',
  })
  expect(Object.keys(withoutFilter(all, 'assignmentMin'))).not.toContain('assignmentMax')
  expect(Object.keys(withoutFilter(all, 'totalMin'))).toEqual([
    'assignmentType',
    'assignment',
    'assignmentMin',
    'assignmentMax',
    'track',
  ])
  expect(withoutFilter({ track: 'audit', cohort: '1' }, 'track')).toEqual({ cohort: '1' })
})
