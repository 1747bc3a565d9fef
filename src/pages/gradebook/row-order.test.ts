import { describe, expect, test, vi } from 'vitest'
import { cell, learner, table } from './sample-course.ts'

const ADA = learner('ada', { name: 'Ada Lovelace' })
const BEN = learner('ben', { name: 'ben nevis' })
const CLEO = learner('cleo', { name: 'Cléo' })
const DAN = learner('dan', { name: null, username: 'cleo2' })

describe('the order of rows', () => {
  test('is that of the list, also for those whom the sheet knew before', () => {
    const { sheet, arrive, ids } = table()
    sheet.apply({ rows: [{ learner: CLEO, total: null, grades: [] }] })
    expect(ids()).toEqual([])
    arrive([BEN, null])
    arrive([ADA, null], [CLEO, null])
    expect(ids()).toEqual(['ben', 'ada', 'cleo'])
  })

  test('takes in a page that brings nobody new to the sheet', () => {
    const { sheet, arrive, ids, order } = table()
    sheet.apply({ rows: [{ learner: CLEO, total: null, grades: [] }] })
    const told = vi.fn<() => void>()
    order.changes.subscribe(told)
    arrive([CLEO, null])
    expect(ids()).toEqual(['cleo'])
    expect(order.count()).toBe(1)
    expect(told).toHaveBeenCalled()
  })

  test('follows names as the viewer’s language sorts them, with usernames where there is no name', () => {
    const { arrive, ids, order } = table()
    arrive([DAN, null], [CLEO, null], [BEN, null], [ADA, null])
    order.sortBy({ by: 'learner', direction: 'ascending' })
    expect(ids()).toEqual(['ada', 'ben', 'cleo', 'dan'])
    order.sortBy({ by: 'learner', direction: 'descending' })
    expect(ids()).toEqual(['dan', 'cleo', 'ben', 'ada'])
  })

  test('puts blanks last in both directions, in any column', () => {
    const { arrive, ids, order } = table()
    arrive([ADA, null, cell('hw1', 5)], [BEN, 0.2, cell('hw1', null)], [CLEO, 0.9, cell('hw1', 0)])
    order.sortBy({ by: 'total', direction: 'ascending' })
    expect(ids()).toEqual(['ben', 'cleo', 'ada'])
    order.sortBy({ by: 'total', direction: 'descending' })
    expect(ids()).toEqual(['cleo', 'ben', 'ada'])
    order.sortBy({ by: 'hw1', direction: 'ascending' })
    expect(ids()).toEqual(['cleo', 'ada', 'ben'])
    order.sortBy(null)
    expect(ids()).toEqual(['ada', 'ben', 'cleo'])
  })

  test('an edited row stays where it is until one sorts again', () => {
    const { arrive, ids, order } = table()
    arrive([ADA, 0.5], [BEN, 0.9])
    const byTotal = { by: 'total', direction: 'ascending' } as const
    order.sortBy(byTotal)
    arrive([ADA, 1])
    expect(ids()).toEqual(['ada', 'ben'])
    order.sortBy(byTotal)
    expect(ids()).toEqual(['ben', 'ada'])
  })
})

describe('a search', () => {
  test('shows at once who fits among those read, by name too', () => {
    const { arrive, ids, find } = table()
    arrive([ADA, null], [BEN, null], [CLEO, null], [DAN, null])
    find('CLEO')
    expect(ids()).toEqual(['cleo', 'dan'])
    find('nobody')
    expect(ids()).toEqual([])
    find('')
    expect(ids()).toEqual(['ada', 'ben', 'cleo', 'dan'])
  })

  test('joins those whom only the server knew to fit: behind the list, if they have not been listed', () => {
    const { sheet, arrive, find, ids, order } = table()
    arrive([ADA, null], [BEN, null], [CLEO, null])
    sheet.apply({ rows: [{ learner: DAN, total: 0.5, grades: [] }] })
    find('le@x', 'dan', 'cleo')
    expect(ids()).toEqual(['cleo', 'dan'])
    order.sortBy({ by: 'total', direction: 'ascending' })
    expect(ids()).toEqual(['dan', 'cleo'])
    order.sortBy(null)
    find('')
    expect(ids()).toEqual(['ada', 'ben', 'cleo'])
    arrive([DAN, 0.5])
    expect(ids()).toEqual(['ada', 'ben', 'cleo', 'dan'])
  })
})

describe('neighbours', () => {
  test('stand before and after in the order shown; at the edges and outside there are none', () => {
    const { arrive, order, find } = table()
    arrive([ADA, 0.1], [BEN, 0.9], [CLEO, 0.5])
    order.sortBy({ by: 'total', direction: 'descending' })
    expect([order.neighbour('cleo', -1), order.neighbour('cleo', 1)]).toEqual(['ben', 'ada'])
    expect([order.neighbour('ben', -1), order.neighbour('ada', 1)]).toEqual([null, null])
    find('ada')
    expect([order.placeOf('ada'), order.placeOf('cleo'), order.placeOf('nobody')]).toEqual([0, -1, -1])
    expect(order.neighbour('cleo', 1)).toBeNull()
    expect(order.neighbour('nobody', 1)).toBeNull()
  })
})

describe('while rows stream in', () => {
  test('a costly order waits, so that it takes no more than its share of the time', () => {
    const { arrive, ids, time, waiting } = table()
    arrive([ADA, null])
    time.now += 1000
    // From here on each look at the clock finds 5 milliseconds gone: an order costs 5, and the next may come 50 later.
    time.eachLook = 5
    arrive([BEN, null])
    expect(ids()).toEqual(['ada', 'ben'])
    arrive([CLEO, null])
    arrive([DAN, null])
    expect(ids()).toEqual(['ada', 'ben'])
    expect(waiting).toHaveLength(1)
    waiting.shift()?.()
    expect(ids()).toEqual(['ada', 'ben', 'cleo', 'dan'])
    time.now += 50
    arrive([learner('eve'), null])
    expect(ids()).toHaveLength(5)
  })

  test('what the viewer asks for does not wait', () => {
    const { arrive, ids, order, find, time } = table()
    time.eachLook = 500
    arrive([ADA, 0.5], [BEN, 0.1])
    order.sortBy({ by: 'total', direction: 'ascending' })
    expect(ids()).toEqual(['ben', 'ada'])
    find('ada')
    expect(ids()).toEqual(['ada'])
  })
})
