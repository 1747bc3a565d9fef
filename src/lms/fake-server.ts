import { cookieSession } from './cookies.ts'
import type { Session, World } from './session.ts'

/** How one request is answered; an `Error` stands for a lost connection. */
type Play = Response | Error | ((signal: AbortSignal) => Response | Promise<Response>)

interface FakeServer {
  readonly session: Session
  /** What was asked, as `GET /path?query`, in order. */
  readonly log: string[]
  readonly requests: Request[]
  /** Milliseconds that the client waited before asking again. */
  readonly waits: number[]
}

export interface Script {
  /** Answers in order; the last one is given again and again. */
  readonly plays?: readonly Play[]
  /** Answers of single paths. */
  readonly routes?: Readonly<Record<string, readonly Play[]>>
  readonly csrf?: readonly Play[]
  readonly refresh?: readonly Play[]
  readonly world?: Partial<World>
  readonly timeout?: number
}

/** For tests: a server that plays what it is told, apart for the two routes that every session uses. */
export function fakeServer({ plays = [], routes, csrf, refresh, world, timeout = 5 }: Script): FakeServer {
  const requests: Request[] = []
  const log: string[] = []
  const waits: number[] = []
  const queues = new Map(
    Object.entries<readonly Play[]>({
      '/csrf/api/v1/token': csrf ?? [json({ csrfToken: 'first' }), json({ csrfToken: 'second' })],
      '/login_refresh': refresh ?? [json({ success: true })],
      ...routes,
    }).map(([path, answers]) => [path, [...answers]]),
  )
  const others = [...plays]
  const fetch: World['fetch'] = async (input, init) => {
    const request = new Request(input, init)
    requests.push(request)
    const { pathname, search } = new URL(request.url)
    log.push(`${request.method} ${pathname}${search}`)
    const queue = queues.get(pathname) ?? others
    const play = queue.length > 1 ? queue.shift() : queue[0]
    if (play === undefined) throw new Error(`nothing is prepared for ${pathname}`)
    if (play instanceof Error) throw play
    return play instanceof Response ? play.clone() : play(init?.signal ?? request.signal)
  }
  const config = {
    backend: 'openedx-v1' as const,
    baseUrl: 'https://lms.example.com',
    siteName: 'Test',
    loginUrl: '/login',
    logoutUrl: '/logout',
    tokenOrigin: '',
    timeout,
  }
  const session = cookieSession(config, {
    fetch,
    sleep: async (milliseconds) => void waits.push(milliseconds),
    random: () => 0,
    online: () => true,
    now: () => Date.parse('2026-03-01T00:00:00Z'),
    ...world,
  })
  return { session, requests, log, waits }
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers })
}

export function html(status = 200): Response {
  return new Response('<!doctype html><title>Page</title>', {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  })
}

/** A connection on which nothing ever arrives. */
export function silence(signal: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>()
  signal.addEventListener('abort', () => reject(signal.reason))
  return promise
}

/** What a browser's `fetch` rejects with when a connection is lost. */
export const lost = new TypeError('Failed to fetch')

/** Gives what the promise rejects with, so that a test can look at it. */
export async function failure(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    return error
  }
  throw new Error('it was to fail')
}
