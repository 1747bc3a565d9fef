import { getResponse } from 'msw'
import { describe, expect, expectTypeOf, test } from 'vitest'
import * as z from 'zod/mini'
import { crash, refusal } from '#mocks/lms/refusal.ts'
import { endpoint } from '#src/lms/endpoint.ts'
import { Reply, detailErrors, developerErrors } from './answer.ts'
import type { Asked, Resolvers } from './asked.ts'
import { serve } from './serve.ts'
import type { Face } from './visit.ts'
import { type WorldHost, type WorldOptions, createWorld } from './world.ts'

const grade = endpoint({
  method: 'GET',
  path: '/grade/:courseId/',
  query: { round: 'flag', role: 'texts' },
  response: z.object({ percent: z.number() }),
  doc: 'https://example.org/grade',
})
const gradeOf = endpoint({
  method: 'GET',
  path: '/grade/:courseId/',
  query: { username: 'text' },
  selectedBy: 'username',
  response: z.array(z.string()),
  doc: 'https://example.org/grade',
})
const save = endpoint({
  method: 'POST',
  path: '/save',
  body: z.object({ points: z.number() }),
  statuses: [202, 422],
  response: z.object({ saved: z.number() }),
  doc: 'https://example.org/save',
})
const wire = { grade, gradeOf, save }

const good: Resolvers<typeof wire> = {
  grade: () => ({ percent: 0.5 }),
  gradeOf: ({ path, query }) => [path.courseId, query.username ?? ''],
  save: ({ body }) => new Reply({ saved: body().points }, 202),
}

interface Visit {
  readonly resolvers?: Partial<Resolvers<typeof wire>>
  readonly face?: Face
  readonly world?: Partial<WorldOptions>
  readonly onWrite?: WorldHost['onWrite']
}

function visit(
  path: string,
  init: RequestInit = {},
  { resolvers, face, world: options, onWrite }: Visit = {},
) {
  const problems: string[] = []
  const world = createWorld(
    'test',
    { user: 'instructor', scenario: 'empty', ...options },
    {
      report: ({ message }) => problems.push(message),
      onWrite,
    },
  )
  const handlers = serve(world, wire, { ...good, ...resolvers }, face ?? { errors: detailErrors })
  const headers = new Headers(init.headers)
  if (!headers.has('Authorization')) headers.set('Authorization', 'Bearer mock-instructor')
  const request = new Request(`http://lms.example${path}`, { ...init, headers })
  return getResponse(handlers, request).then((response) => ({ response, problems }))
}

const json = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
})

describe('an endpoint', () => {
  test('is answered by its resolver, as JSON', async () => {
    const { response } = await visit('/grade/a+b+c/')
    expect(response?.headers.get('Content-Type')).toBe('application/json')
    expect(await response?.json()).toEqual({ percent: 0.5 })
  })

  test('gives way to the one that a parameter selects, unless that is empty', async () => {
    const named = await visit('/grade/a+b+c/?username=bob')
    expect(await named.response?.json()).toEqual(['a+b+c', 'bob'])
    const twice = await visit('/grade/a+b+c/?username=&username=bob')
    expect(await twice.response?.json()).toEqual(['a+b+c', 'bob'])
    const empty = await visit('/grade/a+b+c/?username=')
    expect(await empty.response?.json()).toEqual({ percent: 0.5 })
  })

  test('hears the raw texts of its query', async () => {
    const heard: unknown[] = []
    const resolvers: Partial<Resolvers<typeof wire>> = {
      grade: ({ query }) => {
        heard.push(query)
        return { percent: 1 }
      },
    }
    await visit('/grade/a+b+c/?role=x&role=y&round=yes&other=1', {}, { resolvers })
    await visit('/grade/a+b+c/?round=no&round=yes', {}, { resolvers })
    expect(heard).toEqual([
      { round: 'yes', role: ['x', 'y'] },
      { round: 'yes', role: [] },
    ])
  })

  test('is left to others by a superfluous slash, and redirected to by a missing one', async () => {
    expect((await visit('/save/', json({ points: 1 }))).response).toBeUndefined()
    const { response } = await visit('/grade/a+b+c?round=1')
    expect(response?.status).toBe(301)
    expect(response?.headers.get('Location')).toBe('/grade/a+b+c/?round=1')
  })

  test('refuses other methods and says which it has', async () => {
    const { response } = await visit('/grade/a+b+c/', { method: 'DELETE' })
    expect(response?.status).toBe(405)
    expect(response?.headers.get('Allow')).toBe('GET, HEAD, OPTIONS')
    expect(await response?.json()).toEqual({ detail: 'Method "DELETE" not allowed.' })
    const asked = await visit('/save', { method: 'OPTIONS' })
    expect(asked.response?.status).toBe(200)
    expect(asked.response?.headers.get('Allow')).toBe('POST, OPTIONS')
  })
})

describe('a body', () => {
  test('arrives as the contract has it', async () => {
    const { response } = await visit('/save', json({ points: 3, more: true }))
    expect(response?.status).toBe(202)
    expect(await response?.json()).toEqual({ saved: 3 })
  })

  test.each([
    [400, 'points: ', json({ points: 'three' })],
    [400, 'JSON parse error - ', { ...json(null), body: '{' }],
    [
      415,
      'Unsupported media type "text/plain" in request.',
      { ...json({}), headers: { 'Content-Type': 'text/plain' } },
    ],
  ])('that is not right gets %i “%s”', async (status, words, init) => {
    const { response } = await visit('/save', init)
    expect(response?.status).toBe(status)
    expect(await response?.json()).toEqual({ detail: expect.stringContaining(words) })
  })

  test('is not looked at before the resolver asks', async () => {
    const resolvers: Partial<Resolvers<typeof wire>> = {
      save: () => {
        throw refusal(403, 'Not you.')
      },
    }
    const { response } = await visit('/save', { ...json({}), body: '{' }, { resolvers })
    expect(response?.status).toBe(403)
  })
})

describe('what goes wrong', () => {
  test('is written in the style of its family', async () => {
    const resolvers: Partial<Resolvers<typeof wire>> = {
      grade: () => {
        throw refusal(404, 'No such course.', 'no_course')
      },
    }
    const plain = await visit('/grade/a+b+c/', {}, { resolvers })
    expect(await plain.response?.json()).toEqual({ detail: 'No such course.' })
    const developer = await visit('/grade/a+b+c/', {}, { resolvers, face: { errors: developerErrors } })
    expect(await developer.response?.json()).toEqual({
      developer_message: 'No such course.',
      error_code: 'no_course',
    })
    expect(plain.problems).toEqual([])
  })

  test('as a crash gets the HTML page, and is nobody’s mistake', async () => {
    const resolvers: Partial<Resolvers<typeof wire>> = {
      grade: () => {
        throw crash('Caught by nobody')
      },
    }
    const { response, problems } = await visit('/grade/a+b+c/', {}, { resolvers })
    expect(response?.status).toBe(500)
    expect(response?.headers.get('Content-Type')).toMatch(/^text\/html/)
    expect(await response?.text()).not.toContain('Caught by nobody')
    expect(problems).toEqual([])
  })

  test('in the mock itself is reported: an answer that drifts, a status of its own, an error', async () => {
    const drift = JSON.parse('{"percent":"half"}') as { percent: number }
    const cases: ReadonlyArray<[Partial<Resolvers<typeof wire>>, RegExp]> = [
      [{ grade: () => drift }, /^GET \/grade\/:courseId\/ drifts from its contract: percent: /],
      [{ grade: () => new Reply({ percent: 1 }, 203) }, /status 203 is not in the contract/],
      [{ grade: () => Promise.reject(new Error('slip')) }, /^slip$/],
    ]
    for (const [resolvers, words] of cases) {
      const { response, problems } = await visit('/grade/a+b+c/', {}, { resolvers })
      expect(response?.status).toBe(500)
      expect(problems).toEqual([expect.stringMatching(words)])
    }
  })

  test('in keeping a change over a reload is reported, and takes nothing back', async () => {
    const resolvers: Partial<Resolvers<typeof wire>> = {
      save: ({ school }) => {
        school.journal.push({ kind: 'override', courseKey: 'course-v1:a+b+c', by: 1, item: {} })
        return new Reply({ saved: 1 }, 202)
      },
    }
    const onWrite = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
    }
    const { response, problems } = await visit('/save', json({ points: 1 }), { resolvers, onWrite })
    expect(response?.status).toBe(202)
    expect(problems).toEqual([expect.stringContaining('could not be kept')])
  })

  test('for nobody comes first where the family says so', async () => {
    const init = { method: 'DELETE', headers: { Authorization: 'Bearer mock-nobody' } }
    const face: Face = { errors: detailErrors, anonymous: 'Who are you?' }
    const { response } = await visit('/grade/a+b+c/', init, { face })
    expect(response?.status).toBe(401)
    expect(await response?.json()).toEqual({ detail: 'Who are you?' })
  })

  test('without a CSRF token concerns only a session that writes', async () => {
    const bySession = {
      ...json({ points: 1 }),
      headers: { Authorization: '', 'Content-Type': 'application/json' },
    }
    const { response } = await visit('/save', bySession)
    expect(response?.status).toBe(403)
    expect(await response?.json()).toEqual({ detail: 'CSRF Failed: CSRF token missing.' })
    const nobody = await visit('/save', bySession, { world: { user: 'nobody' } })
    expect(nobody.response?.status).toBe(202)
  })
})

describe('the types', () => {
  test('tell what a resolver is asked', () => {
    expectTypeOf<Asked<typeof gradeOf>['path']>().toEqualTypeOf<{ readonly courseId: string }>()
    expectTypeOf<ReturnType<Asked<typeof save>['body']>>().toEqualTypeOf<{ points: number }>()
  })

  test('refuse a forgotten resolver, a wrong parameter and a drifting answer', () => {
    // @ts-expect-error `save` is forgotten
    const forgotten: Resolvers<typeof wire> = { grade: good.grade, gradeOf: good.gradeOf }
    // @ts-expect-error the path has no `learnerId`
    const wrong: Resolvers<typeof wire> = { ...good, gradeOf: ({ path }) => [path.learnerId] }
    // @ts-expect-error `percent` is a number
    const drifting: Resolvers<typeof wire> = { ...good, grade: () => ({ percent: '0.5' }) }
    expect([forgotten, wrong, drifting].map((resolvers) => Object.keys(resolvers).length)).toEqual([2, 3, 3])
  })
})
