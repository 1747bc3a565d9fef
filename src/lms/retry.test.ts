import { describe, expect, test } from 'vitest'
import { type Script, failure, fakeServer, json, lost, silence } from './fake-server.ts'
import { call } from './http.ts'
import { bulkUpdate } from './openedx-v1/endpoints-overrides.ts'
import { policy } from './openedx-v1/endpoints.ts'
import { cookieSession } from './cookies.ts'

const path = { courseId: 'course-v1:edX+DemoX+Demo' }
const fine = json([])
const throttled = (headers: Record<string, string>) => json({ detail: 'Slow down.' }, 429, headers)

/** Reads once; gives the pauses in milliseconds and how it ended. */
async function read(script: Script) {
  const { session, waits, log } = fakeServer(script)
  const end = await call(policy, { path }, session).then(
    () => 'fine',
    (error: unknown) => String(error),
  )
  return { end, waits, requests: log.length }
}

describe('reads are asked again', () => {
  test.each([
    ['a lost connection', lost],
    ['502', json({}, 502)],
    ['503', json({}, 503)],
    ['504', json({}, 504)],
    ['429', json({}, 429)],
  ])('after %s', async (_, play) => {
    expect(await read({ plays: [play, fine] })).toEqual({ end: 'fine', waits: [500], requests: 2 })
  })

  test('each time after twice the pause, and not for ever', async () => {
    const { end, waits, requests } = await read({ plays: [lost] })
    expect(waits).toEqual([500, 1000, 2000])
    expect(requests).toBe(4)
    expect(end).toContain('unavailable · dropped')
  })

  test('a little later by chance, so that not everybody comes at once', async () => {
    expect((await read({ plays: [lost, fine], world: { random: () => 0.8 } })).waits).toEqual([600])
  })

  test('when the server says: in seconds, by date, or in its sentence', async () => {
    expect((await read({ plays: [throttled({ 'Retry-After': '7' }), fine] })).waits).toEqual([7000])
    const date = 'Sun, 01 Mar 2026 00:00:12 GMT'
    expect((await read({ plays: [throttled({ 'Retry-After': date }), fine] })).waits).toEqual([12_000])
    const sentence = json({ detail: 'Request was throttled. Expected available in 3 seconds.' }, 429)
    expect((await read({ plays: [sentence, fine] })).waits).toEqual([3000])
    expect((await read({ plays: [throttled({ 'Retry-After': 'soon' }), fine] })).waits).toEqual([500])
  })

  test('but not when the server wants more patience than a person has: that is said at once', async () => {
    const { session, waits } = fakeServer({ plays: [throttled({ 'Retry-After': '3600' })] })
    expect(await failure(call(policy, { path }, session))).toMatchObject({
      details: { reason: 'too-many', retryAfter: 3600 },
    })
    expect(waits).toEqual([])
  })

  test.each([
    ['500', { plays: [json({}, 500)] }],
    ['404', { plays: [json({}, 404)] }],
    ['no network at all', { plays: [lost], world: { online: () => false } }],
    ['a time-out', { plays: [silence], timeout: 0.02 }],
    ['a drifting contract', { plays: [json({})] }],
  ])('not after %s', async (_, script) => {
    expect((await read(script)).requests).toBe(1)
  })
})

test.each([
  ['a lost connection', lost],
  ['503', json({}, 503)],
  ['429', throttled({ 'Retry-After': '1' })],
])('a write is never sent again after %s', async (_, play) => {
  const { session, log } = fakeServer({ plays: [play] })
  await failure(call(bulkUpdate, { path, body: [] }, session))
  expect(log.filter((line) => line.startsWith('POST'))).toHaveLength(1)
})

test('waiting ends when it is aborted', async () => {
  const config = {
    backend: 'openedx-v1' as const,
    baseUrl: 'https://lms.example.com',
    siteName: '',
    loginUrl: '/',
    logoutUrl: '/logout',
    tokenOrigin: '',
    timeout: 1,
  }
  const { sleep } = cookieSession(config)
  const stop = new AbortController()
  const waiting = sleep(60_000, stop.signal)
  stop.abort(new Error('enough'))
  await expect(waiting).rejects.toThrow('enough')
  await expect(sleep(1)).resolves.toBeUndefined()
})
