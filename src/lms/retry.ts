import { LmsError } from './errors.ts'
import type { Session } from './session.ts'

const RETRIES = 3
/** Milliseconds before the first retry; doubled before each further one. */
const FIRST_PAUSE = 500
/** Up to this fraction is added, so that many clients do not come back at the same moment. */
const JITTER = 0.25
/** Seconds. A server that asks for more is not waited for: the person is told instead. */
const LONGEST_WAIT = 20

/**
 * Asks again where a read failed for want of a connection, by throttling or at a gateway.
 * Only for reads: a write may have happened although its answer is missing.
 */
export async function retrying<T>(
  ask: () => Promise<T>,
  session: Pick<Session, 'sleep' | 'random'>,
  signal: AbortSignal | undefined,
): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await ask()
    } catch (error) {
      const pause = attempt < RETRIES ? pauseAfter(error, attempt) : undefined
      if (pause === undefined) throw error
      await session.sleep(pause * (1 + JITTER * session.random()), signal)
    }
  }
}

/** Milliseconds to wait; undefined where asking again is of no use. */
function pauseAfter(error: unknown, attempt: number): number | undefined {
  if (!(error instanceof LmsError)) return undefined
  const { reason, status = 0, retryAfter } = error.details
  const passing = reason === 'dropped' || reason === 'too-many' || (status >= 502 && status <= 504)
  if (!passing) return undefined
  if (retryAfter === undefined) return FIRST_PAUSE * 2 ** attempt
  return retryAfter <= LONGEST_WAIT ? retryAfter * 1000 : undefined
}
