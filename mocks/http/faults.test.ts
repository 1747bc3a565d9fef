import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type FaultName, faultNames, faults } from '#mocks/faults.ts'
import { COURSE, GRADEBOOK, type TestServer, testServer } from './test-client.ts'

const BLOCK = 'block-v1:MITx+18.05+2026_Autumn+type@sequential+block@hw_01'
const BULK = `${GRADEBOOK}bulk-update`
const AS = { as: 'instructor' } as const

let server: TestServer
const start = async (...names: FaultName[]) => {
  server = await testServer({ faults: names })
}
beforeEach(() => start())
afterEach(() => {
  vi.useRealTimers()
  return server.close()
})

const items = (...users: number[]) =>
  users.map((user) => ({ user_id: user, usage_id: BLOCK, grade: { earned_graded_override: 1 } }))

async function isOverridden(user: number): Promise<boolean> {
  const detail = await server.json(`/api/grades/v1/subsection/${BLOCK}/?user_id=${user}`)
  return (detail as { override: object | null }).override !== null
}

describe('the fault', () => {
  test('latency holds every answer back by two seconds', async () => {
    vi.useFakeTimers()
    const held = vi.fn<() => void>()
    const call = { endpoint: 'me', unsafe: false, address: '/', signal: new AbortController().signal }
    expect(faults.latency.hits(call)).toBe(true)
    void Promise.resolve(faults.latency.before?.(call, new Map())).then(held)
    await vi.advanceTimersByTimeAsync(1999)
    expect(held).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(held).toHaveBeenCalledOnce()
  })

  test('latency ends where the client gives up', async () => {
    await start('latency')
    const waiting = fetch(`${server.origin}/api/user/v1/me`, { signal: AbortSignal.timeout(100) })
    await expect(waiting).rejects.toThrow(/timeout/)
  })

  test('gradebook-500 breaks the list and nothing else', async () => {
    await start('gradebook-500')
    expect((await server.ask(GRADEBOOK)).status).toBe(500)
    expect((await server.ask(`${GRADEBOOK}grading-info`)).status).toBe(200)
    expect((await server.ask(`${GRADEBOOK}?username=nuria.haddad`)).status).toBe(200)
  })

  test('save-500 saves nothing', async () => {
    await start('save-500')
    expect((await server.ask(BULK, { ...AS, body: items(11) })).status).toBe(500)
    expect(await isOverridden(11)).toBe(false)
  })

  test('save-422 refuses the first and every second one after it', async () => {
    await start('save-422')
    const outcomes = await server.json(BULK, 422, { ...AS, body: items(11, 12, 15) })
    expect(outcomes).toMatchObject([{ success: false }, { success: true }, { success: false }])
    expect(await Promise.all([11, 12, 15].map(isOverridden))).toEqual([false, true, false])
  })

  test('save-timeout saves, and never says so', async () => {
    await start('save-timeout')
    const waiting = fetch(server.origin + BULK, {
      method: 'POST',
      headers: { Authorization: 'Bearer mock-instructor', 'Content-Type': 'application/json' },
      body: JSON.stringify(items(11)),
      signal: AbortSignal.timeout(400),
    })
    await expect(waiting).rejects.toThrow(/timeout/)
    expect(await isOverridden(11)).toBe(true)
  })

  test('offline drops the connection', async () => {
    await start('offline')
    await expect(server.ask('/api/user/v1/me')).rejects.toThrow(TypeError)
  })

  test('html-error answers pages where JSON was due', async () => {
    await start('html-error')
    const read = await server.ask(`/api/enrollment/v1/course/${COURSE}`)
    const saved = await server.ask(BULK, { ...AS, body: [] })
    expect([read.status, saved.status]).toEqual([200, 500])
    for (const response of [read, saved]) expect(response.headers.get('Content-Type')).toMatch(/^text\/html/)
  })

  test('throttled refuses each read once, with a second to wait', async () => {
    await start('throttled')
    const both = await Promise.all([server.ask(GRADEBOOK), server.ask('/api/user/v1/me')])
    for (const response of both) {
      expect([response.status, response.headers.get('Retry-After')]).toEqual([429, '1'])
    }
    const words = 'Request was throttled. Expected available in 1 second.'
    expect(await Promise.all(both.map((response) => response.json()))).toEqual([
      { developer_message: words },
      { detail: words },
    ])
    expect((await server.ask(GRADEBOOK)).status).toBe(200)
    expect((await server.ask('/api/user/v1/me')).status).toBe(200)
    expect((await server.ask(GRADEBOOK)).status).toBe(429)
    expect((await server.ask(BULK, { ...AS, body: items(11) })).status).toBe(202)
  })

  test('session-expired makes nobody of who asks by cookie, until the session is renewed', async () => {
    await start('session-expired')
    const me = async (headers: Record<string, string> = {}) =>
      (await server.ask('/api/user/v1/me', { headers })).status
    expect([await me(), await me()]).toEqual([401, 401])
    expect((await server.ask(GRADEBOOK)).status).toBe(401)
    expect(await me({ Authorization: 'Bearer mock-learner' })).toBe(200)
    expect((await server.ask('/login_refresh', { method: 'POST' })).status).toBe(200)
    const statuses: number[] = []
    for (let call = 0; call < 22; call += 1) statuses.push(await me())
    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 200), 401, 401])
    expect((await server.ask('/login_refresh', { method: 'POST' })).status).toBe(200)
    expect(await me()).toBe(200)
  })

  test('session-expired keeps who is not signed in from renewing', async () => {
    await start('session-expired')
    const asNobody = { method: 'POST', headers: { Cookie: 'sessionid=mock-nobody' } }
    expect(await server.json('/login_refresh', 401, asNobody)).toBe('Unauthorized')
  })

  test('contract-drift-info takes the assignment types from the policy', async () => {
    await start('contract-drift-info')
    const info = await server.json(`${GRADEBOOK}grading-info`)
    expect(info).not.toHaveProperty('assignment_types')
    expect(info).toHaveProperty('grade_cutoffs')
    expect(await server.json(`${GRADEBOOK}?page_size=1`)).toHaveProperty('results')
  })

  test('contract-drift-history gives ids as text', async () => {
    await server.ask(BULK, { ...AS, body: items(11) })
    const path = `/api/grades/v1/subsection/${BLOCK}/?user_id=11`
    expect(await server.json(path)).toMatchObject({
      user_id: 11,
      history: [{ history_id: expect.any(Number) }],
    })
    await server.ask('/?mock.faults=contract-drift-history&mock.world=common')
    expect(await server.json(path)).toMatchObject({
      user_id: '11',
      history: [{ history_id: expect.any(String) }],
    })
  })

  test('contract-drift gives percentages as text', async () => {
    await start('contract-drift')
    const page = await server.json(`${GRADEBOOK}?page_size=1`)
    expect(page).toMatchObject({ results: [{ percent: '0' }] })
    expect(JSON.stringify(page)).not.toMatch(/"percent":[\d-]/)
  })
})

test('each fault says what it does, in a sentence', () => {
  expect(faultNames).toEqual([
    'latency',
    'gradebook-500',
    'course-home-500',
    'save-500',
    'save-422',
    'save-timeout',
    'offline',
    'html-error',
    'contract-drift',
    'contract-drift-info',
    'contract-drift-history',
    'contract-drift-progress',
    'older-progress',
    'throttled',
    'session-expired',
  ])
  for (const name of faultNames) expect(faults[name].sentence).toMatch(/^[A-Z].*\.$/)
})
