import type { Persona } from '#mocks/lms/model.ts'
import type { Settings } from '#mocks/settings.ts'
import { type LmsServer, listen } from './listen.ts'

/** The course that every scenario is about, as it stands in a path. */
export const COURSE = 'course-v1:MITx+18.05+2026_Autumn'
export const GRADEBOOK = `/api/grades/v1/gradebook/${COURSE}/`

interface Wish {
  /** By token; without it the default user asks. */
  readonly as?: Persona
  readonly method?: string
  /** Sent as JSON. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface TestServer {
  readonly origin: string
  /** What the simulated LMS itself did wrong. */
  readonly problems: Error[]
  /** One request as any HTTP client would send it; redirects are not followed. */
  ask(path: string, wish?: Wish): Promise<Response>
  /** The JSON of an answer that must have this status. */
  json(path: string, status?: number, wish?: Wish): Promise<unknown>
  close(): Promise<void>
}

interface Options extends Settings {
  readonly app?: string
  readonly base?: string
  readonly config?: string
}

/** Starts a server of its own on a free port, for tests of what goes over the wire. */
export async function testServer({ app, base = '/', config, ...world }: Options = {}): Promise<TestServer> {
  const problems: Error[] = []
  const server: LmsServer = await listen(
    { port: 0, app, base, config, world: { user: 'instructor', scenario: 'default', ...world } },
    (problem) => problems.push(problem),
  )

  function ask(path: string, { as, method, body, headers }: Wish = {}): Promise<Response> {
    return fetch(server.origin + path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      redirect: 'manual',
      headers: {
        ...(as ? { Authorization: `Bearer mock-${as}` } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
    })
  }

  return {
    origin: server.origin,
    problems,
    ask,
    json: async (path, status = 200, wish = {}) => {
      const response = await ask(path, wish)
      const text = await response.text()
      if (response.status !== status) throw new Error(`${response.status} instead of ${status}: ${text}`)
      return JSON.parse(text) as unknown
    },
    close: () => server.close(),
  }
}
