import type { Config } from '#src/config.ts'
import type { Endpoint } from './endpoint.ts'
import { csrfToken, loginRefresh } from './endpoints-session.ts'
import { LmsError } from './errors.ts'
import { call } from './http.ts'
import {
  type Credentials,
  type Cure,
  type Session,
  type World,
  openSession,
  unlessAborted,
} from './session.ts'

/** Makes the server's middleware read the JWT from cookies; without it only the session cookie counts. */
const USE_JWT = { 'USE-JWT-COOKIE': 'true' }

/** Cookies as they are: for the calls that renew them, which must not renew anything themselves. */
const asTheyAre: Credentials = {
  mode: 'include',
  headers: async () => ({ headers: USE_JWT, stamp: 0 }),
  renew: async () => false,
}

/**
 * Signs in by the browser's cookies, as Open edX front ends do: the CSRF token is fetched before the first write and
 * kept in memory; an expired session is refreshed once for all calls that met it.
 */
export function cookieSession(config: Config, world?: Partial<World>): Session {
  const session = openSession(config, world)
  return { ...session, credentials: cookieCredentials(session) }
}

function cookieCredentials(session: Omit<Session, 'credentials'>): Credentials {
  const bare: Session = { ...session, credentials: asTheyAre }
  const running = new Map<Cure, Promise<boolean>>()
  /** How the last renewal of each kind ended, and which one of all it was. */
  const settled = new Map<Cure, { readonly stamp: number; readonly done: boolean }>()
  let renewals = 0
  let token: Promise<string> | undefined

  // Neither takes a caller's signal: the others who wait for the same answer would be aborted with it.
  const fetchToken = async () => (await call(csrfToken, {}, bare)).csrfToken

  const refresh = async (): Promise<boolean> => {
    try {
      await call(loginRefresh, {}, bare)
      return true
    } catch (error) {
      if (error instanceof LmsError && (error.details.status ?? 500) < 500) return false
      throw error
    }
  }

  const currentToken = (): Promise<string> => {
    token ??= fetchToken().catch((error: unknown) => {
      token = undefined
      throw error
    })
    return token
  }

  const cures: Record<Cure, () => Promise<boolean>> = {
    session: refresh,
    csrf: async () => {
      token = undefined
      await currentToken()
      return true
    },
  }

  return {
    mode: 'include',
    async headers(endpoint, signal) {
      const stamp = renewals
      if (!needsToken(endpoint)) return { headers: USE_JWT, stamp }
      return { headers: { ...USE_JWT, 'X-CSRFToken': await unlessAborted(currentToken(), signal) }, stamp }
    },
    renew(cure, stamp, signal) {
      // It was renewed, or could not be, while this request was under way: asking once more would tell nothing new.
      const last = settled.get(cure)
      if (last && stamp < last.stamp) return Promise.resolve(last.done)
      let renewal = running.get(cure)
      if (!renewal) {
        renewal = cures[cure]()
          .then((done) => {
            renewals += 1
            settled.set(cure, { stamp: renewals, done })
            return done
          })
          .finally(() => running.delete(cure))
        running.set(cure, renewal)
      }
      return unlessAborted(renewal, signal)
    },
  }
}

function needsToken({ method, csrfExempt }: Endpoint): boolean {
  return method !== 'GET' && csrfExempt !== true
}
