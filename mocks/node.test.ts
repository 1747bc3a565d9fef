import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { afterAll, afterEach, expect, test } from 'vitest'
import { type MockLms, mockLms } from './node.ts'

const ORIGIN = 'http://localhost:3000'
const GRADEBOOK = `${ORIGIN}/api/grades/v1/gradebook/course-v1:MITx+18.05+2026_Autumn/`
const BLOCK = 'block-v1:MITx+18.05+2026_Autumn+type@sequential+block@hw_01'

let lms: MockLms
afterEach(() => lms.change({ faults: [] }))
afterAll(() => lms.close())

async function overrideOf(user: number): Promise<unknown> {
  const response = await fetch(`${ORIGIN}/api/grades/v1/subsection/${BLOCK}/?user_id=${user}`)
  return ((await response.json()) as { override: unknown }).override
}

function save(user: number, signal?: AbortSignal): Promise<Response> {
  return fetch(`${GRADEBOOK}bulk-update`, {
    method: 'POST',
    signal,
    headers: { 'Content-Type': 'application/json', 'X-CSRFToken': lms.world.csrfToken },
    body: JSON.stringify([{ user_id: user, usage_id: BLOCK, grade: { earned_graded_override: 1 } }]),
  })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

test('answers fetch on any origin, as whom the test says, and notes what was asked', async () => {
  lms = mockLms({ user: 'limited-staff' })
  const me = await fetch(`${ORIGIN}/api/user/v1/me`)
  expect(await me.json()).toEqual({ username: 'jonas.eriksen' })
  expect((await fetch('https://lms.example/api/enrollment/v1/roles/?course_id=x')).status).toBe(200)
  expect(lms.requests).toEqual(['GET /api/user/v1/me', 'GET /api/enrollment/v1/roles/?course_id=x'])
})

test('is fresh for each test', async () => {
  lms = mockLms()
  expect((await save(11)).status).toBe(202)
  expect(await overrideOf(11)).not.toBeNull()
  lms = mockLms()
  expect(await overrideOf(11)).toBeNull()
  expect(lms.requests).toHaveLength(1)
})

test('changes while it runs', async () => {
  lms = mockLms()
  lms.change({ faults: ['offline'] })
  await expect(fetch(`${ORIGIN}/api/user/v1/me`)).rejects.toThrow(TypeError)
  lms.change({ faults: [], user: 'nobody' })
  expect((await fetch(`${ORIGIN}/api/user/v1/me`)).status).toBe(401)
})

test('lets a client give up on an answer that never comes', async () => {
  lms = mockLms({ faults: ['save-timeout'] })
  await expect(save(11, AbortSignal.timeout(100))).rejects.toThrow(/timeout/)
  expect(await overrideOf(11)).not.toBeNull()
})

test('fails requests that are not for the LMS, but has a page for unknown LMS addresses', async () => {
  lms = mockLms()
  await expect(fetch(`${ORIGIN}/config.json`)).rejects.toThrow(TypeError)
  expect((await fetch(`${ORIGIN}/api/nothing/`)).status).toBe(404)
})

test('answers nothing once it is closed, and starts again', async () => {
  lms = mockLms()
  lms.close()
  const nobodyThere = `http://127.0.0.1:${await freePort()}/api/user/v1/me`
  await expect(fetch(nobodyThere)).rejects.toThrow(TypeError)
  lms = mockLms()
  expect((await fetch(nobodyThere)).status).toBe(200)
})
