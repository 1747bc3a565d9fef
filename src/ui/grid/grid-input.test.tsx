import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { Grid } from './Grid.tsx'
import type { GridColumn } from './columns.ts'
import { gridCommands } from './commands.ts'
import type { GridProps } from './grid-props.ts'
import { MeasureContext, fixedMeasure } from './measure.ts'
import { MemorySource } from './memory-source.ts'

const COLUMNS: GridColumn[] = [
  { id: 'learner', header: 'Learner', width: 200 },
  { id: 'total', header: 'Total', width: 100 },
  ...Array.from({ length: 20 }, (_, index) => ({
    id: `c${index}`,
    header: `HW ${index}`,
    width: 80,
    group: index < 5 ? 'hw' : index < 6 ? undefined : 'lab',
  })),
]
const GROUPS = [
  { id: 'hw', label: 'Homework' },
  { id: 'lab', label: 'Lab' },
]
const ROWS = Array.from({ length: 100 }, (_, index) => `r${index}`)
const MEASURE = fixedMeasure(1000, 58 + 36 + 360)

function show(props: Partial<GridProps> = {}) {
  const source = new MemorySource(ROWS, (rowKey, columnId) => ({ text: `${rowKey} ${columnId}` }))
  const grid = (changed: Partial<GridProps> = {}) => (
    <MeasureContext value={MEASURE}>
      <Grid
        label="Gradebook"
        source={source}
        columns={COLUMNS}
        groups={GROUPS}
        footRow="mean"
        {...props}
        {...changed}
      />
    </MeasureContext>
  )
  const { rerender } = render(grid())
  return { user: userEvent.setup(), change: (changed: Partial<GridProps>) => rerender(grid(changed)) }
}

const focused = () => document.activeElement?.textContent

/** From the first cell, presses one key after the other, and gives where focus was after each. */
async function walk(user: ReturnType<typeof userEvent.setup>, keys: readonly string[]) {
  const way: Array<string | null | undefined> = []
  for (const key of keys) {
    await user.keyboard(key)
    way.push(focused())
  }
  return way
}

test('arrows go one cell, and stop at the edges', async () => {
  const { user } = show()
  await user.tab()
  expect(
    await walk(user, ['{ArrowLeft}', '{ArrowRight}', '{ArrowDown}', '{ArrowLeft}', '{ArrowUp}']),
  ).toEqual(['r0 learner', 'r0 total', 'r1 total', 'r1 learner', 'r0 learner'])
})

test('Home and End go to the ends of the row, with Ctrl to those of the table', async () => {
  const { user } = show()
  await user.tab()
  const way = await walk(user, [
    '{End}',
    '{ArrowRight}',
    '{Home}',
    '{Control>}{End}{/Control}',
    '{Control>}{Home}{/Control}',
  ])
  expect(way).toEqual(['r0 c19', 'r0 c19', 'r0 learner', 'r99 c19', 'r0 learner'])
})

test('a page is what is seen, less one row', async () => {
  const { user } = show()
  await user.tab()
  expect(await walk(user, ['{PageUp}', '{PageDown}', '{PageDown}', '{PageUp}'])).toEqual([
    'r0 learner',
    'r9 learner',
    'r18 learner',
    'r9 learner',
  ])
  await user.keyboard('{Control>}{End}{/Control}{PageDown}')
  expect(focused()).toBe('r99 c19')
})

test('above the rows are headers and groups, below them the foot', async () => {
  const { user } = show()
  await user.tab()
  await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}')
  expect(
    await walk(user, ['{ArrowUp}', '{ArrowUp}', '{ArrowUp}', '{ArrowRight}', '{ArrowRight}', '{ArrowLeft}']),
  ).toEqual(['HW 1', 'Homework', 'Homework', 'Lab', 'Lab', 'Homework'])
  expect(await walk(user, ['{End}', '{ArrowDown}', '{ArrowLeft}', '{ArrowUp}', '{PageUp}'])).toEqual([
    'Lab',
    'HW 6',
    'HW 5',
    'HW 5',
    'HW 5',
  ])
  await user.keyboard('{Control>}{End}{/Control}')
  expect(await walk(user, ['{ArrowDown}', '{ArrowDown}', '{PageDown}', '{Home}', '{ArrowUp}'])).toEqual([
    'mean c19',
    'mean c19',
    'mean c19',
    'mean learner',
    'r99 learner',
  ])
})

test('from a group one comes back to the column one came from', async () => {
  const { user } = show()
  await user.click(screen.getByText('r0 c3'))
  await user.keyboard('{ArrowUp}{ArrowUp}{ArrowDown}{ArrowDown}')
  expect(focused()).toBe('r0 c3')
})

test('left and right are what the eye sees where the page runs from right to left', async () => {
  document.documentElement.style.direction = 'rtl'
  try {
    const { user } = show()
    await user.tab()
    expect(await walk(user, ['{ArrowRight}', '{ArrowLeft}', '{ArrowRight}'])).toEqual([
      'r0 learner',
      'r0 total',
      'r0 learner',
    ])
  } finally {
    document.documentElement.style.direction = ''
  }
})

test('Enter, Alt+Enter and a click open a cell; Space and a click with a modifier do not', async () => {
  const onOpen = vi.fn<NonNullable<GridProps['onOpen']>>()
  const { user } = show({ onOpen })
  await user.click(screen.getByText('r2 c1'))
  expect(onOpen).toHaveBeenLastCalledWith({ rowKey: 'r2', columnId: 'c1' }, screen.getByText('r2 c1'))
  expect(focused()).toBe('r2 c1')
  await user.keyboard('{ArrowDown}{Enter}')
  expect(onOpen).toHaveBeenLastCalledWith({ rowKey: 'r3', columnId: 'c1' }, screen.getByText('r3 c1'))
  await user.keyboard('{ArrowLeft}{Alt>}{Enter}{/Alt}')
  expect(onOpen).toHaveBeenLastCalledWith({ rowKey: 'r3', columnId: 'c0' }, screen.getByText('r3 c0'))
  expect(onOpen).toHaveBeenCalledTimes(3)
  await user.keyboard(' {Shift>}')
  await user.click(screen.getByText('r5 c1'))
  await user.keyboard('{/Shift}')
  await user.click(screen.getByText('mean c1'))
  expect(onOpen).toHaveBeenCalledTimes(3)
})

test('Enter, Space and a click ask for the menu of a header; a group has none', async () => {
  const onHeaderAction = vi.fn<NonNullable<GridProps['onHeaderAction']>>()
  const { user } = show({ onHeaderAction })
  const header = screen.getByRole('columnheader', { name: 'HW 2' })
  expect(header).toHaveAttribute('aria-haspopup', 'menu')
  await user.click(screen.getByText('HW 2'))
  expect(onHeaderAction).toHaveBeenLastCalledWith('c2', header)
  expect(document.activeElement).toBe(header)
  await user.keyboard('{Enter} ')
  expect(onHeaderAction).toHaveBeenCalledTimes(3)
  await user.keyboard('{ArrowUp}{Enter}')
  expect(focused()).toBe('Homework')
  expect(onHeaderAction).toHaveBeenCalledTimes(3)
})

test('a page may bind other keys', async () => {
  const perform = vi.fn<(typeof gridCommands)[number]['perform']>()
  const { user } = show({
    commands: [{ name: 'fill-down', keys: ['Mod+D'], where: 'cells', perform }, ...gridCommands],
  })
  await user.click(screen.getByText('r2 c1'))
  await user.keyboard('{Control>}d{/Control}')
  expect(perform).toHaveBeenCalledTimes(1)
  expect(perform.mock.lastCall?.[0].place).toEqual({ row: 2, column: 3 })
})

test('the editor has its keys and clicks to itself, and focus returns to the cell', async () => {
  const onOpen = vi.fn<NonNullable<GridProps['onOpen']>>()
  const { user, change } = show({ onOpen })
  await user.click(screen.getByText('r2 c1'))
  change({ editing: { rowKey: 'r2', columnId: 'c1', editor: <input aria-label="Score" /> } })
  const input = screen.getByRole('textbox', { name: 'Score' })
  await user.click(input)
  await user.keyboard('8{ArrowLeft}{Home}{Enter}')
  expect(document.activeElement).toBe(input)
  expect(onOpen).toHaveBeenCalledTimes(1)
  change({ editing: null })
  expect(focused()).toBe('r2 c1')
})

const selected = () =>
  screen.queryAllByRole('gridcell', { selected: true }).map(({ textContent }) => textContent)

test('marks what is selected, whichever end was first', () => {
  const { change } = show({ selection: null })
  expect(screen.getByRole('grid')).toHaveAttribute('aria-multiselectable', 'true')
  expect(selected()).toEqual([])
  change({ selection: { anchor: { rowKey: 'r3', columnId: 'c1' }, head: { rowKey: 'r2', columnId: 'c0' } } })
  expect(selected()).toEqual(['r2 c0', 'r2 c1', 'r3 c0', 'r3 c1'])
  change({
    selection: { anchor: { rowKey: 'r3', columnId: 'c1' }, head: { rowKey: 'gone', columnId: 'c0' } },
  })
  expect(selected()).toEqual([])
  change({ selection: undefined })
  expect(screen.getByText('r2 c0')).not.toHaveAttribute('aria-selected')
})

test('the edge of a header can be dragged and reset, and does not open its menu', async () => {
  const onColumnResize = vi.fn<NonNullable<GridProps['onColumnResize']>>()
  const onHeaderAction = vi.fn<NonNullable<GridProps['onHeaderAction']>>()
  const { user, change } = show({ onColumnResize, onHeaderAction })
  const header = screen.getByRole('columnheader', { name: 'HW 0' })
  const edge = header.querySelector<HTMLElement>('[data-handle]')!
  edge.setPointerCapture = vi.fn<(pointerId: number) => void>()
  fireEvent.pointerDown(edge, { button: 0, clientX: 380 })
  fireEvent.pointerMove(edge, { clientX: 400 })
  expect(header).toHaveStyle({ inlineSize: '100px' })
  fireEvent.pointerMove(edge, { clientX: 100 })
  expect(header).toHaveStyle({ inlineSize: '48px' })
  fireEvent.pointerMove(edge, { clientX: 410 })
  expect(onColumnResize).not.toHaveBeenCalled()
  fireEvent.pointerUp(edge)
  expect(onColumnResize).toHaveBeenLastCalledWith('c0', 110)
  expect(header).toHaveStyle({ inlineSize: '110px' })

  change({ columns: COLUMNS.map((column) => (column.id === 'c0' ? { ...column, width: 110 } : column)) })
  change({ columns: COLUMNS })
  expect(header).toHaveStyle({ inlineSize: '80px' })
  await user.dblClick(edge)
  expect(onColumnResize).toHaveBeenLastCalledWith('c0', null)
  expect(onHeaderAction).not.toHaveBeenCalled()
})
