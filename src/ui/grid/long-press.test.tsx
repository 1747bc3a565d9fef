import { act, createEvent, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Grid } from './Grid.tsx'
import type { GridColumn } from './columns.ts'
import type { GridProps } from './grid-props.ts'
import { MeasureContext, fixedMeasure } from './measure.ts'
import { MemorySource } from './memory-source.ts'

const COLUMNS: GridColumn[] = ['learner', 'a', 'b'].map((id) => ({ id, header: id, width: 90 }))
const source = new MemorySource(['r0', 'r1'], (rowKey, columnId) => ({ text: `${rowKey} ${columnId}` }))
const onMenu = vi.fn<NonNullable<GridProps['onMenu']>>()
const onOpen = vi.fn<NonNullable<GridProps['onOpen']>>()

beforeEach(() => {
  vi.useFakeTimers()
  render(
    <MeasureContext value={fixedMeasure(1000, 400)}>
      <Grid label="Gradebook" source={source} columns={COLUMNS} onMenu={onMenu} onOpen={onOpen} />
    </MeasureContext>,
  )
})
afterEach(() => {
  vi.useRealTimers()
  onMenu.mockClear()
  onOpen.mockClear()
})

const cell = () => screen.getByText('r1 a')
const FINGER = { pointerType: 'touch', isPrimary: true, pointerId: 7, clientX: 100, clientY: 80 }
const press = (about: object = {}) => fireEvent.pointerDown(cell(), { ...FINGER, ...about })
const wait = () => {
  act(() => {
    vi.advanceTimersByTime(600)
  })
}

test('a finger that rests on a cell asks for its menu, and lifting it is no click', () => {
  press()
  expect(onMenu).not.toHaveBeenCalled()
  wait()
  expect(onMenu).toHaveBeenCalledExactlyOnceWith({ rowKey: 'r1', columnId: 'a' }, cell())
  expect(cell()).toHaveFocus()
  const lift = createEvent.touchEnd(cell(), { cancelable: true })
  fireEvent(cell(), lift)
  expect(lift.defaultPrevented).toBe(true)
  // The next tap is one again.
  press()
  fireEvent.pointerUp(cell(), FINGER)
  const tap = createEvent.touchEnd(cell(), { cancelable: true })
  fireEvent(cell(), tap)
  expect(tap.defaultPrevented).toBe(false)
})

test('where the system asks for a menu, too, it opens once, whoever was first', () => {
  press()
  wait()
  fireEvent.contextMenu(cell())
  expect(onMenu).toHaveBeenCalledOnce()
  fireEvent.pointerUp(cell(), FINGER)
  press()
  fireEvent.contextMenu(cell())
  wait()
  expect(onMenu).toHaveBeenCalledTimes(2)
})

test.each([
  ['moves', () => fireEvent.pointerMove(cell(), { ...FINGER, clientY: 95 })],
  ['is lifted', () => fireEvent.pointerUp(cell(), FINGER)],
  ['scrolls', () => fireEvent.pointerCancel(cell(), FINGER)],
  ['is joined by another one', () => press({ isPrimary: false, pointerId: 8 })],
] as const)('a finger that %s before is no long press', (_, act) => {
  press()
  act()
  wait()
  expect(onMenu).not.toHaveBeenCalled()
})

test('a hand that trembles and a mouse that rests are told apart', () => {
  press({ pointerType: 'mouse' })
  wait()
  expect(onMenu).not.toHaveBeenCalled()
  press()
  fireEvent.pointerMove(cell(), { ...FINGER, clientX: 104 })
  wait()
  expect(onMenu).toHaveBeenCalledOnce()
})
