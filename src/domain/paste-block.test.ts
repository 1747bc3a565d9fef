import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeBlock } from './paste-block.ts'

const at = (top: number, first: number, bottom = top, last = first) => ({ top, first, bottom, last })
const flat = ({ cells }: ReturnType<typeof placeBlock>) =>
  cells.map(({ row, column, text }) => [row, column, text])

test('one value fills the selection', () => {
  expect(flat(placeBlock([['7']], at(1, 2, 2, 3), 9, 9))).toEqual([
    [1, 2, '7'],
    [1, 3, '7'],
    [2, 2, '7'],
    [2, 3, '7'],
  ])
})

test('a block keeps its shape where the selection is no multiple of it', () => {
  expect(flat(placeBlock([['a', 'b'], ['c']], at(0, 0, 2, 2), 9, 9))).toEqual([
    [0, 0, 'a'],
    [0, 1, 'b'],
    [1, 0, 'c'],
  ])
})

test('a block is repeated over a multiple of it', () => {
  expect(
    flat(placeBlock([['a'], ['b']], at(0, 0, 3, 1), 9, 9))
      .map(([, , text]) => text)
      .join(''),
  ).toBe('aabbaabb')
})

test('what does not fit is counted, not wrapped', () => {
  const placed = placeBlock(
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
    at(4, 1),
    5,
    2,
  )
  expect(flat(placed)).toEqual([[4, 1, 'a']])
  expect(placed.outside).toBe(3)
})

test('the line end after a copied block is no line, an empty cell is one', () => {
  expect(flat(placeBlock([['a'], ['']], at(0, 0), 9, 9))).toEqual([[0, 0, 'a']])
  expect(flat(placeBlock([['']], at(0, 0), 9, 9))).toEqual([[0, 0, '']])
})

test('no cell is written twice, and none outside', () => {
  const size = fc.integer({ min: 1, max: 5 })
  fc.assert(
    fc.property(size, size, size, size, (height, width, tall, wide) => {
      const table = Array.from({ length: height }, () => Array.from({ length: width }, () => 'x'))
      const { cells, outside } = placeBlock(table, at(2, 1, 1 + tall, wide), 6, 4)
      expect(new Set(cells.map(({ row, column }) => `${row} ${column}`)).size).toBe(cells.length)
      expect(cells.every(({ row, column }) => row < 6 && column < 4)).toBe(true)
      expect(cells.length + outside).toBeGreaterThanOrEqual(height * width)
    }),
  )
})
