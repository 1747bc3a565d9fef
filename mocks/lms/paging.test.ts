import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cursor, pageOf } from './paging.ts'

const ids = [2, 3, 5, 8, 13, 21, 34]

test('starts at the first id, and says where the next page begins', () => {
  expect(pageOf(ids, 3)).toEqual({
    ids: [2, 3, 5],
    next: { position: 5, reverse: false, offset: 0 },
    previous: null,
  })
})

test('goes on after an id that is no longer there', () => {
  expect(pageOf(ids, 3, { position: 6, reverse: false, offset: 0 }).ids).toEqual([8, 13, 21])
})

test('leaves rows out by the offset, and counts that as having something before', () => {
  const page = pageOf(ids, 2, { position: null, reverse: false, offset: 2 })
  expect(page.ids).toEqual([5, 8])
  expect(page.previous).toEqual({ position: 5, reverse: true, offset: 0 })
})

test('starts from the end in reverse', () => {
  expect(pageOf(ids, 3, { position: null, reverse: true, offset: 0 })).toMatchObject({
    ids: [13, 21, 34],
    next: null,
    previous: { position: 13 },
  })
})

test('an empty page has no neighbours', () => {
  const nothing = { ids: [], next: null, previous: null }
  expect(pageOf([], 5)).toEqual(nothing)
  expect(pageOf(ids, 5, { position: 34, reverse: false, offset: 0 })).toEqual(nothing)
  expect(pageOf(ids, 5, { position: 2, reverse: true, offset: 0 })).toEqual(nothing)
})

const lists = fc
  .uniqueArray(fc.nat(500), { maxLength: 60 })
  .map((list) => list.toSorted((one, other) => one - other))

test('following next reads every id once, in order', () => {
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 20 }), (list, size) => {
      const read: number[] = []
      let cursor: Cursor | undefined
      do {
        const page = pageOf(list, size, cursor)
        read.push(...page.ids)
        cursor = page.next ?? undefined
      } while (cursor)
      expect(read).toEqual(list)
    }),
  )
})

test('previous leads back to the page that was left', () => {
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 20 }), (list, size) => {
      const first = pageOf(list, size)
      fc.pre(first.next !== null)
      const second = pageOf(list, size, first.next ?? undefined)
      const back = pageOf(list, size, second.previous ?? undefined)
      expect(back.ids).toEqual(first.ids)
      expect(back.next).toEqual(first.next)
      expect(back.previous).toBeNull()
    }),
  )
})
