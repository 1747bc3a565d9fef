import type { IntlShape } from 'react-intl'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Assignment } from '#src/domain/course.ts'
import { canSortBy, tableColumns } from './columns.ts'
import { INFO, english } from './sample-course.ts'

let intl: IntlShape
beforeAll(async () => {
  intl = await english()
})

type Options = Parameters<typeof tableColumns>[0]

const made = (options: Partial<Options> = {}) =>
  tableColumns({ intl, info: INFO, met: [], points: new Map(), settings: {}, filters: {}, ...options })
const ids = (columns: { readonly columns: ReadonlyArray<{ readonly id: string }> }) =>
  columns.columns.map(({ id }) => id)

const LATE: Assignment = { id: 'late', name: 'Hidden lab', label: 'Lab 02', type: 'Lab' }
const STRAY: Assignment = { id: 'stray', name: 'Stray', label: null, type: null }

describe('the columns', () => {
  test('stand under their types in policy order, in course order within a type, strangers last', () => {
    const columns = made()
    expect(ids(columns)).toEqual(['learner', 'total', 'hw1', 'hw2', 'lab', 'exam', 'project'])
    expect(columns.frozen).toBe(2)
    expect(columns.all).toEqual(columns.shown)
    expect(columns.columns.slice(2).map(({ group }) => group)).toEqual([
      'Homework',
      'Homework',
      'Lab',
      'Exam',
      ' outside',
    ])
  })

  test('group by type, with weight and drops as far as the policy tells them', () => {
    expect(made().groups.map(({ label, detail }) => [label, detail])).toEqual([
      ['Homework', '15% · lowest 1 dropped'],
      ['Lab', '12.5%'],
      ['Exam', ''],
      ['Not in the policy', 'counts for nothing'],
    ])
  })

  test('have short titles and full names; without a label the name is both', () => {
    const [, , hw1] = made().columns
    expect(hw1).toMatchObject({ header: 'HW 01', name: 'Homework 1 (HW 01)' })
    expect(made().columns.at(-1)).toMatchObject({ header: 'Big project', name: 'Big project' })
  })

  test('one first met in a row stands at the end of its type', () => {
    const [hw1] = INFO.subsections
    const met = [STRAY, LATE, ...(hw1 ? [hw1] : [])]
    expect(ids(made({ met }))).toEqual([
      'learner',
      'total',
      'hw1',
      'hw2',
      'lab',
      'late',
      'exam',
      'project',
      'stray',
    ])
  })

  test('hidden ones are gone, but still known; pinned ones stand first and are frozen', () => {
    const columns = made({ settings: { hidden: ['hw2', 'exam'], pinned: ['lab', 'gone', 'exam', 'hw1'] } })
    expect(ids(columns)).toEqual(['learner', 'total', 'lab', 'hw1', 'project'])
    expect(columns.frozen).toBe(4)
    expect(columns.all).toHaveLength(5)
  })

  test.each([
    [{ assignmentType: 'Homework' }, ['hw1', 'hw2']],
    [{ assignmentType: 'Project' }, ['project']],
    [{ assignment: 'exam' }, ['exam']],
    [{ assignmentType: 'Lab', assignment: 'exam' }, []],
    [{ totalMin: 50, track: 'audit' }, ['hw1', 'hw2', 'lab', 'exam', 'project']],
  ])('the filter %j leaves %j', (filters, shown) => {
    expect(made({ filters }).shown.map(({ id }) => id)).toEqual(shown)
  })

  test('have the widths that were chosen', () => {
    const { columns } = made({ settings: { widths: { hw1: 200, learner: 300 } } })
    expect(columns.slice(0, 4).map(({ width }) => width)).toEqual([300, 112, 200, 84])
  })

  test('say in points view out of how many points, as far as somebody has attempted them', () => {
    const { columns } = made({ settings: { score: 'points' }, points: new Map([['hw1', 7.5]]) })
    expect(columns[2]).toMatchObject({
      header: 'HW 01 /7.5',
      name: 'Homework 1 (HW 01), out of 7.5 points',
      width: 104,
    })
    expect(columns[3]).toMatchObject({ header: 'HW 02', name: 'Homework 2 (HW 02)' })
  })
})

test('one can sort by learner, total and the columns that there are', () => {
  const can = (by: string) => canSortBy({ by, direction: 'ascending' }, made().all)
  expect(['learner', 'total', 'exam', 'late', 'intro'].map(can)).toEqual([true, true, true, false, false])
})
