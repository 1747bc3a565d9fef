import { afterEach, beforeEach, expect } from 'vitest'
import { type TestServer, testServer } from '#mocks/http/test-client.ts'
import type { Persona } from '#mocks/lms/model.ts'
import type { Settings } from '#mocks/settings.ts'

interface Sent {
  readonly status: number
  /** Empty text for an empty answer. */
  readonly body: unknown
}

interface ServerUnderTest extends Pick<TestServer, 'ask' | 'json'> {
  readonly origin: string
  /** One request, with JSON if it has a body; `as` stands for somebody else than usual. */
  readonly send: (method: string, path: string, body?: unknown, as?: Persona, type?: string) => Promise<Sent>
}

/**
 * Gives each test of a file a server of its own. Without a word `usual` asks, by token, so that no CSRF token is due.
 * An answer that breaks its contract fails the test.
 */
export function serverForEach(usual: Persona, settings: Settings = {}): ServerUnderTest {
  let server: TestServer
  beforeEach(async () => {
    server = await testServer(settings)
  })
  afterEach(async () => {
    await server.close()
    expect(server.problems).toEqual([])
  })
  const ask: TestServer['ask'] = (path, wish) => server.ask(path, { as: usual, ...wish })
  return {
    get origin() {
      return server.origin
    },
    ask,
    json: (path, status, wish) => server.json(path, status, { as: usual, ...wish }),
    send: async (method, path, body, as = usual, type) => {
      const headers: Record<string, string> = type === undefined ? {} : { 'Content-Type': type }
      const response = await server.ask(path, { as, method, body, headers })
      const text = await response.text()
      const isJson = response.headers.get('Content-Type')?.includes('json')
      return { status: response.status, body: isJson ? (JSON.parse(text) as unknown) : text }
    },
  }
}
