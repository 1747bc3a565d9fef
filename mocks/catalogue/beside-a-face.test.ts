import { getResponse } from 'msw'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { detailErrors } from '#mocks/answer.ts'
import { serve } from '#mocks/serve.ts'
import { createWorld } from '#mocks/world.ts'
import { endpoint } from '#src/lms/endpoint.ts'
import { catalogueFace } from './face.ts'

/** One of five methods that are documented for custom courses, as if a face of its own knew that one alone. */
const contract = {
  customCourse: endpoint({
    method: 'GET',
    path: '/api/ccx/v0/ccx/:ccxId/',
    response: z.object({ mine: z.boolean() }),
    doc: 'https://example.org/ccx',
  }),
}

const COURSE = '/api/ccx/v0/ccx/ccx-v1:MITx+18.05+2026_Autumn+ccx@1/'

async function ask(method: string) {
  const world = createWorld(
    'test',
    { user: 'instructor', scenario: 'empty' },
    {
      report: (problem) => {
        throw problem
      },
    },
  )
  const face = serve(world, contract, { customCourse: () => ({ mine: true }) }, { errors: detailErrors })
  const request = new Request(`http://lms.example${COURSE}`, {
    method,
    headers: { Authorization: 'Bearer mock-global-staff' },
  })
  const response = await getResponse([...face, ...catalogueFace(world)], request)
  if (!response) throw new Error('Nobody answered')
  return response
}

describe('a path that a face serves in part', () => {
  test('is answered by the face where it can', async () => {
    expect(await (await ask('GET')).json()).toEqual({ mine: true })
    expect((await ask('HEAD')).status).toBe(200)
  })

  test('is answered by its documents for the methods that the face lacks', async () => {
    const patched = await ask('PATCH')
    expect(patched.status).toBe(200)
    expect(await patched.json()).toMatchObject({ max_students_allowed: 200 })
    expect((await ask('DELETE')).status).toBe(204)
  })

  test('refuses the others, and names those of both', async () => {
    const refused = await ask('PUT')
    expect(refused.status).toBe(405)
    expect(refused.headers.get('Allow')).toBe('GET, PATCH, DELETE, HEAD, OPTIONS')
    expect((await ask('OPTIONS')).headers.get('Allow')).toBe('GET, PATCH, DELETE, HEAD, OPTIONS')
  })
})
