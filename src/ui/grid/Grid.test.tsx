import { act, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createRef } from 'react'
import { expect, test, vi } from 'vitest'
import { Grid } from './Grid.tsx'
import type { GridColumn } from './columns.ts'
import type { GridHandle, GridProps } from './grid-props.ts'
import { MeasureContext, type Viewport, fixedMeasure } from './measure.ts'
import { MemorySource } from './memory-source.ts'
import type { CellView } from './source.ts'

const COLUMNS: GridColumn[] = [
  { id: 'learner', header: 'Learner', width: 236, isSortable: true },
  { id: 'total', header: 'Total', width: 112, isSortable: true },
  ...Array.from({ length: 30 }, (_, index) => ({
    id: `c${index}`,
    header: `HW ${index}`,
    name: `Homework ${index}`,
    width: 80,
    group: index < 10 ? 'hw' : 'lab',
  })),
]
const GROUPS = [
  { id: 'hw', label: 'Homework', detail: '15 %' },
  { id: 'lab', label: 'Lab' },
]
const MEASURE = fixedMeasure(1000, 500)

const keys = (count: number, from = 0) => Array.from({ length: count }, (_, index) => `r${from + index}`)
const sourceOf = (rows: readonly string[], cell?: (rowKey: string, columnId: string) => CellView) =>
  new MemorySource(rows, cell ?? ((rowKey, columnId) => ({ text: `${rowKey} ${columnId}` })))

function show(source: MemorySource, props: Partial<GridProps> = {}, measure = MEASURE) {
  const ref = createRef<GridHandle>()
  const grid = (changed: Partial<GridProps> = {}) => (
    <MeasureContext value={measure}>
      <button type="button">before</button>
      <Grid
        ref={ref}
        label="Gradebook"
        source={source}
        columns={COLUMNS}
        groups={GROUPS}
        frozen={2}
        {...props}
        {...changed}
      />
      <button type="button">after</button>
    </MeasureContext>
  )
  const { rerender } = render(grid())
  return {
    user: userEvent.setup(),
    handle: () => ref.current!,
    change: (changed: Partial<GridProps>) => rerender(grid(changed)),
    scroll: (to: { top?: number; left?: number }) => {
      const scroller = screen.getByRole('grid')
      if (to.top !== undefined) scroller.scrollTop = to.top
      if (to.left !== undefined) scroller.scrollLeft = to.left
      fireEvent.scroll(scroller)
    },
  }
}

const cell = (rowKey: string, columnId: string) => screen.queryByText(`${rowKey} ${columnId}`)
const focused = () => document.activeElement?.textContent

test('says how much there is, and where everything stands in it', () => {
  show(sourceOf(keys(300)), {
    rowTotal: 1240,
    footRow: 'mean',
    sort: { columnId: 'total', direction: 'descending' },
  })
  const grid = screen.getByRole('grid', { name: 'Gradebook' })
  expect(grid).toHaveAttribute('aria-rowcount', '1243')
  expect(grid).toHaveAttribute('aria-colcount', '32')

  const group = screen.getByRole('columnheader', { name: 'Homework · 15 %' })
  expect(group).toHaveAttribute('aria-colindex', '3')
  expect(group).toHaveAttribute('aria-colspan', '10')
  expect(group.parentElement).toHaveAttribute('aria-rowindex', '1')
  const header = screen.getByRole('columnheader', { name: 'Total' })
  expect(header).toHaveAttribute('aria-sort', 'descending')
  expect(screen.getByRole('columnheader', { name: 'Learner' })).toHaveAttribute('aria-sort', 'none')
  expect(screen.getByRole('columnheader', { name: 'Homework 0' })).not.toHaveAttribute('aria-sort')
  expect(header.parentElement).toHaveAttribute('aria-rowindex', '2')

  expect(screen.getByRole('rowheader', { name: 'r0 learner' }).parentElement).toHaveAttribute(
    'aria-rowindex',
    '3',
  )
  expect(screen.getByRole('gridcell', { name: 'r4 c3' })).toHaveAttribute('aria-colindex', '6')
  const foot = screen.getByRole('rowheader', { name: 'mean learner' })
  expect(foot.parentElement).toHaveAttribute('aria-rowindex', '1243')
})

test('does not claim a number of rows that nobody knows', () => {
  show(sourceOf(keys(5)), { rowTotal: null })
  expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '-1')
})

test('says a cell in words, and shows it in figures', () => {
  show(
    sourceOf(['r0'], (_, columnId) =>
      columnId === 'c0'
        ? {
            text: '80',
            bar: 0.8,
            state: 'refused',
            mark: 'overridden',
            spoken: 'Homework 0, Ada, 8 of 10 points',
          }
        : { text: columnId, second: 'ada' },
    ),
  )
  const spoken = screen.getByRole('gridcell', { name: 'Homework 0, Ada, 8 of 10 points' })
  expect(spoken).toHaveTextContent('80')
  expect(spoken).toHaveStyle({ '--bar-length': '0.8' })
  expect(spoken.dataset).toMatchObject({ state: 'refused', mark: 'overridden' })
  expect(screen.getByRole('rowheader', { name: 'learner ada' })).toBeInTheDocument()
})

test('holds a window of rows and columns, which follows the scrolling', () => {
  const { scroll } = show(sourceOf(keys(10_000)))
  expect(cell('r0', 'c0')).toBeInTheDocument()
  expect(cell('r0', 'c20')).toBeNull()
  expect(screen.getAllByRole('row').length).toBeLessThan(20)
  scroll({ top: 36 * 5000, left: 80 * 15 })
  expect(cell('r5000', 'c15')).toBeInTheDocument()
  expect(cell('r5000', 'learner')).toBeInTheDocument()
  expect(cell('r5000', 'c0')).toBeNull()
  expect(cell('r5011', 'c22')).toBeInTheDocument()
  expect(screen.getByRole('columnheader', { name: 'Lab' })).toBeInTheDocument()
  expect(screen.getByRole('columnheader', { name: 'Homework 15' })).toBeInTheDocument()
})

test('shows the rows that come back after a search, where the browser has clamped the scrolling', () => {
  const source = sourceOf(keys(2000))
  const { scroll } = show(source)
  scroll({ top: 36 * 1500 })
  act(() => source.setKeys(['r7']))
  scroll({ top: 0 })
  expect(cell('r7', 'c0')).toBeInTheDocument()
  act(() => source.setKeys(keys(2000)))
  expect(cell('r0', 'c0')).toBeInTheDocument()
  expect(cell('r10', 'c0')).toBeInTheDocument()
  expect(cell('r1500', 'c0')).toBeNull()
})

test('has one tab stop, and gives it back', async () => {
  const { user } = show(sourceOf(keys(100)))
  await user.tab()
  await user.tab()
  expect(focused()).toBe('r0 learner')
  await user.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}')
  expect(focused()).toBe('r1 c0')
  await user.tab()
  expect(focused()).toBe('after')
  await user.tab({ shift: true })
  expect(focused()).toBe('r1 c0')
})

test('keeps the focused cell in the page, however far it is scrolled away', async () => {
  const { user, scroll } = show(sourceOf(keys(10_000)))
  await user.click(screen.getByText('r3 c2'))
  scroll({ top: 36 * 8000, left: 80 * 20 })
  expect(focused()).toBe('r3 c2')
  await user.keyboard('{ArrowDown}')
  expect(focused()).toBe('r4 c2')
  expect(screen.getByRole('grid').scrollTop).toBe(36 * 4)
  expect(screen.getByRole('grid').scrollLeft).toBe(160)
})

test('stays with its learner when rows are sorted or stream in', async () => {
  const source = sourceOf(keys(100))
  const { user } = show(source)
  await user.click(screen.getByText('r5 c1'))
  act(() => source.setKeys([...keys(50, 1000), ...keys(100).reverse()]))
  expect(focused()).toBe('r5 c1')
  expect(document.activeElement?.parentElement).toHaveAttribute('aria-rowindex', String(2 + 50 + 95))
  await user.keyboard('{ArrowUp}')
  expect(focused()).toBe('r6 c1')
})

test('goes to the cell in its place when the focused one is gone', async () => {
  const source = sourceOf(keys(100))
  const { user, change } = show(source)
  await user.click(screen.getByText('r5 c1'))
  act(() => source.setKeys(keys(100).filter((key) => key !== 'r5')))
  expect(focused()).toBe('r6 c1')
  change({ columns: COLUMNS.filter(({ id }) => id !== 'c1') })
  expect(focused()).toBe('r6 c2')
  act(() => source.setKeys([]))
  expect(document.activeElement).toBe(screen.getByRole('columnheader', { name: 'Homework 2' }))
})

test('does not take focus that is elsewhere', async () => {
  const source = sourceOf(keys(100))
  const { user } = show(source)
  await user.click(screen.getByText('r5 c1'))
  await user.click(screen.getByText('before'))
  act(() => source.setKeys(keys(3)))
  expect(focused()).toBe('before')
})

test('draws one cell again when one changes, and none when rows are added', () => {
  const read = vi.fn<(rowKey: string, columnId: string) => CellView>((rowKey, columnId) => ({
    text: `${rowKey} ${columnId} ${score}`,
  }))
  let score = 1
  const source = sourceOf(keys(100), (rowKey, columnId) =>
    rowKey === 'r2' && columnId === 'c0' ? read(rowKey, columnId) : { text: `${rowKey} ${columnId}` },
  )
  show(source)
  const before = screen.getByText('r2 c0 1')
  const other = screen.getByText('r2 c1')
  const changes: MutationRecord[] = []
  const observer = new MutationObserver((records) => changes.push(...records))
  observer.observe(screen.getByRole('grid'), {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  })
  score = 2
  act(() => source.touch('r2'))
  changes.push(...observer.takeRecords())
  expect(screen.getByText('r2 c0 2')).toBe(before)
  expect(screen.getByText('r2 c1')).toBe(other)
  expect(changes.map(({ target }) => target.parentElement)).toEqual([before])

  read.mockClear()
  act(() => source.setKeys(keys(150)))
  expect(read).not.toHaveBeenCalled()
  observer.disconnect()
})

test('keeps room for rows on their way, and says when there are none', () => {
  const source = sourceOf([])
  const { change } = show(source, { placeholderRows: 20, empty: 'No learners match.' })
  expect(screen.getByRole('columnheader', { name: 'Learner' })).toBeInTheDocument()
  expect(screen.getByRole('grid')).toHaveAttribute('aria-busy', 'true')
  const body = screen.getAllByRole('rowgroup')[1]
  expect(body).toHaveStyle({ blockSize: '720px' })
  act(() => source.setKeys(keys(5)))
  change({ placeholderRows: 15 })
  expect(body).toHaveStyle({ blockSize: '720px' })
  expect(screen.queryByText('No learners match.')).toBeNull()
  act(() => source.setKeys([]))
  change({ placeholderRows: 0 })
  expect(screen.getByText('No learners match.')).toBeInTheDocument()
})

test('asks for more when the last row comes near, and again if it still is', () => {
  const onNearEnd = vi.fn<() => void>()
  const source = sourceOf(keys(100))
  const { scroll } = show(source, { onNearEnd })
  expect(onNearEnd).not.toHaveBeenCalled()
  scroll({ top: 36 * 90 })
  expect(onNearEnd).toHaveBeenCalledTimes(1)
  act(() => source.setKeys(keys(101)))
  expect(onNearEnd).toHaveBeenCalledTimes(2)
  act(() => source.setKeys(keys(200)))
  expect(onNearEnd).toHaveBeenCalledTimes(2)
})

test('shows fewer frozen columns where it is narrow', () => {
  const { scroll } = show(sourceOf(keys(10)), {}, fixedMeasure(375, 600))
  expect(screen.getByRole('rowheader', { name: 'r0 learner' })).toHaveStyle({ inlineSize: '165px' })
  expect(cell('r0', 'total')).toBeInTheDocument()
  scroll({ left: 1000 })
  expect(cell('r0', 'learner')).toBeInTheDocument()
  expect(cell('r0', 'total')).toBeNull()
})

test('keeps the selected cell in view when a panel narrows the grid', () => {
  const watching: { size: Viewport; changed: () => void } = {
    size: { inline: 1000, block: 500, scale: 1 },
    changed: () => undefined,
  }
  const { change, scroll } = show(
    sourceOf(keys(10)),
    {},
    {
      read: () => watching.size,
      watch(_, listener) {
        watching.changed = listener
        return () => undefined
      },
    },
  )
  const narrow = (inline: number) => {
    watching.size = { ...watching.size, inline }
    act(watching.changed)
  }
  const chosen = { rowKey: 'r3', columnId: 'c6' }
  change({ selection: { anchor: chosen, head: chosen } })
  expect(screen.getByRole('grid').scrollLeft).toBe(0)
  narrow(600)
  // 236 and 112 are frozen, so 252 are left for what ends at 7 columns of 80.
  expect(screen.getByRole('grid').scrollLeft).toBe(7 * 80 - 252)
  expect(cell('r3', 'c6')).toBeInTheDocument()

  scroll({ left: 0 })
  change({ selection: undefined })
  narrow(580)
  expect(screen.getByRole('grid').scrollLeft).toBe(0)
})

test('parts a name from the text after it, whichever way each runs', () => {
  show(
    sourceOf(['r0'], (_, columnId) => ({ text: columnId === 'learner' ? 'نورا' : '1', second: 'noura.q' })),
  )
  const name = screen.getByText('نورا')
  expect(name.tagName).toBe('BDI')
  expect(name.parentElement).toHaveTextContent('نورا noura.q')
})

test('lets go of the foot where it would hide the rows', () => {
  show(sourceOf(keys(50)), { footRow: 'mean' }, fixedMeasure(360, 160))
  const foot = screen.getByRole('rowheader', { name: 'mean learner' }).closest('[role="rowgroup"]')
  expect(foot).not.toHaveAttribute('data-held')
})

test('shows the full name of a header on focus, until Escape', async () => {
  const { user } = show(sourceOf(keys(5)))
  await user.click(screen.getByText('r0 c1'))
  await user.keyboard('{ArrowUp}')
  expect(await screen.findByText('Homework 1')).toHaveAttribute('aria-hidden', 'true')
  await user.keyboard('{Escape}')
  expect(screen.queryByText('Homework 1')).toBeNull()
  expect(screen.getByRole('columnheader', { name: 'Homework 1' })).toHaveFocus()
})

test('shows a hint to the pointer after a moment', async () => {
  const source = sourceOf(['r0'], (_, columnId) => ({
    text: columnId,
    hint: columnId === 'c1' ? 'Above 10.' : null,
  }))
  const { user, scroll } = show(source)
  await user.hover(screen.getByText('c1'))
  expect(screen.queryByText('Above 10.')).toBeNull()
  expect(await screen.findByText('Above 10.')).toBeInTheDocument()
  scroll({ left: 10 })
  expect(screen.queryByText('Above 10.')).toBeNull()
})

test('moves focus where the page asks, if it is there', () => {
  const { handle } = show(sourceOf(keys(1000)))
  act(() => expect(handle().focusCell({ rowKey: 'r700', columnId: 'c25' })).toBe(true))
  expect(focused()).toBe('r700 c25')
  expect(handle().activeCell()).toEqual({ rowKey: 'r700', columnId: 'c25' })
  expect(handle().focusCell({ rowKey: 'nobody', columnId: 'c25' })).toBe(false)
  act(() => expect(handle().scrollTo({ rowKey: 'r0', columnId: 'c0' })).toBe(true))
  expect(cell('r0', 'c0')).toBeInTheDocument()
  expect(focused()).toBe('r700 c25')
})
