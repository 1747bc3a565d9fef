import type { IntlShape } from 'react-intl'
import { beforeAll, describe, expect, test } from 'vitest'
import type { MenuGroup } from '#src/ui/Menu.tsx'
import { applyColumnAction, columnMenu, learnerMenu } from './menus.ts'
import { HW1, LAB, english, learner } from './sample-course.ts'
import { applyViewAction, viewMenu } from './view-menu.ts'

let intl: IntlShape
beforeAll(async () => {
  intl = await english()
})

const labels = (groups: readonly MenuGroup[]) =>
  groups.flatMap(({ entries }) => entries.map(({ label }) => label))
const chosen = (groups: readonly MenuGroup[]) =>
  groups.flatMap(({ entries }) => entries.filter(({ isChosen }) => isChosen).map(({ id }) => id))
const ids = (groups: readonly MenuGroup[]) =>
  groups.flatMap(({ id, entries }) => [id, ...entries.map((entry) => entry.id)])

describe('the menu of a column', () => {
  const base = { columnId: 'hw1', sort: null, settings: {}, isGrade: true, lock: null }

  test('sorts, resizes, pins, hides, and leads into the course', () => {
    expect(labels(columnMenu(intl, { ...base, href: 'https://lms/jump' }))).toEqual([
      'Sort, lowest first',
      'Sort, highest first',
      'In the order of enrolment',
      'Statistics…',
      'Set a default for blanks…',
      'Download this column…',
      'Wider',
      'Narrower',
      'Usual width',
      'Pin beside the total',
      'Hide this column',
      'Open in the course',
    ])
    const link = columnMenu(intl, { ...base, href: 'https://lms/jump' }).at(-1)?.entries[0]
    expect(link).toMatchObject({ href: 'https://lms/jump', target: '_blank' })
  })

  test('learner and total stay, and lead nowhere; names have words of their own', () => {
    const total = labels(columnMenu(intl, { ...base, columnId: 'total', isGrade: false }))
    expect(total.at(-1)).toBe('Usual width')
    const names = labels(columnMenu(intl, { ...base, columnId: 'learner', isGrade: false }))
    expect(names.slice(0, 2)).toEqual(['Sort by name, A first', 'Sort by name, Z first'])
    expect(total).toContain('Statistics…')
    expect(names).not.toContain('Statistics…')
  })

  test('shows which order is on, and whether the column is pinned', () => {
    expect(chosen(columnMenu(intl, base))).toEqual(['unsorted'])
    const sort = { by: 'hw1', direction: 'descending' } as const
    expect(chosen(columnMenu(intl, { ...base, sort }))).toEqual(['descending'])
    expect(chosen(columnMenu(intl, { ...base, sort, columnId: 'lab' }))).toEqual([])
    expect(labels(columnMenu(intl, { ...base, settings: { pinned: ['hw1'] } }))).toContain('Unpin')
  })

  test('says why no default can be set for blanks', () => {
    const entries = columnMenu(intl, { ...base, lock: 'Grades are frozen.' }).flatMap(
      ({ entries }) => entries,
    )
    expect(entries.filter(({ isDisabled }) => isDisabled)).toEqual([
      { id: 'blanks', label: 'Set a default for blanks…', isDisabled: true, detail: 'Grades are frozen.' },
    ])
  })

  test('has no two ids alike', () => {
    const all = ids(columnMenu(intl, { ...base, href: 'x' }))
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('an action of the column menu', () => {
  const settings = { hidden: ['a'], pinned: ['hw1', 'b'], widths: { hw1: 100, c: 50 } }
  const column = { id: 'hw1', width: 100 }

  test.each([
    ['hide', { hidden: ['a', 'hw1'], pinned: ['b'] }],
    ['unpin', { pinned: ['b'] }],
    ['wider', { widths: { hw1: 125, c: 50 } }],
    ['narrower', { widths: { hw1: 80, c: 50 } }],
    ['usual-width', { widths: { c: 50 } }],
    ['ascending', null],
  ])('%s', (action, change) => {
    expect(applyColumnAction(settings, column, action)).toEqual(change)
  })

  test('pins at the end of what is pinned', () => {
    expect(applyColumnAction(settings, { id: 'lab', width: 84 }, 'pin')).toEqual({
      pinned: ['hw1', 'b', 'lab'],
    })
    expect(applyColumnAction({}, { id: 'lab', width: 84 }, 'hide')).toEqual({ hidden: ['lab'], pinned: [] })
  })

  test('stays within what a column can be', () => {
    const widths = (width: number, action: string, minWidth?: number) =>
      applyColumnAction({}, { id: 'x', width, minWidth }, action)?.widths
    expect(widths(50, 'narrower')).toEqual({ x: 48 })
    expect(widths(140, 'narrower', 132)).toEqual({ x: 132 })
    expect(widths(790, 'wider')).toEqual({ x: 800 })
  })
})

describe('the menu of columns', () => {
  test('shows density and which assignments are shown, in the order of their columns', () => {
    const groups = viewMenu(
      intl,
      [HW1, { ...LAB, label: null }],
      { hidden: ['lab'], density: 'compact' },
      false,
    )
    expect(labels(groups)).toEqual([
      'Comfortable',
      'Compact',
      'Save as I type',
      'Usual columns and widths',
      'HW 01 · Homework 1',
      'Lab 1',
    ])
    expect(chosen(groups)).toEqual(['compact', 'hw1'])
    expect(chosen(viewMenu(intl, [], {}, true))).toEqual(['comfortable', 'save-as-typed'])
  })

  test('has no two ids alike', () => {
    const all = ids(viewMenu(intl, [HW1, LAB], {}, false))
    expect(new Set(all).size).toBe(all.length)
  })

  test.each([
    ['compact', { density: 'compact' }],
    ['comfortable', { density: 'comfortable' }],
    ['reset', { hidden: [], pinned: [], widths: {} }],
    ['lab', { hidden: [] }],
    ['hw1', { hidden: ['lab', 'hw1'] }],
  ])('its action %s', (action, change) => {
    expect(applyViewAction({ hidden: ['lab'], pinned: ['x'] }, action)).toEqual(change)
  })
})

test('the menu of a learner leads to the profile where there is one, and offers to copy the username', () => {
  const ada = learner('ada')
  const [group] = learnerMenu(intl, ada, { hasProgress: true, profile: 'https://lms/u/ada' })
  expect(group?.entries.map(({ id }) => id)).toEqual(['progress', 'profile', 'copy'])
  expect(group?.entries[1]).toMatchObject({ href: 'https://lms/u/ada', target: '_blank' })
  expect(labels(learnerMenu(intl, ada, { hasProgress: false }))).toEqual(['Copy username “user.ada”'])
})
