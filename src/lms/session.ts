import type { Config } from '#src/config.ts'
import type { Endpoint } from './endpoint.ts'

/** What a refused request may need before it is worth sending once more. */
export type Cure = 'session' | 'csrf'

/** How requests say who is asking. */
export interface Credentials {
  /** Whether the browser sends its cookies along. */
  readonly mode: RequestCredentials
  /** Headers for one request, and a stamp that tells which renewals they already know of. */
  headers(endpoint: Endpoint, signal?: AbortSignal): Promise<Identification>
  /** Gives true when asking again can help. Parallel callers share one renewal. */
  renew(cure: Cure, stamp: number, signal?: AbortSignal): Promise<boolean>
}

interface Identification {
  readonly headers: Readonly<Record<string, string>>
  readonly stamp: number
}

/** What the outside world does for the API layer; tests replace parts of it. */
export interface World {
  /** Tells apart servers that share an address; null: each has one of its own. */
  readonly site: string | null
  readonly fetch: typeof fetch
  /** Milliseconds since 1970; read only to understand a `Retry-After` that gives a date. */
  readonly now: () => number
  /** Waits so many milliseconds; rejects with the signal's reason when aborted. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>
  /** A number from 0 up to, not including, 1. */
  readonly random: () => number
  /** False when there is certainly no network. */
  readonly online: () => boolean
}

/** One connection to one server: where it is, how long to wait, who asks. */
export interface Session extends World {
  /** Origin and path of the server, without a closing slash. */
  readonly baseUrl: string
  /** Where to sign in, relative to the server. */
  readonly loginUrl: string
  /** Where to sign out, relative to the server. */
  readonly logoutUrl: string
  /** Seconds to wait for one answer. */
  readonly timeout: number
  readonly credentials: Credentials
}

/**
 * Everything of a session but who asks.
 * @param world replaces parts of the browser
 * @throws {TypeError} when `baseUrl` is no address
 */
export function openSession(config: Config, world: Partial<World> = {}): Omit<Session, 'credentials'> {
  const base = new URL(config.baseUrl || '/', globalThis.location?.href)
  return {
    ...browser,
    ...world,
    baseUrl: (base.origin + base.pathname).replace(/\/+$/, ''),
    loginUrl: config.loginUrl,
    logoutUrl: config.logoutUrl,
    timeout: config.timeout,
  }
}

const browser: World = {
  site: null,
  // Looked up at each call, so that whoever replaces the global one later is heard.
  fetch: (input, init) => globalThis.fetch(input, init),
  now: () => Date.now(),
  sleep,
  random: Math.random,
  // Only browsers know.
  online: () => !('onLine' in navigator) || navigator.onLine,
}

function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  const waiting = Promise.withResolvers<void>()
  const timer = setTimeout(waiting.resolve, milliseconds)
  return unlessAborted(waiting.promise, signal).finally(() => clearTimeout(timer))
}

/** Gives what the promise gives, or rejects with the signal's reason as soon as it aborts; the promise goes on. */
export function unlessAborted<T>(promise: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return promise
  const aborted = Promise.withResolvers<never>()
  const stop = () => aborted.reject(signal.reason)
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop, { once: true })
  return Promise.race([promise, aborted.promise]).finally(() => signal.removeEventListener('abort', stop))
}
