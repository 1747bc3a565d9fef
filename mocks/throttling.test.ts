import { getResponse } from 'msw'
import { beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import type { Persona } from '#mocks/lms/model.ts'
import { refusal } from '#mocks/lms/refusal.ts'
import { endpoint } from '#src/lms/endpoint.ts'
import { detailErrors } from './answer.ts'
import { serve } from './serve.ts'
import { createWorld } from './world.ts'

const scarce = endpoint({
  method: 'GET',
  path: '/scarce',
  perMinute: { staff: 3, others: 2 },
  response: z.object({ count: z.number() }),
  doc: 'https://example.org/scarce',
})

/** The real time, in milliseconds. */
let clock: number
let ask: (as: Persona) => Promise<Response>
beforeEach(() => {
  clock = 1_000_000
  let count = 0
  const world = createWorld(
    'test',
    { user: 'nobody', scenario: 'empty' },
    {
      clock: () => clock,
      report: (problem) => {
        throw problem
      },
    },
  )
  const resolvers = {
    scarce: ({ caller }: { caller: object | null }) => {
      if (!caller) throw refusal(401, 'Who?')
      count += 1
      return { count }
    },
  }
  const handlers = serve(world, { scarce }, resolvers, { errors: detailErrors })
  ask = async (as) => {
    const headers = { Authorization: `Bearer mock-${as}` }
    const response = await getResponse(handlers, new Request('http://lms.example/scarce', { headers }))
    if (!response) throw new Error('Nobody answered')
    return response
  }
})

async function statuses(as: Persona, times: number): Promise<number[]> {
  const all: number[] = []
  for (let time = 0; time < times; time += 1) all.push((await ask(as)).status)
  return all
}

describe('calls that are counted', () => {
  test('are refused with the seconds to wait when the minute is full', async () => {
    await ask('instructor')
    clock += 20_000
    await ask('instructor')
    clock += 500
    const refused = await ask('instructor')
    expect(refused.status).toBe(429)
    expect(refused.headers.get('Retry-After')).toBe('40')
    expect(await refused.json()).toEqual({
      detail: 'Request was throttled. Expected available in 40 seconds.',
    })
  })

  test('are answered again once the oldest is a minute old; those refused do not count', async () => {
    await ask('instructor')
    clock += 20_000
    expect(await statuses('instructor', 5)).toEqual([200, 429, 429, 429, 429])
    clock += 39_999
    const last = await ask('instructor')
    expect(await last.json()).toEqual({ detail: 'Request was throttled. Expected available in 1 second.' })
    clock += 1
    expect(await statuses('instructor', 2)).toEqual([200, 429])
  })

  test('are those of each person, and staff of the whole site have more', async () => {
    expect(await statuses('instructor', 3)).toEqual([200, 200, 429])
    expect(await statuses('learner', 3)).toEqual([200, 200, 429])
    expect(await statuses('global-staff', 4)).toEqual([200, 200, 200, 429])
  })

  test('are not those of nobody', async () => {
    expect(await statuses('nobody', 4)).toEqual([401, 401, 401, 401])
  })
})
