import { describe, expect, test } from 'vitest'
import { failure } from '#src/lms/fake-server.ts'
import { LmsError } from '#src/lms/errors.ts'
import type { Lms, SheetChunk } from '#src/lms/lms.ts'
import { rowOf } from '#src/lms/fake-course.ts'
import { enrolmentOrder } from './enrolment-order.ts'

/** A course of pages; a failure stands in place of a page, once. */
function course(...pages: ReadonlyArray<readonly string[] | LmsError>) {
  const asked: Array<string | undefined> = []
  const left = new Set(pages)
  const gradebook: Lms['gradebook'] = async function* ({ resume }): AsyncGenerator<SheetChunk> {
    asked.push(resume)
    const list = pages.filter((page): page is readonly string[] => !(page instanceof LmsError))
    const at = Number(resume ?? 0)
    const failing = pages[at]
    if (failing instanceof LmsError && left.delete(failing)) throw failing
    yield {
      rows: (list[at] ?? []).map((id) => rowOf(id)),
      resume: at + 1 < list.length ? String(at + 1) : null,
    }
  }
  // Only the list is asked for.
  return { order: enrolmentOrder({ gradebook } as Lms, 'course'), asked }
}

describe('the order of enrolment', () => {
  test('is read only as far as it is wanted, over the ends of pages', async () => {
    const { order, asked } = course(['a', 'b'], ['c', 'd'], ['e'])
    expect(await order.around('a')).toEqual({ isListed: true, previous: null, next: 'b' })
    expect(asked).toHaveLength(1)
    expect(await order.around('b')).toEqual({ isListed: true, previous: 'a', next: 'c' })
    expect(await order.around('c')).toEqual({ isListed: true, previous: 'b', next: 'd' })
    expect(asked).toHaveLength(2)
    expect(await order.around('e')).toEqual({ isListed: true, previous: 'd', next: null })
    expect(asked).toEqual([undefined, '1', '2'])
  })

  test('somebody whom the list does not hold has nobody beside them', async () => {
    const { order } = course(['a'])
    expect(await order.around('x')).toEqual({ isListed: false, previous: null, next: null })
  })

  test('a course without learners ends, too', async () => {
    const { order } = course([])
    expect(await order.around('x')).toMatchObject({ isListed: false })
  })

  test('goes on after a failure where it stopped, and holds nobody twice', async () => {
    const { order } = course(['a', 'b'], new LmsError('unavailable'), ['c'])
    expect(await failure(order.around('b'))).toMatchObject({ kind: 'unavailable' })
    expect(await Promise.all([order.around('b'), order.around('b')])).toEqual([
      { isListed: true, previous: 'a', next: 'c' },
      { isListed: true, previous: 'a', next: 'c' },
    ])
    expect(await order.around('c')).toEqual({ isListed: true, previous: 'b', next: null })
  })
})
