import { loginRefresh } from '#src/lms/endpoints-session.ts'
import { hasExpired } from './faults.ts'
import { isLocalOrigin } from './origins.ts'
import { type Identity, csrfFailure, identify } from './session.ts'
import type { World } from './world.ts'

type Cookies = Readonly<Record<string, string | undefined>>

/**
 * Tells who is asking a world. Under the fault `session-expired` a session that is over makes nobody of them, but for
 * the call that renews it; tokens never expire.
 */
export function askerOf(world: World, request: Request, cookies: Cookies): Identity {
  const identity = identify(request.headers, cookies, world.options.user, world.clock())
  const isRenewal = new URL(request.url).pathname === loginRefresh.path
  const expired = identity.bySession && !isRenewal && hasExpired(world.faults, world.faultMemory)
  return expired ? { ...identity, persona: 'nobody' } : identity
}

/**
 * Gives what keeps somebody who is signed in by cookie from writing, in Django's words, or null: a page of another
 * host, or a missing or wrong token.
 */
export function writeFailure(world: World, request: Request, cookies: Cookies): string | null {
  const origin = request.headers.get('Origin')
  if (origin !== null && origin !== new URL(request.url).origin && !isLocalOrigin(origin)) {
    return `CSRF Failed: Origin checking failed - ${origin} does not match any trusted origins.`
  }
  return csrfFailure(request.headers, cookies, world.csrfToken)
}
