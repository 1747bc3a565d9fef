import { setupServer } from 'msw/node'
import { handlersFor } from './handlers.ts'
import type { Settings } from './settings.ts'
import { type World, type WorldHost, type WorldOptions, change, createWorld } from './world.ts'

/** The simulated LMS of one test. */
export interface MockLms {
  readonly world: World
  /** `METHOD /path?query` of every request so far, oldest first. */
  readonly requests: string[]
  /** Changes user, scenario, faults and so on while it runs. */
  change(settings: Settings): void
  /** Stops answering. The next `mockLms()` starts again. */
  close(): void
}

const server = setupServer()
let listening = false
let current: MockLms | null = null

server.events.on('request:start', ({ request }) => {
  const { pathname, search } = new URL(request.url)
  current?.requests.push(`${request.method} ${pathname}${search}`)
})

/**
 * Answers `fetch` with a fresh simulated LMS, on whatever origin is asked. Requests that it does not know fail.
 * Call it in each test (or in `beforeEach`): no state is carried over. An answer that breaks the contract fails the
 * run, unless `host` says otherwise.
 */
export function mockLms(options: Partial<WorldOptions> = {}, host: WorldHost = loud): MockLms {
  const world = createWorld('test', { user: 'instructor', scenario: 'default', ...options }, host)
  if (!listening) server.listen({ onUnhandledFrame: 'error' })
  listening = true
  server.resetHandlers(...handlersFor(world))
  current = {
    world,
    requests: [],
    change: (settings) => change(world, settings),
    close: stopAnswering,
  }
  return current
}

/** Gives `fetch` back to the network. Nothing happens where nobody answers. */
export function stopAnswering(): void {
  if (listening) server.close()
  listening = false
  current = null
}

const loud: WorldHost = {
  // Thrown where nobody can catch it: the answer is a 500 already, and the test might expect one.
  report: (problem) =>
    queueMicrotask(() => {
      throw problem
    }),
}
