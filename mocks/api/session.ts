import type { HttpHandler } from 'msw'
import { Reply, detailErrors, json } from '#mocks/answer.ts'
import type { Resolvers } from '#mocks/asked.ts'
import { serve } from '#mocks/serve.ts'
import { CSRF_COOKIE, JWT_LIFETIME, jwtCookies, noJwtCookies } from '#mocks/session.ts'
import type { World } from '#mocks/world.ts'
import * as wire from '#src/lms/endpoints-session.ts'
import { time } from './time.ts'

const YEAR = 31_449_600

const resolvers: Resolvers<typeof wire> = {
  csrfToken: ({ world }) =>
    new Reply({ csrfToken: world.csrfToken }, 200, {
      'Set-Cookie': `${CSRF_COOKIE}=${world.csrfToken}; Path=/; Max-Age=${YEAR}; SameSite=Lax`,
    }),

  loginRefresh: ({ world, caller, persona }) => {
    if (!caller) return json('Unauthorized', 401, { 'Set-Cookie': noJwtCookies() })
    // On the real clock, unlike the school's dates: a browser compares it with its own.
    const now = Math.floor(world.clock() / 1000) * 1000
    const expires = now + JWT_LIFETIME * 1000
    const body = {
      success: true,
      response_epoch_seconds: now / 1000,
      response_http_date: new Date(now).toUTCString(),
      expires: time(expires),
      expires_epoch_seconds: expires / 1000,
    }
    return new Reply(body, 200, { 'Set-Cookie': jwtCookies(persona, caller, now) })
  },
}

/** CSRF tokens and the renewal of a session, for all API families. */
export function sessionFace(world: World): HttpHandler[] {
  return serve(world, wire, resolvers, { errors: detailErrors })
}
