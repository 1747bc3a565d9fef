import { describe, expect, test } from 'vitest'
import { failure, fakeServer, html, json, lost } from './fake-server.ts'
import { call } from './http.ts'
import { bulkUpdate } from './openedx-v1/endpoints-overrides.ts'
import { policy } from './openedx-v1/endpoints.ts'
import type { Session } from './session.ts'

const path = { courseId: 'course-v1:edX+DemoX+Demo' }
const fine = json([])
const expired = json({ developer_message: 'Incorrect authentication credentials.' }, 401)
const badToken = json({ detail: 'CSRF Failed: CSRF token missing.' }, 403)
const REFRESH = 'POST /login_refresh'
const TOKEN = 'GET /csrf/api/v1/token'

const read = (session: Session, signal?: AbortSignal) => call(policy, { path, signal }, session)
const write = (session: Session) => call(bulkUpdate, { path, body: [] }, session)
const count = (log: readonly string[], line: string) => log.filter((each) => each === line).length

/** Answers with 401 until the session has been refreshed, as a server does. */
function expiring() {
  let refreshed = false
  return {
    plays: [() => (refreshed ? fine.clone() : expired.clone())],
    refresh: [
      () => {
        refreshed = true
        return json({ success: true })
      },
    ],
  }
}

describe('an expired session', () => {
  test('is refreshed, and the call made once more', async () => {
    const { session, log } = fakeServer(expiring())
    await expect(read(session)).resolves.toEqual([])
    expect(log.map((line) => line.split(' ')[0])).toEqual(['GET', 'POST', 'GET'])
  })

  test('is refreshed once for all calls that met it, and for those that come back later', async () => {
    const slow = Promise.withResolvers<void>()
    const script = expiring()
    let calls = 0
    const [answer] = script.plays
    const { session, log } = fakeServer({
      ...script,
      plays: [
        async () => {
          calls += 1
          const response = answer?.() ?? fine.clone()
          if (calls === 1) await slow.promise
          return response
        },
      ],
    })
    const late = read(session)
    await Promise.all([read(session), read(session), write(session)])
    slow.resolve()
    await expect(late).resolves.toEqual([])
    expect(count(log, REFRESH)).toBe(1)
  })

  test('a write that was refused unseen is sent once more', async () => {
    const { session, log } = fakeServer(expiring())
    await expect(write(session)).resolves.toEqual([])
    expect(log.filter((line) => line.includes('bulk-update'))).toHaveLength(2)
  })

  test('that cannot be refreshed means signing in', async () => {
    const refresh = [new Response('"Unauthorized"', { status: 401 })]
    const { session, log } = fakeServer({ plays: [expired], refresh })
    expect(await failure(read(session))).toMatchObject({ kind: 'unauthenticated', details: { status: 401 } })
    expect(await failure(write(session))).toMatchObject({
      kind: 'unauthenticated',
      details: { outcome: 'none' },
    })
    expect(log.filter((line) => line.includes('policy'))).toHaveLength(1)
  })

  test('that cannot be refreshed is not tried again by a call that was under way meanwhile', async () => {
    const slow = Promise.withResolvers<Response>()
    const refresh = [new Response('"Unauthorized"', { status: 401 })]
    const { session, log } = fakeServer({ plays: [() => slow.promise, expired], refresh })
    const late = failure(read(session))
    await failure(read(session))
    slow.resolve(expired.clone())
    expect(await late).toMatchObject({ kind: 'unauthenticated' })
    expect(count(log, REFRESH)).toBe(1)
    await failure(read(session))
    expect(count(log, REFRESH)).toBe(2)
  })

  test('is not refreshed again and again', async () => {
    const { session, log } = fakeServer({ plays: [expired] })
    expect(await failure(read(session))).toMatchObject({ kind: 'unauthenticated' })
    expect(count(log, REFRESH)).toBe(1)
  })

  test('a refresh that fails for another reason says so; the write has not happened', async () => {
    const { session } = fakeServer({ plays: [expired], refresh: [lost] })
    expect(await failure(write(session))).toMatchObject({
      kind: 'unavailable',
      details: { reason: 'dropped', outcome: 'none' },
    })
    const crashing = fakeServer({ plays: [expired], refresh: [html(500)] })
    expect(await failure(write(crashing.session))).toMatchObject({
      kind: 'unavailable',
      details: { reason: 'server', outcome: 'none' },
    })
  })

  test('somebody who is signed in but not enrolled needs no refresh', async () => {
    const { session, log } = fakeServer({ plays: [json('User not enrolled.', 401)] })
    expect(await failure(read(session))).toMatchObject({ kind: 'forbidden' })
    expect(count(log, REFRESH)).toBe(0)
  })

  test('a call that is aborted while it waits does not take the others with it', async () => {
    const renewing = Promise.withResolvers<Response>()
    const stop = new AbortController()
    const { session } = fakeServer({ plays: [expired, expired, fine], refresh: [() => renewing.promise] })
    const leaving = failure(read(session, stop.signal))
    const staying = read(session)
    await new Promise((resolve) => setTimeout(resolve, 5))
    stop.abort(new Error('left'))
    expect(String(await leaving)).toBe('Error: left')
    renewing.resolve(json({ success: true }))
    await expect(staying).resolves.toEqual([])
  })
})

describe('the CSRF token', () => {
  test('is fetched once, also by writes that begin together', async () => {
    const { session, log } = fakeServer({ plays: [fine] })
    await Promise.all([write(session), write(session)])
    await write(session)
    expect(count(log, TOKEN)).toBe(1)
  })

  test('is not fetched to read', async () => {
    const { session, log } = fakeServer({ plays: [fine] })
    await read(session)
    expect(count(log, TOKEN)).toBe(0)
  })

  test('is renewed once after the server refused it', async () => {
    const { session, requests } = fakeServer({ plays: [badToken, fine] })
    await expect(write(session)).resolves.toEqual([])
    const tokens = requests
      .filter(({ method }) => method === 'POST')
      .map(({ headers }) => headers.get('X-CSRFToken'))
    expect(tokens).toEqual(['first', 'second'])
  })

  test('that is refused again is an error; nothing was written', async () => {
    const { session, log } = fakeServer({ plays: [badToken] })
    expect(await failure(write(session))).toMatchObject({
      kind: 'forbidden',
      details: { reason: 'csrf', outcome: 'none' },
    })
    expect(count(log, TOKEN)).toBe(2)
  })

  test('that cannot be had is an error; nothing was written, and the next write tries again', async () => {
    const { session } = fakeServer({ plays: [fine], csrf: [html(500), json({ csrfToken: 'late' })] })
    expect(await failure(write(session))).toMatchObject({
      kind: 'unavailable',
      details: { endpoint: 'GET /csrf/api/v1/token', outcome: 'none' },
    })
    await expect(write(session)).resolves.toEqual([])
  })
})
