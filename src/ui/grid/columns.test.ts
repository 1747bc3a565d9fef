import { expect, test } from 'vitest'
import { type GridColumn, layOut, shownColumns } from './columns.ts'

const LEARNER: GridColumn = { id: 'learner', header: 'Learner', width: 236, minWidth: 120 }
const TOTAL: GridColumn = { id: 'total', header: 'Total', width: 112 }
const homework = (index: number): GridColumn => ({ id: `hw${index}`, header: '', width: 78, group: 'hw' })
const COLUMNS = [LEARNER, TOTAL, ...Array.from({ length: 20 }, (_, index) => homework(index))]
const GROUPS = [{ id: 'hw', label: 'Homework' }]

const at = (inline: number, scale = 1) => layOut(COLUMNS, { groups: GROUPS, frozen: 2, inline, scale })

test('columns stand one after the other', () => {
  const { columns, size, frozenSize } = at(1440)
  expect(columns.slice(0, 4).map(({ start }) => start)).toEqual([0, 236, 348, 426])
  expect(size).toBe(236 + 112 + 20 * 78)
  expect(frozenSize).toBe(348)
})

test('a phone keeps the first column only, and a narrower one', () => {
  const { frozen, frozenSize, columns } = at(375)
  expect(frozen).toBe(1)
  expect(frozenSize).toBe(165)
  expect(columns[0]?.isEdge).toBe(true)
  expect(columns[1]?.start).toBe(165)
})

test('nothing becomes narrower than its least width, however narrow the grid', () => {
  expect(at(200).columns[0]?.size).toBe(120)
})

test('a width between lets the second column scroll, and leaves the first as it is', () => {
  expect(at(500)).toMatchObject({ frozen: 1, frozenSize: 236 })
})

test('where all columns fit, none gives way', () => {
  const few = layOut([LEARNER, TOTAL], { groups: [], frozen: 2, inline: 375, scale: 1 })
  expect(few).toMatchObject({ frozen: 2, frozenSize: 348 })
})

test('before the width is known, all wanted columns are frozen', () => {
  expect(at(0).frozen).toBe(2)
})

test('columns grow with the text of the reader', () => {
  expect(at(1440, 1.5).columns[0]?.size).toBe(354)
})

test('a group that is frozen in part stands twice', () => {
  const pinned = [LEARNER, homework(3), TOTAL, homework(0), homework(1)]
  const { groups } = layOut(pinned, { groups: GROUPS, frozen: 2, inline: 1440, scale: 1 })
  expect(groups.map(({ group, first, end, size }) => [group?.label ?? null, first, end, size])).toEqual([
    [null, 0, 1, 236],
    ['Homework', 1, 2, 78],
    [null, 2, 3, 112],
    ['Homework', 3, 5, 156],
  ])
})

const indexes = (active: number) => shownColumns(at(1440), 5, 8, active).map(({ index }) => index)

test('a row holds frozen columns, the window, and the active one wherever it is', () => {
  expect(indexes(-1)).toEqual([0, 1, 5, 6, 7])
  expect(indexes(3)).toEqual([0, 1, 3, 5, 6, 7])
  expect(indexes(21)).toEqual([0, 1, 5, 6, 7, 21])
})
