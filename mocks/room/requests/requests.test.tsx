import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Exchange, RequestLog } from '#mocks/log.ts'
import { showRoom } from '#mocks/room/under-test.ts'
import { asCurl } from './curl.ts'
import { handlerOf } from './handler.ts'

const exchange: Exchange = {
  id: 1,
  at: Date.parse('2026-11-20T09:00:00.250Z'),
  method: 'POST',
  path: '/api/grades/v1/gradebook/course-v1:a+b+c/bulk-update',
  query: '?x=1',
  persona: 'limited-staff',
  status: 422,
  took: 12.4,
  endpoint: 'bulkUpdate',
  faults: ['save-422'],
  request: {
    headers: [
      ['content-type', 'application/json'],
      ['x-csrftoken', 'secret'],
    ],
    body: '[{"comment":"it\'s late"}]',
    cut: false,
  },
  response: { headers: [['content-type', 'application/json']], body: '[{"success":false}]', cut: true },
}

const show = async (...exchanges: readonly Exchange[]): Promise<RequestLog> => {
  const { log } = await showRoom('requests')
  await screen.findByRole('searchbox', { name: 'Filter requests' })
  act(() => exchanges.forEach((one) => log.add(one)))
  return log
}
const rows = () => screen.queryAllByRole('listitem')
const type = (text: string) => fireEvent.change(screen.getByRole('searchbox'), { target: { value: text } })

beforeEach(() => sessionStorage.clear())
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('the list of requests', () => {
  test('says what was asked, what came of it, by whom, and through what', async () => {
    await show(exchange)
    const [row] = rows()
    expect(row?.textContent).toContain('POST/api/grades/v1/gradebook/course-v1:…/bulk-update?x=1422')
    expect(row?.textContent).toContain('12 ms · limited-staff · Grades: bulkUpdate · fault save-422')
    expect(screen.getByRole('tab', { name: 'Requests 1' })).toBeDefined()
  })

  test('opens to both messages, as text whatever they hold', async () => {
    const body = '{"a":"<img src=x onerror=alert(1)>","n":1.0}'
    await show({ ...exchange, response: { ...exchange.response, body, cut: true } })
    fireEvent.click(within(rows()[0] ?? document.body).getByRole('button'))
    const answer = screen.getByRole('region', { name: 'Body: Response: 422' })
    expect(answer.textContent).toBe('{\n  "a": "<img src=x onerror=alert(1)>",\n  "n": 1.0\n}')
    expect(answer.children).toHaveLength(0)
    expect(rows()[0]?.textContent).toContain('/api/grades/v1/gradebook/course-v1:a+b+c/bulk-update?x=1')
    expect(screen.getByText('It is longer: these are the first 44 characters.')).toBeDefined()
    expect(screen.getByRole('region', { name: 'Body: Request' }).textContent).toContain("it's late")
  })

  test('copies what it shows', async () => {
    const written: string[] = []
    vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => void written.push(text) } })
    await show(exchange)
    fireEvent.click(within(rows()[0] ?? document.body).getByRole('button'))
    fireEvent.click(screen.getByRole('button', { name: 'Copy as curl' }))
    await waitFor(() => expect(written).toEqual([asCurl(exchange)]))
    fireEvent.click(screen.getByRole('button', { name: 'Copy the body: Response: 422' }))
    await waitFor(() => expect(written[1]).toBe('[\n  {\n    "success": false\n  }\n]'))
  })

  test('narrows down by words and by status, and is emptied', async () => {
    const log = await show(
      exchange,
      { ...exchange, method: 'GET', path: '/api/user/v1/me', status: 200, endpoint: 'me', faults: [] },
      { ...exchange, method: 'GET', path: '/api/user/v1/me', status: 0, endpoint: 'me', faults: ['offline'] },
    )
    expect(rows()).toHaveLength(3)
    type('user me')
    await waitFor(() => expect(rows()).toHaveLength(2))
    expect(screen.getByText('2 of 3 requests')).toBeDefined()
    fireEvent.change(screen.getByRole('combobox', { name: 'Status' }), { target: { value: '0' } })
    await waitFor(() => expect(rows()).toHaveLength(1))
    expect(rows()[0]?.textContent).toContain('dropped')
    fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Escape' })
    fireEvent.change(screen.getByRole('combobox', { name: 'Status' }), { target: { value: '4' } })
    await waitFor(() => expect(rows()[0]?.textContent).toContain('422'))
    fireEvent.click(screen.getByRole('button', { name: 'Clear' }))
    expect(log.exchanges()).toEqual([])
    expect(screen.getByText('0 requests')).toBeDefined()
  })
})

test('curl asks the same of the server, as the same person, with text that a shell leaves alone', () => {
  expect(asCurl(exchange)).toBe(
    [
      "curl -X POST 'http://localhost:8000/api/grades/v1/gradebook/course-v1:a+b+c/bulk-update?x=1'",
      "-H 'Authorization: Bearer mock-limited-staff'",
      "-H 'content-type: application/json'",
      String.raw`--data-raw '[{"comment":"it'\''s late"}]'`,
    ].join(' \\\n  '),
  )
  expect(asCurl({ ...exchange, method: 'GET', path: '/api/ü?#/', query: '', request: NOTHING })).toMatch(
    /^curl 'http:\/\/localhost:8000\/api\/%C3%BC%3F%23\/' /,
  )
})

const NOTHING = { headers: [], body: null, cut: false }

test.each([
  [{ endpoint: 'bulkUpdate', status: 202, path: '/api/grades/v1/x' }, 'Grades: bulkUpdate'],
  [
    { endpoint: 'GET /api/team/v0/teams/', status: 200, path: '/api/team/v0/teams/' },
    'Teams: by its documents',
  ],
  [{ endpoint: null, status: 404, path: '/api/x' }, 'not found'],
  [{ endpoint: null, status: 301, path: '/api/x' }, 'sent on to the address with its slash'],
  [{ endpoint: null, status: 405, path: '/api/x' }, 'no operation'],
])('the handler of %j', (reached, words) => {
  expect(handlerOf(reached)).toBe(words)
})
