import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COURSE, type TestServer, testServer } from './test-client.ts'

const PAGE = { headers: { Accept: 'text/html,application/xhtml+xml' } }

let folder: string
let server: TestServer
let below: TestServer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rollbook-app-'))
  await mkdir(join(folder, 'dist/assets'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'not for the web')
  await writeFile(join(folder, 'dist/index.html'), '<!doctype html><title>App</title>')
  await writeFile(join(folder, 'dist/config.json'), '{}')
  await writeFile(join(folder, 'dist/assets/index-a1b2c3.js'), `export default '${'x'.repeat(4000)}'`)
  server = await testServer({ app: join(folder, 'dist') })
  below = await testServer({ app: join(folder, 'dist'), base: '/gradebook/' })
})
afterAll(async () => {
  await Promise.all([server.close(), below.close()])
  await rm(folder, { recursive: true })
})

describe('an app', () => {
  test.each([
    '/',
    '/grades',
    `/${COURSE}`,
    `/${COURSE}/learners/7/block-v1:a+b+c+type@sequential+block@hw.1`,
  ])('answers the navigation to %s with its page', async (path) => {
    const response = await server.ask(path, PAGE)
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('Cache-Control')).toBe('no-cache')
    expect(await response.text()).toContain('<title>App</title>')
  })

  test.each(['GET', 'HEAD'])(
    'answers %s for a page also to whoever does not say what they take',
    async (method) => {
      for (const path of ['/', '/grades', `/${COURSE}/grading-info`]) {
        const response = await server.ask(path, { method })
        expect([path, response.status]).toEqual([path, 200])
        expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
      }
    },
  )

  test('is the newest build, without a restart', async () => {
    const page = join(folder, 'rebuilt/index.html')
    await mkdir(join(folder, 'rebuilt/assets'), { recursive: true })
    await writeFile(page, '<title>Old</title>')
    const running = await testServer({ app: join(folder, 'rebuilt') })
    try {
      expect(await (await running.ask('/', PAGE)).text()).toBe('<title>Old</title>')
      expect((await running.ask('/assets/new.js')).status).toBe(404)
      await writeFile(join(folder, 'rebuilt/assets/new.js'), 'export {}')
      await writeFile(page, '<title>Newer</title>')
      expect((await running.ask('/assets/new.js')).status).toBe(200)
      expect(await (await running.ask('/', PAGE)).text()).toBe('<title>Newer</title>')
    } finally {
      await running.close()
    }
  })

  test('has hashed files that are kept for ever, and others that are asked for again', async () => {
    const hashed = await server.ask('/assets/index-a1b2c3.js', { headers: { 'Accept-Encoding': 'gzip' } })
    expect(hashed.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
    expect(hashed.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
    expect(hashed.headers.get('Content-Encoding')).toBe('gzip')
    expect(await hashed.text()).toHaveLength(4017)
    const config = await server.ask('/config.json')
    expect(config.headers.get('Cache-Control')).toBe('no-cache')
    expect(config.headers.get('Content-Type')).toBe('application/json')
  })

  test('gets another configuration than its own where one is named', async () => {
    expect(await server.json('/config.json')).toEqual({})
    const file = join(folder, 'other.json')
    await writeFile(file, '{ "siteName": "Elsewhere" }')
    const other = await testServer({ app: join(folder, 'dist'), config: file })
    try {
      expect(await other.json('/config.json')).toEqual({ siteName: 'Elsewhere' })
    } finally {
      await other.close()
    }
  })

  test('speaks the grades API that the visitor’s world names', async () => {
    const follow = await server.ask('/?mock.backend=openedx-v1', PAGE)
    const world = /mock_world=[^;]+/.exec(follow.headers.getSetCookie().join())?.[0] ?? ''
    expect(world).not.toBe('')
    const headers = { Cookie: world, 'Accept-Encoding': 'gzip' }
    expect(await server.json('/config.json', 200, { headers })).toEqual({ backend: 'openedx-v1' })
    expect(await server.json('/config.json')).toEqual({})
  })

  test('is under a strict policy: nothing inline, nothing evaluated, nothing from elsewhere', async () => {
    const policy = (await server.ask('/', PAGE)).headers.get('Content-Security-Policy') ?? ''
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
  })

  test('says 404 for an asset that is gone, also to whoever would take a page', async () => {
    expect((await server.ask('/assets/index-old.js', PAGE)).status).toBe(404)
    expect((await server.ask('/robots.txt')).status).toBe(404)
  })

  test.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/..%2f..%2fsecret.txt'])(
    'lets nobody out of its folder: %s',
    async (path) => {
      const response = await server.ask(path)
      expect(response.status).toBe(404)
    },
  )

  test('leaves the LMS its addresses', async () => {
    expect((await server.ask('/api/nothing', PAGE)).status).toBe(404)
    expect(await server.json('/api/user/v1/me')).toEqual({ username: 'nuria.haddad' })
  })

  test('stands under its base path, with the LMS beside it', async () => {
    expect(await (await below.ask(`/gradebook/${COURSE}`, PAGE)).text()).toContain('<title>App</title>')
    expect((await below.ask('/gradebook/assets/index-a1b2c3.js')).status).toBe(200)
    const bare = await below.ask('/gradebook?x=1', PAGE)
    expect([bare.status, bare.headers.get('Location')]).toEqual([302, `${below.origin}/gradebook/?x=1`])
    expect((await below.ask('/elsewhere', PAGE)).status).toBe(404)
    expect((await below.ask('/api/user/v1/me')).status).toBe(200)
    const link = await below.ask('/gradebook/?mock.user=learner', PAGE)
    expect(link.headers.get('Location')).toBe('/gradebook/')
  })
})
