import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestServer, testServer } from './test-client.ts'

const FRONT_END = 'http://localhost:1994/gradebook/course-v1:a+b+c?x=1#y'

let server: TestServer
beforeAll(async () => {
  server = await testServer({ user: 'nobody' })
})
afterAll(() => server.close())

const query = (next: string, name = 'next') => `${name}=${encodeURIComponent(next)}`
const offers = async (next: string) => (await server.ask(`/login?${query(next)}`)).text()

/** Cookies that an answer sets, as a browser would send them back. */
function cookiesOf(response: Response): Record<string, string> {
  const kept = response.headers
    .getSetCookie()
    .filter((line) => !line.includes('Max-Age=0'))
    .map((line) => line.split(';')[0])
  return { Cookie: kept.join('; ') }
}

describe('the sign-in page', () => {
  test('leads back to a page of this server', async () => {
    expect(await offers(`${server.origin}/course-v1:a+b+c?view=points#x`)).toContain(
      'href="/course-v1:a+b+c?view=points&amp;mock.user=learner#x"',
    )
  })

  test('leads back to a front end on another port, signed in', async () => {
    const html = await offers(FRONT_END)
    const href = /href="(\/login\?user=limited-staff&amp;[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    const signedIn = await server.ask(href ?? '')
    expect([signedIn.status, signedIn.headers.get('Location')]).toEqual([302, FRONT_END])
    expect(await server.json('/api/user/v1/me', 200, { headers: cookiesOf(signedIn) })).toEqual({
      username: 'jonas.eriksen',
    })
    expect(await server.json('/api/user/v1/me', 401)).toHaveProperty('detail')
  })

  test.each([
    'https://elsewhere.example/steal',
    '//elsewhere.example',
    String.raw`/\elsewhere.example`,
    'http://localhost@elsewhere.example',
    'javascript:alert(1)',
  ])('leads nowhere else: %s', async (next) => {
    const html = await offers(next)
    expect(html).not.toMatch(/elsewhere|alert/)
    expect(html).toContain('href="/?mock.user=learner"')
    expect(html).toContain('is on another machine')
    const signedIn = await server.ask(`/login?user=learner&${query(next)}`)
    expect(signedIn.headers.get('Location')).toBe(`${server.origin}/dashboard`)
  })

  test('makes no markup of what it is given', async () => {
    const html = await offers('/"><script>alert(1)</script>')
    expect(html).not.toContain('<script>')
  })

  test('asks again who one is for a name that it does not know', async () => {
    const response = await server.ask('/login?user=king')
    expect(response.status).toBe(200)
    expect(response.headers.getSetCookie()).toEqual([])
  })
})

describe('signing out', () => {
  test('takes session and token away, also from a server with a default user', async () => {
    const home = await testServer({ user: 'instructor' })
    const left = await home.ask('/logout')
    expect([left.status, left.headers.get('Location')]).toEqual([302, `${home.origin}/login`])
    expect(left.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^sessionid=mock-nobody;/),
      expect.stringMatching(/^edx-jwt-cookie-header-payload=; .*Max-Age=0/),
      expect.stringMatching(/^edx-jwt-cookie-signature=; .*Max-Age=0/),
    ])
    expect((await home.ask('/api/user/v1/me', { headers: cookiesOf(left) })).status).toBe(401)
    await home.close()
  })

  test('leads on as signing in does', async () => {
    const to = async (next: string, name: string) =>
      (await server.ask(`/logout?${query(next, name)}`)).headers.get('Location')
    expect(await to(FRONT_END, 'next')).toBe(FRONT_END)
    expect(await to(FRONT_END, 'redirect_url')).toBe(FRONT_END)
    expect(await to('//elsewhere.example', 'redirect_url')).toBe(`${server.origin}/login`)
  })
})

describe('the dashboard', () => {
  test('is for those who are signed in', async () => {
    const away = await server.ask('/dashboard?tab=1')
    expect([away.status, away.headers.get('Location')]).toEqual([302, '/login?next=%2Fdashboard%3Ftab%3D1'])
    const here = await server.ask('/dashboard', { headers: { Cookie: 'sessionid=mock-learner' } })
    expect([here.status, await here.text()]).toEqual([200, expect.stringMatching(/You are \w/)])
  })
})

describe('a link to a state', () => {
  test('signs in with session and token, and out with neither', async () => {
    const entered = await server.ask('/?mock.user=learner')
    expect(cookiesOf(entered)).toEqual({
      Cookie: expect.stringMatching(
        /mock_world=.*; sessionid=mock-learner; edx-jwt-cookie-header-payload=.+; edx-jwt-cookie-signature=/,
      ),
    })
    const left = await server.ask('/?mock.user=nobody')
    expect(cookiesOf(left)).toEqual({ Cookie: expect.stringMatching(/; sessionid=mock-nobody$/) })
  })

  test('stays on this host, however its path begins', async () => {
    for (const path of [
      '//elsewhere.example/x?mock.user=learner',
      '///elsewhere.example?mock.user=learner',
    ]) {
      const location = (await server.ask(path)).headers.get('Location') ?? ''
      expect(new URL(location, server.origin).origin).toBe(server.origin)
    }
  })
})
