import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type GridColumn, layOut } from './columns.ts'
import { type Frame, type Scrolled, type Span, isInside, scrollToShow, windowAt } from './window.ts'

const columns = fc
  .array(fc.integer({ min: 48, max: 400 }), { minLength: 1, maxLength: 60 })
  .map((widths) => widths.map((width, index): GridColumn => ({ id: `c${index}`, header: '', width })))

const scene = fc
  .record({
    columns,
    frozen: fc.integer({ min: 0, max: 3 }),
    inline: fc.integer({ min: 300, max: 2600 }),
    height: fc.integer({ min: 50, max: 1600 }),
    rowHeight: fc.constantFrom(28, 36, 45),
    rowCount: fc.integer({ min: 0, max: 100_000 }),
    down: fc.double({ min: 0, max: 1, noNaN: true }),
    along: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ columns: all, frozen, inline, height, rowHeight, rowCount, down, along }) => {
    const layout = layOut(all, { groups: [], frozen, inline, scale: 1 })
    const frame: Frame = { layout, rowCount, rowHeight, height, width: inline - layout.frozenSize }
    const scrolled: Scrolled = {
      rows: Math.max(0, rowCount - height / rowHeight) * down,
      left: Math.max(0, layout.size - inline) * along,
    }
    return { frame, scrolled }
  })

const positions = (first: number, end: number) =>
  Array.from({ length: end - first }, (_, step) => first + step)
const has = ({ first, end }: Span, position: number) => first <= position && position < end

test('every row and column that touches the view is in the window', () => {
  fc.assert(
    fc.property(scene, ({ frame, scrolled }) => {
      const window = windowAt(scrolled, frame)
      const top = scrolled.rows * frame.rowHeight
      const seenRows = positions(window.rows.first - 3, window.rows.end + 3).filter(
        (row) =>
          row >= 0 &&
          row < frame.rowCount &&
          row * frame.rowHeight < top + frame.height - 0.001 &&
          (row + 1) * frame.rowHeight > top + 0.001,
      )
      const left = frame.layout.frozenSize + scrolled.left
      const seenColumns = frame.layout.columns
        .filter(({ isFrozen, start, size }) => !isFrozen && start < left + frame.width && start + size > left)
        .map(({ index }) => index)
      expect(seenRows.filter((row) => !has(window.rows, row))).toEqual([])
      expect(seenColumns.filter((column) => !has(window.columns, column))).toEqual([])
    }),
  )
})

test('the window is small, whatever there is', () => {
  fc.assert(
    fc.property(scene, ({ frame, scrolled }) => {
      const { rows, columns: across } = windowAt(scrolled, frame)
      expect(rows.first).toBeGreaterThanOrEqual(0)
      expect(rows.end).toBeLessThanOrEqual(frame.rowCount)
      expect(rows.end - rows.first).toBeLessThanOrEqual(Math.ceil(frame.height / frame.rowHeight) + 1 + 4)
      expect(across.end - across.first).toBeLessThanOrEqual(Math.ceil(Math.max(0, frame.width) / 48) + 1 + 2)
      expect(across.first).toBeGreaterThanOrEqual(frame.layout.frozen)
    }),
  )
})

test('a window holds the view it was made for, and one row further; far away it does not', () => {
  fc.assert(
    fc.property(scene, ({ frame, scrolled }) => {
      const window = windowAt(scrolled, frame)
      expect(isInside(scrolled, window, frame)).toBe(true)
      expect(isInside({ ...scrolled, rows: scrolled.rows + 1 }, window, frame)).toBe(true)
    }),
  )
  const layout = layOut([{ id: 'a', header: '', width: 100 }], {
    groups: [],
    frozen: 1,
    inline: 500,
    scale: 1,
  })
  const frame = { layout, rowCount: 1000, rowHeight: 36, height: 360, width: 400 }
  const window = windowAt({ rows: 100, left: 0 }, frame)
  expect(window.rows).toEqual({ first: 98, end: 112 })
  expect(isInside({ rows: 103, left: 0 }, window, frame)).toBe(false)
  expect(isInside({ rows: 97, left: 0 }, window, frame)).toBe(false)
})

test('a table that has become shorter shows its end, not a void', () => {
  const layout = layOut([{ id: 'a', header: '', width: 100 }], {
    groups: [],
    frozen: 1,
    inline: 500,
    scale: 1,
  })
  const frame = { layout, rowCount: 20, rowHeight: 36, height: 360, width: 400 }
  expect(windowAt({ rows: 5000, left: 0 }, frame).rows).toEqual({ first: 8, end: 20 })
})

const scrolling = fc.record({
  at: fc.nat(5000),
  seen: fc.integer({ min: 40, max: 900 }),
  start: fc.nat(6000),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
})

test('scrolling to show something shows all of it, and does not move where it is shown already', () => {
  fc.assert(
    fc.property(scrolling, ({ at, seen, start, share }) => {
      const size = Math.floor(seen * share)
      const to = scrollToShow(at, seen, start, size)
      const isShown = start >= at && start + size <= at + seen
      expect(to).toBeLessThanOrEqual(start)
      expect(to + seen).toBeGreaterThanOrEqual(start + size)
      expect(isShown ? at : to).toBe(to)
    }),
  )
})

test('what is longer than the view is shown from its start', () => {
  expect(scrollToShow(0, 100, 300, 500)).toBe(300)
  expect(scrollToShow(900, 100, 300, 500)).toBe(300)
})
