import type { Config } from '#src/config.ts'
import { type Session, type World, openSession } from '#src/lms/session.ts'

/**
 * Speaks to the proxy that signs for Schoology. Who asks, the proxy knows by its own cookie; no secret is in the browser,
 * and there is nothing here that could be renewed.
 */
export function proxySession(config: Config, world?: Partial<World>): Session {
  return {
    ...openSession(config, world),
    credentials: {
      mode: 'same-origin',
      headers: async () => ({ headers: {}, stamp: 0 }),
      renew: async () => false,
    },
  }
}
