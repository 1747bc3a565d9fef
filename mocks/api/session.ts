import type { HttpHandler } from 'msw'
import { Reply, detailErrors, json } from '#mocks/answer.ts'
import type { Resolvers } from '#mocks/asked.ts'
import { serve } from '#mocks/serve.ts'
import { CSRF_COOKIE } from '#mocks/session.ts'
import type { World } from '#mocks/world.ts'
import * as wire from '#src/lms/endpoints-session.ts'
import { time } from './time.ts'

/** How long a refreshed session lasts, in milliseconds. */
const LIFETIME = 3600_000
const YEAR = 31_449_600

const resolvers: Resolvers<typeof wire> = {
  csrfToken: ({ world }) =>
    new Reply({ csrfToken: world.csrfToken }, 200, {
      'Set-Cookie': `${CSRF_COOKIE}=${world.csrfToken}; Path=/; Max-Age=${YEAR}; SameSite=Lax`,
    }),

  loginRefresh: ({ school, caller }) => {
    if (!caller) return json('Unauthorized', 401)
    const expires = school.now + LIFETIME
    return {
      success: true,
      response_epoch_seconds: school.now / 1000,
      response_http_date: new Date(school.now).toUTCString(),
      expires: time(expires),
      expires_epoch_seconds: expires / 1000,
    }
  },
}

/** CSRF tokens and the renewal of a session, for all API families. */
export function sessionFace(world: World): HttpHandler[] {
  return serve(world, wire, resolvers, { errors: detailErrors })
}
