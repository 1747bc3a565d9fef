import { expect, test, vi } from 'vitest'
import { RequestLog } from './log.ts'
import { mockLms } from './node.ts'
import type { WorldOptions } from './world.ts'

const COURSE = 'course-v1:MITx+18.05+2026_Autumn'

function start(options: Partial<WorldOptions> = {}) {
  const log = new RequestLog()
  const problems: Error[] = []
  mockLms(options, { report: (problem) => problems.push(problem), log })
  const ask = (path: string, init?: RequestInit) => fetch(`http://lms.test${path}`, init)
  return { log, ask, problems }
}

test('notes what was asked and answered, by whom and by what', async () => {
  const { log, ask } = start({ user: 'limited-staff' })
  const response = await ask(`/api/grades/v1/gradebook/${encodeURIComponent(COURSE)}/?page_size=2`, {
    headers: { Accept: 'application/json' },
  })
  const body = await response.text()
  await vi.waitFor(() => expect(log.exchanges()[0]?.response.body).toBe(body))
  expect(log.exchanges()).toEqual([
    expect.objectContaining({
      method: 'GET',
      path: `/api/grades/v1/gradebook/${COURSE}/`,
      query: '?page_size=2',
      persona: 'limited-staff',
      status: 200,
      endpoint: 'gradebook',
      faults: [],
    }),
  ])
  expect(log.exchanges()[0]?.request.headers).toContainEqual(['accept', 'application/json'])
  expect(log.exchanges()[0]?.response.headers).toContainEqual(['content-type', 'application/json'])
})

test('notes what was sent, and leaves it for the school to read', async () => {
  const { log, ask } = start()
  const sent = JSON.stringify([{ user_id: 11, usage_id: 'nothing', grade: {} }])
  const { status } = await ask(`/api/grades/v1/gradebook/${COURSE}/bulk-update`, {
    method: 'POST',
    body: sent,
    headers: { 'Content-Type': 'application/json', Authorization: 'Bearer mock-global-staff' },
  })
  expect(status).toBe(422)
  expect(log.exchanges()[0]).toMatchObject({ persona: 'global-staff', endpoint: 'bulkUpdate', status: 422 })
  expect(log.exchanges()[0]?.request).toMatchObject({ body: sent, cut: false })
})

test('cuts long bodies, and says so', async () => {
  const { log, ask } = start({ scenario: 'large' })
  const body = await (await ask(`/api/grades/v1/gradebook/${COURSE}/?page_size=50`)).text()
  await vi.waitFor(() => expect(log.exchanges()[0]?.response.cut).toBe(true))
  expect(log.exchanges()[0]?.response.body).toBe(body.slice(0, 100_000))
})

test('notes addresses that nothing answers, and faults', async () => {
  const { log, ask } = start({ faults: ['offline', 'save-500'] })
  expect((await ask('/api/nowhere/v9/')).status).toBe(404)
  expect(log.exchanges()[0]).toMatchObject({ status: 404, endpoint: null, faults: [] })
  await expect(ask('/api/user/v1/me')).rejects.toThrow(TypeError)
  expect(log.exchanges()[0]).toMatchObject({ status: 0, endpoint: 'me', faults: ['offline'] })
})
