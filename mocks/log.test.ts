import { expect, test } from 'vitest'
import { type Exchange, RequestLog } from './log.ts'

const exchange: Omit<Exchange, 'id'> = {
  at: 0,
  method: 'GET',
  path: '/api/x',
  query: '',
  persona: 'instructor',
  status: 200,
  took: 1,
  endpoint: 'x',
  faults: [],
  request: { headers: [], body: null, cut: false },
  response: { headers: [], body: null, cut: false },
}

test('keeps the last 500, newest first', () => {
  const log = new RequestLog()
  for (let count = 0; count < 510; count += 1) log.add({ ...exchange, path: `/${count}` })
  expect(log.exchanges()).toHaveLength(500)
  expect(log.exchanges().at(0)?.path).toBe('/509')
  expect(log.exchanges().at(-1)?.path).toBe('/10')
})

test('tells of each change with a new list, until nobody wants to hear', () => {
  const log = new RequestLog()
  const heard: number[] = []
  const end = log.subscribe(() => heard.push(log.exchanges().length))
  const before = log.exchanges()
  const id = log.add(exchange)
  expect(log.exchanges()).not.toBe(before)
  log.fill(id, { body: 'late', cut: false })
  expect(log.exchanges()[0]?.response.body).toBe('late')
  log.clear()
  end()
  log.add(exchange)
  expect(heard).toEqual([1, 1, 0])
})

test('knows what a request reached by its signal', () => {
  const log = new RequestLog()
  const { signal } = new AbortController()
  log.note(signal, { endpoint: 'gradebook', faults: ['latency'] })
  expect(log.answererOf(signal)).toEqual({ endpoint: 'gradebook', faults: ['latency'] })
  expect(log.answererOf(new AbortController().signal)).toEqual({ endpoint: null, faults: [] })
})
