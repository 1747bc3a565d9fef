import { describe, expect, test } from 'vitest'
import { LmsError } from './errors.ts'
import { type Script, failure, fakeServer, html, json, lost, silence } from './fake-server.ts'
import { call } from './http.ts'
import { bulkUpdate } from './openedx-v1/endpoints-overrides.ts'
import { gradebook, policy } from './openedx-v1/endpoints.ts'

const path = { courseId: 'course-v1:edX+DemoX+Demo' }
const body = [{ user_id: 9, usage_id: 'block', grade: { earned_graded_override: 3, comment: null } }]
const types = [{ assignment_type: 'Exam', count: 1, dropped: 0, weight: 1 }]
const saved = [{ user_id: 9, usage_id: 'block', success: true, reason: null }]

const read = (script: Script, signal?: AbortSignal) =>
  call(policy, { path, signal }, fakeServer(script).session)
const write = (script: Script, signal?: AbortSignal) =>
  call(bulkUpdate, { path, body, signal }, fakeServer(script).session)

/** Kind and details of the error that a read, or a write, of these answers ends in. */
async function errorOf(result: Promise<unknown>) {
  const error = await failure(result)
  if (!(error instanceof LmsError)) throw error
  return { kind: error.kind, ...error.details }
}

describe('what is sent', () => {
  test('a read: cookies, the JWT header, no token', async () => {
    const { session, requests, log } = fakeServer({
      plays: [json({ next: null, previous: null, results: [] })],
    })
    await call(gradebook, { path, query: { user_contains: 'a+b', excluded_course_roles: ['all'] } }, session)
    expect(log).toEqual([
      'GET /api/grades/v1/gradebook/course-v1:edX+DemoX+Demo/?user_contains=a%2Bb&excluded_course_roles=all',
    ])
    expect(requests[0]?.credentials).toBe('include')
    expect(requests[0]?.cache).toBe('no-store')
    expect(Object.fromEntries(requests[0]?.headers ?? [])).toEqual({
      accept: 'application/json',
      'use-jwt-cookie': 'true',
    })
  })

  test('a write: its body as JSON, a token, no following of redirects', async () => {
    const { session, requests } = fakeServer({ plays: [json(saved, 202)] })
    await expect(call(bulkUpdate, { path, body }, session)).resolves.toEqual(saved)
    const sent = requests.at(-1)
    expect(sent?.headers.get('Content-Type')).toBe('application/json')
    expect(sent?.headers.get('X-CSRFToken')).toBe('first')
    expect(sent?.redirect).toBe('manual')
    expect(await sent?.json()).toEqual(body)
  })
})

describe('answers', () => {
  test('a read gives what the contract describes, without the rest', async () => {
    await expect(read({ plays: [json([{ ...types[0], extra: 1 }])] })).resolves.toEqual(types)
  })

  test('a status that the endpoint calls its own is data', async () => {
    const refused = [
      { user_id: 9, usage_id: 'block', success: false, reason: 'User matching query does not exist.' },
    ]
    await expect(write({ plays: [json(refused, 422)] })).resolves.toEqual(refused)
  })

  test('a field of another type: where, what was due and what came, but never the value', async () => {
    const plays = [json([{ ...types[0], weight: 'Ada Lovelace' }])]
    const error = await failure(read({ plays }))
    expect(error).toMatchObject({
      kind: 'contract',
      details: {
        endpoint: 'GET /api/grades/v1/policy/courses/:courseId/',
        field: '0.weight',
        expected: 'number',
        received: 'string',
        outcome: undefined,
      },
    })
    expect(JSON.stringify(error) + String(error)).not.toContain('Ada')
  })

  test('a field that is missing, and one that may be two things', async () => {
    expect(await errorOf(read({ plays: [json([{}])] }))).toMatchObject({
      field: '0.assignment_type',
      expected: 'string',
      received: 'nothing',
    })
    expect(await errorOf(write({ plays: [json([{ ...saved[0], user_id: true }])] }))).toMatchObject({
      field: '0.user_id',
      expected: 'number or string',
      received: 'boolean',
      outcome: 'unknown',
    })
    expect(await errorOf(read({ plays: [json(null)] }))).toMatchObject({ field: '(body)', received: 'null' })
  })

  test('a page of HTML, or text, where JSON was due', async () => {
    expect(await errorOf(read({ plays: [html()] }))).toMatchObject({ kind: 'unavailable', reason: 'html' })
    expect(await errorOf(write({ plays: [html()] }))).toMatchObject({ reason: 'html', outcome: 'unknown' })
    expect(await errorOf(read({ plays: [new Response('{"cut')] }))).toMatchObject({
      kind: 'contract',
      expected: 'JSON',
      received: 'text',
    })
  })
})

const coded = (error_code: string) => ({ developer_message: 'Why.', error_code })

const say = async (answer: unknown) => (await errorOf(read({ plays: [json(answer, 403)] }))).serverMessage

describe('refusals', () => {
  test.each([
    [400, { message: "No course found for course ID 'x'" }, 'not-found', 'no-course'],
    [400, coded('invalid_course_key'), 'not-found', 'no-course'],
    [400, { field_errors: { username: { developer_message: 'Bad name.' } } }, 'invalid', undefined],
    [401, 'User not enrolled.', 'forbidden', 'not-enrolled'],
    [403, coded('grades_frozen'), 'forbidden', 'frozen'],
    [403, coded('feature_not_enabled'), 'forbidden', 'flag-off'],
    [403, coded('user_permissions'), 'forbidden', 'no-right'],
    [403, coded('user_or_course_does_not_exist'), 'forbidden', 'no-right'],
    [403, { detail: 'You do not have permission to perform this action.' }, 'forbidden', 'no-right'],
    [403, { detail: 'Course has not started' }, 'forbidden', undefined],
    [404, coded('user_or_course_does_not_exist'), 'not-found', 'no-course'],
    [404, coded('course_does_not_exist'), 'not-found', 'no-course'],
    [404, coded('user_does_not_exist'), 'not-found', 'no-learner'],
    [404, coded('user_not_enrolled'), 'not-found', 'not-enrolled'],
    [404, coded('invalid_usage_key'), 'not-found', 'no-subsection'],
    [404, { developer_message: 'Invalid cursor' }, 'not-found', 'bad-cursor'],
    [404, { developer_message: 'User matching query does not exist.' }, 'not-found', 'no-learner'],
    [404, { developer_message: 'CourseUserGroup matching query does not exist.' }, 'not-found', 'no-cohort'],
    [404, { detail: 'Not found.' }, 'not-found', undefined],
    [405, { detail: 'Method "GET" not allowed.' }, 'unsupported', 'method'],
    [409, {}, 'conflict', undefined],
    [413, {}, 'invalid', 'too-large'],
    [415, { detail: 'Unsupported media type "text/plain" in request.' }, 'unsupported', 'media-type'],
    [429, { detail: 'Request was throttled. Expected available in 60 seconds.' }, 'unavailable', 'too-many'],
    [500, { detail: 'x' }, 'unavailable', 'server'],
  ] as const)('%i %j is %s, %s', async (status, answer, kind, reason) => {
    const expected = { kind, reason, status }
    expect(await errorOf(read({ plays: [json(answer, status)] }))).toMatchObject(expected)
    expect(await errorOf(write({ plays: [json(answer, status)] }))).toMatchObject({
      ...expected,
      outcome: status === 500 ? 'unknown' : 'none',
    })
  })

  test('pages of HTML: a crash, an unknown address, an empty refusal', async () => {
    expect(await errorOf(write({ plays: [html(500)] }))).toMatchObject({
      reason: 'server',
      outcome: 'unknown',
    })
    expect(await errorOf(read({ plays: [html(404)] }))).toMatchObject({ kind: 'not-found', reason: 'html' })
    expect(await errorOf(read({ plays: [new Response('', { status: 403 })] }))).toMatchObject({
      kind: 'forbidden',
      reason: 'no-right',
    })
  })

  test('a redirected write did not arrive where it was sent', async () => {
    const plays = [
      new Response(null, { status: 302, headers: { Location: 'https://lms.example.com/login' } }),
    ]
    expect(await errorOf(write({ plays }))).toMatchObject({
      kind: 'unavailable',
      reason: 'html',
      outcome: 'unknown',
    })
  })

  test("the server's own sentence is kept, whichever field it is in, and cut where it is endless", async () => {
    expect(await say({ developer_message: 'One.', detail: 'Two.' })).toBe('One.')
    expect(await say({ detail: 'Two.', message: 'Three.' })).toBe('Two.')
    expect(await say({ message: 'Three.' })).toBe('Three.')
    expect(await say({ field_errors: { a: { developer_message: 'Four.' } } })).toBe('Four.')
    expect(await say({ detail: { nested: true } })).toBeUndefined()
    expect(await say({ detail: 'x'.repeat(5000) })).toHaveLength(300)
  })
})

const breakingOff = () => new Response(new ReadableStream({ start: (stream) => stream.error(lost) }))

describe('connections', () => {
  test('dropped, offline and out of time', async () => {
    const offline = { world: { online: () => false } }
    expect(await errorOf(write({ plays: [lost] }))).toMatchObject({
      kind: 'unavailable',
      reason: 'dropped',
      outcome: 'unknown',
    })
    expect(
      await errorOf(write({ plays: [lost], csrf: [json({ csrfToken: 'x' })], ...offline })),
    ).toMatchObject({
      reason: 'offline',
      outcome: 'unknown',
    })
    expect(await errorOf(write({ plays: [silence], timeout: 0.02 }))).toMatchObject({
      kind: 'unavailable',
      reason: 'timeout',
      outcome: 'unknown',
    })
  })

  test('a body that breaks off is a dropped connection', async () => {
    expect(await errorOf(write({ plays: [breakingOff] }))).toMatchObject({
      reason: 'dropped',
      outcome: 'unknown',
    })
  })

  test('aborting rejects with the reason that was given, before, during and between requests', async () => {
    const reason = new Error('moved on')
    expect(await failure(read({ plays: [json(types)] }, AbortSignal.abort(reason)))).toBe(reason)

    const during = new AbortController()
    const reading = read({ plays: [silence] }, during.signal)
    during.abort(reason)
    expect(await failure(reading)).toBe(reason)

    const between = new AbortController()
    const sleep = async () => between.abort(reason)
    expect(await failure(read({ plays: [lost], world: { sleep } }, between.signal))).toBe(reason)
  })
})
