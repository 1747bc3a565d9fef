import { globSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { type MockLms, mockLms } from '#mocks/node.ts'
import type { Endpoint } from '#src/lms/endpoint.ts'
import { catalogue, entriesOf } from './catalogue.ts'
import type { Entry, Field } from './model.ts'
import { operations } from './operations.ts'
import { samplePath } from './under-test.ts'

const ORIGIN = 'http://localhost:3000'
const STAFF = { Authorization: 'Bearer mock-global-staff' }
const NOBODY = { Authorization: 'Bearer mock-nobody' }
const ROOT = path.resolve(import.meta.dirname, '../..')
const COURSE = 'course-v1:MITx+18.05+2026_Autumn'

const entries = catalogue().flatMap((family) => family.entries)
const documented = new Set(operations.map(({ method, path: at }) => `${method} ${at}`))
const generic = entries.filter(({ answeredBy }) => answeredBy === 'catalogue')

let lms: MockLms
beforeEach(() => {
  lms = mockLms({ user: 'learner' })
})
afterAll(() => lms.close())

function ask(method: string, path: string, headers: Record<string, string> = STAFF): Promise<Response> {
  return fetch(ORIGIN + path, { method, headers, redirect: 'manual' })
}

const NOT_FOUND = '<h1>Not Found</h1>'
const shape = (method: string, path: string) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`

/** Asks one entry, with the query without which the server crashes. */
async function walk(entry: Entry, headers?: Record<string, string>) {
  const query = entry.path.startsWith('/api/grades/v1/subsection/') ? '?user_id=1' : ''
  const path = samplePath(lms.world.school, entry.path, 'maya.sorensen')
  const response = await ask(entry.method, path + query, headers)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

/** Endpoints of all contracts in the tree, listed in the catalogue or not, by the file that describes them. */
async function describedEndpoints() {
  const files = globSync(['src/lms/**/endpoints*.ts', 'mocks/api/**/endpoints*.ts'], { cwd: ROOT })
  const modules = files
    .filter((file) => !file.endsWith('.test.ts'))
    .map(async (file) => {
      const exported = Object.entries((await import(path.join(ROOT, file))) as Record<string, Endpoint>)
      return entriesOf(
        Object.fromEntries(exported.filter(([, one]) => typeof one.path === 'string' && one.method)),
      ).map((entry) => ({ file, entry }))
    })
  return (await Promise.all(modules)).flat()
}

/** Says what of a documented field is wrong with a body, by the names alone. */
function wrongWith(body: unknown, { name, type, nullable }: Field): string | null {
  let values: unknown[] = [body]
  for (const step of name.replaceAll('[]', '.[]').split('.').filter(Boolean)) {
    const lists = values.filter((value) => Array.isArray(value))
    if (step === '[]') {
      if (lists.length !== values.length || lists.some((list) => list.length === 0)) {
        return `${name}: no list, or an empty one`
      }
      values = lists.flat()
    } else {
      const objects = values.filter((value) => typeof value === 'object' && value !== null)
      if (objects.length !== values.length || objects.some((value) => !Object.hasOwn(value, step))) {
        return `${name}: absent`
      }
      values = objects.map((value) => (value as Record<string, unknown>)[step])
    }
  }
  const wrong = values.find((value) => !(nullable && value === null) && !isOf(type, value))
  return wrong === undefined ? null : `${name}: ${JSON.stringify(wrong)} is no ${type}`
}

function isOf(type: Field['type'], value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value)
  return typeof value === type
}

describe('the walk', () => {
  test('no documented operation is missing, and none crashes', async () => {
    const failures: string[] = []
    const listed = entries.filter(({ id }) => documented.has(id))
    for (const entry of listed) {
      const { status, text } = await walk(entry)
      const isRefused = status === 405 && entry.statuses[0] !== 405
      if (text.includes(NOT_FOUND) || status >= 500 || isRefused) failures.push(`${entry.id}: ${status}`)
    }
    expect(listed).toHaveLength(372)
    expect(failures).toEqual([])
  })

  test('the catalogue lists whatever answers', async () => {
    const listed = new Set(entries.map(({ method, path }) => shape(method, path)))
    const missing = new Set<string>()
    for (const { file, entry } of await describedEndpoints()) {
      if (listed.has(shape(entry.method, entry.path))) continue
      const text = await walk(entry).then(
        (answer) => answer.text,
        () => NOT_FOUND,
      )
      if (!text.includes(NOT_FOUND)) missing.add(file)
    }
    expect([...missing], 'Add these to mocks/catalogue/contracts.ts').toEqual([])
  })

  test('what has no face of its own answers with a documented status and every documented field', async () => {
    const failures: string[] = []
    for (const entry of generic.filter(({ statuses }) => statuses[0] !== 405)) {
      const { status, text } = await walk(entry)
      const successes = entry.statuses.filter((status) => status < 400)
      const expected = successes.length > 0 ? successes : [200, 201, 204]
      if (!expected.includes(status)) failures.push(`${entry.id}: ${status}`)
      if ((text === '') !== (status === 204)) failures.push(`${entry.id}: body "${text}"`)
      const body: unknown = text === '' ? null : JSON.parse(text)
      if (entry.response.length > 0) {
        failures.push(
          ...entry.response.flatMap((field) => wrongWith(body, field) ?? []).map((it) => `${entry.id} ${it}`),
        )
      } else if (text !== '' && text !== '{}') {
        failures.push(`${entry.id}: ${text}`)
      }
    }
    expect(
      failures,
      'If a face of its own answers, add its contract to mocks/catalogue/contracts.ts',
    ).toEqual([])
  })

  test('the same request gives the same bytes, in this world and the next', async () => {
    const some = generic.filter(({ method }) => method === 'GET')
    const bytes = async () => Promise.all(some.map(async (entry) => (await walk(entry)).text))
    const first = await bytes()
    expect(await bytes()).toEqual(first)
    lms = mockLms({ user: 'learner' })
    expect(await bytes()).toEqual(first)
  })

  test('nobody gets 401, but where no account is needed', async () => {
    const refused: string[] = []
    for (const entry of generic) {
      const response = await walk(entry, NOBODY)
      if (response.status === 401) refused.push(entry.id)
      if (response.status === 401 && entry.statuses[0] !== 405) {
        expect(response.text).toBe('{"detail":"Authentication credentials were not provided."}')
      }
    }
    expect(refused).toEqual(generic.filter(({ open }) => !open).map(({ id }) => id))
  })

  test('a body never says "string" or what the field is called by a machine', async () => {
    const texts = await Promise.all(generic.map(async (entry) => (await walk(entry)).text))
    expect(texts.filter((text) => /"string"|undefined|NaN/.test(text))).toEqual([])
  })
})

describe('an answer', () => {
  const read = async (path: string, headers = STAFF) => (await ask('GET', path, headers)).json()

  test('tells of the people and the course of the path', async () => {
    const path = `/api/agreements/v1/integrity_signature/${COURSE}`
    const { username } = (await read('/api/user/v1/me')) as { username: string }
    expect(await read(path)).toMatchObject({ username, course_id: COURSE })
    const somebody = await read('/api/mobile/v1/users/maya.sorensen')
    expect(somebody).toMatchObject({ username: 'maya.sorensen', email: 'maya.sorensen@example.com' })
  })

  test('lists two items, which differ, and closes both ends of the page', async () => {
    const page = (await read('/api/val/v0/videos/')) as { results: Array<{ courses: string[] }> }
    expect(page).toMatchObject({ count: 2, next: null, previous: null })
    expect(page.results).toHaveLength(2)
    const { results } = (await read('/api/user/v1/users/')) as { results: Array<{ username: string }> }
    expect(new Set(results.map(({ username }) => username)).size).toBe(2)
  })

  test('moves with the clock of the school', async () => {
    const path = '/api/experiments/v0/data/1/'
    const before = await read(path)
    lms.world.school.now += 86_400_000
    expect(await read(path)).not.toEqual(before)
  })
})

describe('an address', () => {
  test.each([
    '/api/bookmarks/v1/bookmarks/maya.sorensen,no-block/',
    '/api/learning_sequences/v1/course_outline/no+course+key',
    '/api/experiments/v0/data/one/',
    '/api/ccx/v0/ccx/course-v1:a+b+c/',
  ])('with a malformed key leads to nothing: %s', async (path) => {
    const response = await ask('GET', path)
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({ detail: 'Not found.' })
  })

  test.each([
    '/api/learning_sequences/v1/course_outline/no-course',
    '/api/entitlements/v1/entitlements/no-uuid/',
    '/api/mobile/latest/my_user_info',
    '/api/edx_proctoring/v1/proctored_exam/attempt/mine',
    '/api/user_tours/v1/no%20name',
    '/api/toggles/v0/%E0%A4%A/',
  ])('that fits no pattern of the server is unknown: %s', async (path) => {
    const response = await ask('GET', path)
    expect(response.status).toBe(404)
    expect(response.headers.get('Content-Type')).toMatch(/html/)
    expect(await response.text()).toContain('Not Found')
  })

  test('may hold keys of the old form and encoded ones', async () => {
    const old = await ask('GET', '/api/learning_sequences/v1/course_outline/MITx/18.05/2026')
    expect(old.status).toBe(200)
    const encoded = encodeURIComponent(COURSE)
    expect((await ask('GET', `/api/learning_sequences/v1/course_outline/${encoded}`)).status).toBe(200)
  })

  test('tells a literal part from a name', async () => {
    const exams = '/api/edx_proctoring/v1/proctored_exam'
    expect((await ask('GET', `${exams}/attempt/course_id/${COURSE}`)).status).toBe(200)
    expect((await ask('PUT', `${exams}/attempt/1/review_status`)).status).toBe(204)
    expect((await ask('PUT', '/api/val/v0/videos/missing-hls/')).status).toBe(204)
  })

  test('without its slash is redirected, with one too many unknown', async () => {
    const bare = await ask('GET', '/api/val/v0/videos?page=1')
    expect(bare.status).toBe(301)
    expect(bare.headers.get('Location')).toBe('/api/val/v0/videos/?page=1')
    expect((await ask('GET', '/api/toggles/v0/state//')).status).toBe(404)
  })
})

describe('a method', () => {
  test('that is not documented is not allowed, and the header says which are', async () => {
    const response = await ask('PUT', '/api/ccx/v0/ccx/')
    expect(response.status).toBe(405)
    expect(response.headers.get('Allow')).toBe('GET, POST, HEAD, OPTIONS')
    expect(await response.json()).toEqual({ detail: 'Method "PUT" not allowed.' })
  })

  test('is told by OPTIONS, and HEAD reads', async () => {
    const options = await ask('OPTIONS', '/api/ccx/v0/ccx/')
    expect(options.headers.get('Allow')).toBe('GET, POST, HEAD, OPTIONS')
    expect((await ask('HEAD', '/api/ccx/v0/ccx/')).status).toBe(200)
  })

  test('that writes wants the token of whoever comes by cookie', async () => {
    const bare = await ask('POST', '/api/ccx/v0/ccx/', {})
    expect(bare.status).toBe(403)
    expect(await bare.json()).toEqual({ detail: 'CSRF Failed: CSRF token missing.' })
    const token = { 'X-CSRFToken': lms.world.csrfToken }
    expect((await ask('POST', '/api/ccx/v0/ccx/', token)).status).toBe(201)
    expect((await ask('POST', '/api/ccx/v0/ccx/')).status).toBe(201)
  })
})

test('faults have their way with it as with everything', async () => {
  lms.change({ faults: ['html-error'] })
  const response = await ask('GET', '/api/toggles/v0/state/')
  expect(response.headers.get('Content-Type')).toMatch(/html/)
})
