import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Write } from '#mocks/lms/write-model.ts'
import { packJournal } from '#mocks/packed.ts'
import { GRADEBOOK, type TestServer, testServer } from './test-client.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

/** A browser context: keeps the cookies that it is given, and follows no redirect by itself. */
class Browser {
  readonly cookies = new Map<string, string>()

  async open(path: string): Promise<Response> {
    const response = await server.ask(path, { headers: this.headers() })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      this.cookies.set(name, value)
    }
    return response
  }

  headers(): Record<string, string> {
    return { Cookie: [...this.cookies].map((pair) => pair.join('=')).join('; ') }
  }

  json(path: string, status = 200): Promise<unknown> {
    return server.json(path, status, { headers: this.headers() })
  }

  async save(earned: number): Promise<Response> {
    const { csrfToken } = (await (await this.open('/csrf/api/v1/token')).json()) as { csrfToken: string }
    return server.ask(`${GRADEBOOK}bulk-update`, {
      headers: { ...this.headers(), 'X-CSRFToken': csrfToken },
      body: [{ user_id: LEARNER, usage_id: BLOCK, grade: { earned_graded_override: earned } }],
    })
  }

  async earned(): Promise<unknown> {
    const detail = await this.json(`/api/grades/v1/subsection/${BLOCK}/?user_id=${LEARNER}`)
    return (detail as { override: { earned_graded_override: number } | null }).override
      ?.earned_graded_override
  }
}

const BLOCK = 'block-v1:MITx+18.05+2026_Autumn+type@sequential+block@hw_01'
/** A member of the team, enrolled and without a grade. */
const LEARNER = 11

async function browser(path?: string): Promise<Browser> {
  const fresh = new Browser()
  if (path) await fresh.open(path)
  return fresh
}

describe('a link', () => {
  test('redirects to the address without its parameters', async () => {
    const response = await (await browser()).open('/course-v1:a+b+c?mock.user=learner&cohort=3&mock.faults=')
    expect(response.status).toBe(302)
    expect(response.headers.get('Location')).toBe('/course-v1:a+b+c?cohort=3')
    expect(response.headers.get('Cache-Control')).toBe('no-store')
  })

  test('decides who asks, and in which scenario', async () => {
    const learner = await browser('/?mock.user=learner&mock.scenario=frozen')
    expect(await learner.json('/api/user/v1/me')).not.toEqual({ username: 'nuria.haddad' })
    const instructor = await browser('/?mock.scenario=frozen&mock.learners=7')
    expect(await instructor.json('/api/user/v1/me')).toEqual({ username: 'nuria.haddad' })
    expect(await instructor.json(`${GRADEBOOK}grading-info`)).toMatchObject({ grades_frozen: true })
    expect(await instructor.json(`${GRADEBOOK}?excluded_course_roles=all`)).toMatchObject({
      filtered_users_count: expect.toSatisfy((count: number) => count > 0 && count <= 7),
    })
  })

  test.each(['/login', '/dashboard'])(
    'may lead to the page %s of the LMS, and to no answer of its APIs',
    async (path) => {
      const visitor = await browser()
      const response = await visitor.open(`${path}?mock.scenario=frozen&next=%2Fdashboard`)
      expect(response.headers.get('Location')).toBe(`${path}?next=%2Fdashboard`)
      expect(await visitor.json(`${GRADEBOOK}grading-info`)).toMatchObject({ grades_frozen: true })
      await visitor.json(`${GRADEBOOK}grading-info?mock.scenario=default`)
      expect(await visitor.json(`${GRADEBOOK}grading-info`)).toMatchObject({ grades_frozen: true })
    },
  )

  test('that cannot be used is refused in words and changes nothing', async () => {
    const visitor = await browser()
    const response = await visitor.open('/?mock.user=king&mock.locale=en-XA')
    expect(response.status).toBe(400)
    const words = await response.text()
    expect(words).toContain('There is no user “king”. There are: instructor')
    expect(words).toContain('mock.locale works in npm start')
    expect(visitor.cookies.size).toBe(0)
  })
})

describe('a link to a state', () => {
  const clock = (journal: readonly Write[]) => packJournal(journal).then((state) => `mock.state=${state}`)
  const frozen = async (visitor: Browser) =>
    ((await visitor.json(`${GRADEBOOK}grading-info`)) as { grades_frozen: boolean }).grades_frozen

  test('sets the clock, until another scenario begins', async () => {
    const visitor = await browser('/?mock.now=2027-12-01')
    expect(await frozen(visitor)).toBe(true)
    await visitor.open('/?mock.now=2026-11-20T09:00')
    expect(await frozen(visitor)).toBe(false)
    await visitor.open('/?mock.now=2027-12-01')
    await visitor.open('/?mock.scenario=messy-policy')
    expect(await frozen(visitor)).toBe(false)
  })

  test('brings changes along, in place of those that were there', async () => {
    const visitor = await browser('/?mock.user=instructor')
    await visitor.save(5)
    const response = await visitor.open(
      `/x?${await clock([{ kind: 'clock', at: Date.parse('2027-12-01') }])}`,
    )
    expect(response.headers.get('Location')).toBe('/x')
    expect(await frozen(visitor)).toBe(true)
    expect(await visitor.earned()).toBeUndefined()
  })

  test('that cannot be read, or fits no school, is refused and changes nothing', async () => {
    const visitor = await browser('/?mock.user=instructor')
    await visitor.save(5)
    const broken = await visitor.open('/?mock.state=abc')
    expect(broken.status).toBe(400)
    expect(await broken.text()).toContain('came incomplete')
    const score = { kind: 'score', courseKey: 'a/b/c', userId: 1, problemKey: 'p', earned: 1 } as const
    const foreign = await visitor.open(`/?mock.faults=offline&${await clock([score])}`)
    expect(foreign.status).toBe(400)
    expect(await foreign.text()).toContain('belong to another school')
    expect(await visitor.earned()).toBe(5)
  })
})

describe('worlds', () => {
  test('do not meet', async () => {
    const [one, other] = [await browser('/?mock.user=instructor'), await browser('/?mock.user=instructor')]
    expect((await one.save(3)).status).toBe(202)
    expect(await one.earned()).toBe(3)
    expect(await other.earned()).toBeUndefined()
    expect(await (await browser()).earned()).toBeUndefined()
  })

  test('can be shared by name, each browser being somebody else', async () => {
    const one = await browser('/?mock.world=shared&mock.user=instructor')
    const other = await browser('/?mock.world=shared&mock.user=limited-staff')
    expect(await one.json('/api/user/v1/me')).toEqual({ username: 'nuria.haddad' })
    expect(await other.json('/api/user/v1/me')).toEqual({ username: 'jonas.eriksen' })
    await other.save(4)
    expect(await one.earned()).toBe(4)
  })

  test('keep what was done when faults or the user change, and start anew in another scenario', async () => {
    const visitor = await browser('/?mock.world=changing')
    await visitor.save(5)
    await visitor.open('/?mock.faults=gradebook-500')
    expect((await server.ask(GRADEBOOK, { headers: visitor.headers() })).status).toBe(500)
    await visitor.open('/?mock.user=limited-staff')
    expect((await server.ask(GRADEBOOK, { headers: visitor.headers() })).status).toBe(500)
    await visitor.open('/?mock.faults=')
    expect((await server.ask(GRADEBOOK, { headers: visitor.headers() })).status).toBe(200)
    expect(await visitor.earned()).toBe(5)
    await visitor.open('/?mock.scenario=messy-policy')
    expect(await visitor.earned()).toBeUndefined()
  })

  test('are forgotten when too many others came since, but the common one is not', async () => {
    const common = await browser()
    const early = await browser('/?mock.learners=3')
    await common.save(6)
    await early.save(7)
    for (let count = 0; count < 64; count += 1) await browser('/?mock.learners=1&mock.subsections=1')
    expect(await common.earned()).toBe(6)
    expect(await early.earned()).toBeUndefined()
  })
})
