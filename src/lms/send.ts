import { LmsError, type LmsErrorDetails } from './errors.ts'
import type { Session } from './session.ts'

/** An answer whose body has arrived, of whatever status. */
export interface Answer {
  readonly status: number
  /** The status is one of success. */
  readonly ok: boolean
  /** The server sent the browser elsewhere, and the browser did not follow. */
  readonly redirect: boolean
  /** The parsed body; undefined where it is not JSON, null where it is empty. */
  readonly json: unknown
  readonly html: boolean
  /** Seconds, from `Retry-After`. */
  readonly retryAfter: number | undefined
}

export interface Sending {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
  readonly signal: AbortSignal | undefined
  /** What an error says of this request: its endpoint, and for writes that the outcome is unknown. */
  readonly about: LmsErrorDetails
}

/**
 * Sends one request and reads the whole answer, within the session's time limit.
 * @throws {LmsError} `unavailable`: offline, dropped or out of time
 * @throws the signal's reason, when aborted
 */
export async function send(session: Session, sending: Sending): Promise<Answer> {
  const { url, method, headers, body, signal, about } = sending
  signal?.throwIfAborted()
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), session.timeout * 1000)
  try {
    const response = await session.fetch(url, {
      method,
      headers: { Accept: 'application/json', ...headers },
      body,
      credentials: session.credentials.mode,
      // What was just written is read again: no copy will do.
      cache: 'no-store',
      signal: signal ? AbortSignal.any([signal, limit.signal]) : limit.signal,
      // A browser replays a redirected POST as a GET, whose success would pass for the write's.
      redirect: method === 'GET' ? 'follow' : 'manual',
    })
    const text = await response.text()
    return {
      status: response.status,
      ok: response.ok,
      redirect: response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400),
      json: parseJson(text),
      html: response.headers.get('Content-Type')?.includes('html') ?? false,
      retryAfter: seconds(response.headers.get('Retry-After'), session.now()),
    }
  } catch (cause) {
    signal?.throwIfAborted()
    if (limit.signal.aborted) throw new LmsError('unavailable', { ...about, reason: 'timeout', cause })
    throw new LmsError('unavailable', { ...about, reason: session.online() ? 'dropped' : 'offline', cause })
  } finally {
    clearTimeout(timer)
  }
}

function parseJson(text: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** `Retry-After` gives seconds or a date (RFC 9110, 10.2.3). */
function seconds(header: string | null, now: number): number | undefined {
  if (header === null) return undefined
  const wait = /^\d+$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - now) / 1000)
  return Number.isNaN(wait) ? undefined : Math.max(0, wait)
}
