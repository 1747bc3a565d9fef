import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { Grid } from './Grid.tsx'
import type { GridColumn } from './columns.ts'
import { gridCommands } from './commands.ts'
import { MeasureContext, fixedMeasure } from './measure.ts'
import { MemorySource } from './memory-source.ts'
import { selectionCommands } from './selection-commands.ts'
import type { GridSelection } from './selection.ts'

const COLUMNS: GridColumn[] = ['learner', 'a', 'b', 'c'].map((id) => ({ id, header: id, width: 90 }))
const COMMANDS = [...gridCommands, ...selectionCommands]
const source = new MemorySource(['r0', 'r1', 'r2', 'r3'], (rowKey, columnId) => ({
  text: `${rowKey} ${columnId}`,
}))
const onOpen = vi.fn<() => void>()

function Selectable() {
  const [selection, setSelection] = useState<GridSelection | null>(null)
  return (
    <Grid
      label="Gradebook"
      source={source}
      columns={COLUMNS}
      footRow="mean"
      selection={selection ?? undefined}
      onSelect={setSelection}
      commands={COMMANDS}
      onOpen={onOpen}
    />
  )
}

function show(inline = 1000, block = 400) {
  onOpen.mockClear()
  render(
    <MeasureContext value={fixedMeasure(inline, block)}>
      <Selectable />
    </MeasureContext>,
  )
  return userEvent.setup()
}

const cell = (text: string) => screen.getByText(text)
const focused = () => document.activeElement?.textContent
const selected = () =>
  Array.from(document.querySelectorAll('[aria-selected=true]'), ({ textContent }) => textContent)

test('Shift and an arrow extend the selection; focus stays where it began; an arrow alone ends it', async () => {
  const user = show()
  await user.click(cell('r1 a'))
  expect(selected()).toEqual([])
  await user.keyboard('{Shift>}{ArrowRight}{ArrowDown}{/Shift}')
  expect(selected()).toEqual(['r1 a', 'r1 b', 'r2 a', 'r2 b'])
  expect(focused()).toBe('r1 a')
  expect(cell('r0 a')).toHaveAttribute('aria-selected', 'false')
  expect(screen.getByRole('grid')).toHaveAttribute('aria-multiselectable', 'true')
  await user.keyboard('{ArrowDown}')
  expect(selected()).toEqual([])
  expect(focused()).toBe('r2 a')
})

test('neither the header nor the foot is ever selected', async () => {
  const user = show()
  await user.click(cell('r3 c'))
  await user.keyboard('{Shift>}{ArrowDown}{ArrowRight}{/Shift}')
  expect(selected()).toEqual(['r3 c'])
  await user.keyboard('{Shift>}{PageUp}{ArrowUp}{/Shift}')
  expect(selected()).toEqual(['r0 c', 'r1 c', 'r2 c', 'r3 c'])
})

test('to the ends of the row and of the table', async () => {
  const user = show()
  await user.click(cell('r1 b'))
  await user.keyboard('{Shift>}{Home}{/Shift}')
  expect(selected()).toEqual(['r1 learner', 'r1 a', 'r1 b'])
  await user.keyboard('{Control>}{Shift>}{End}{/Shift}{/Control}')
  expect(selected()).toEqual(['r1 b', 'r1 c', 'r2 b', 'r2 c', 'r3 b', 'r3 c'])
})

test('rows, columns and everything', async () => {
  const user = show()
  await user.click(cell('r1 b'))
  await user.keyboard('{Shift>} {/Shift}')
  expect(selected()).toEqual(['r1 learner', 'r1 a', 'r1 b', 'r1 c'])
  await user.keyboard('{Control>} {/Control}')
  expect(selected()).toEqual(['r0 b', 'r1 b', 'r2 b', 'r3 b'])
  await user.keyboard('{Control>}a{/Control}')
  expect(selected()).toHaveLength(16)
})

test('a click with Shift selects to there, opens nothing, and leaves the focus; a plain one ends it', async () => {
  const user = show()
  await user.click(cell('r0 a'))
  expect(onOpen).toHaveBeenCalledTimes(1)
  await user.keyboard('{Shift>}')
  await user.click(cell('r2 b'))
  await user.keyboard('{/Shift}')
  expect(selected()).toEqual(['r0 a', 'r0 b', 'r1 a', 'r1 b', 'r2 a', 'r2 b'])
  expect(focused()).toBe('r0 a')
  expect(onOpen).toHaveBeenCalledTimes(1)
  await user.click(cell('r3 c'))
  expect(selected()).toEqual([])
  expect(onOpen).toHaveBeenCalledTimes(2)
})

test('dragging selects, and is no click', () => {
  show()
  const grid = screen.getByRole('grid')
  grid.setPointerCapture = () => {}
  grid.hasPointerCapture = () => true
  grid.getBoundingClientRect = () => new DOMRect(0, 0, 1000, 400)
  const drag = (to: HTMLElement, at: { x: number; y: number }) => {
    document.elementFromPoint = () => to
    fireEvent.pointerMove(grid, { pointerId: 1, clientX: at.x, clientY: at.y })
  }
  fireEvent.pointerDown(cell('r0 b'), {
    pointerId: 1,
    button: 0,
    pointerType: 'mouse',
    clientX: 10,
    clientY: 10,
  })
  drag(cell('r1 c'), { x: 120, y: 60 })
  drag(cell('r2 c'), { x: 120, y: 90 })
  fireEvent.pointerUp(grid, { pointerId: 1 })
  fireEvent.click(cell('r2 c'))
  expect(selected()).toEqual(['r0 b', 'r0 c', 'r1 b', 'r1 c', 'r2 b', 'r2 c'])
  expect(onOpen).not.toHaveBeenCalled()
  drag(cell('r3 c'), { x: 120, y: 120 })
  expect(selected()).toHaveLength(6)
})

test('a finger scrolls instead', () => {
  show()
  fireEvent.pointerDown(cell('r0 b'), {
    pointerId: 1,
    button: 0,
    pointerType: 'touch',
    clientX: 10,
    clientY: 10,
  })
  document.elementFromPoint = () => cell('r2 c')
  fireEvent.pointerMove(screen.getByRole('grid'), { pointerId: 1, clientX: 120, clientY: 90 })
  expect(selected()).toEqual([])
})

test('a whole row, column or table is selected without leaving the cell that one is on', async () => {
  const user = show(200, 100)
  const grid = screen.getByRole('grid')
  await user.click(cell('r0 a'))
  for (const keys of ['{Shift>} {/Shift}', '{Control>} {/Control}', '{Control>}a{/Control}']) {
    await user.keyboard(keys)
    expect(selected()).toContain('r0 a')
    expect([grid.scrollLeft, grid.scrollTop]).toEqual([0, 0])
  }
  await user.keyboard('{Shift>}{End}{/Shift}')
  expect(grid.scrollLeft).toBeGreaterThan(0)
})
