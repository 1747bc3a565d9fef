import type { Config } from '#src/config.ts'
import type { Lms } from './lms.ts'
import type { World } from './session.ts'

type Backend = Config['backend']

/** One line for each backend; the adapter is downloaded only where it is chosen. */
const backends: Record<Backend, (config: Config, world: Partial<World>) => Promise<Lms>> = {
  'openedx-v1': async (config, world) => {
    const [{ openedxV1 }, { cookieSession }] = await Promise.all([
      import('#src/lms/openedx-v1/adapter.ts'),
      import('./cookies.ts'),
    ])
    return openedxV1(cookieSession(config, world))
  },
  'openedx-v0': async (config, world) => {
    const [{ openedxV0 }, { openedxAround }, { cookieSession }] = await Promise.all([
      import('#src/lms/openedx-v0/adapter.ts'),
      import('#src/lms/openedx-v1/around.ts'),
      import('./cookies.ts'),
    ])
    const session = cookieSession(config, world)
    return openedxV0(session, openedxAround(session))
  },
  so2: async (config, world) => {
    const [{ so2 }, { tokenSession }] = await Promise.all([
      import('#src/lms/so2/adapter.ts'),
      import('./token-session.ts'),
    ])
    return so2(...(await tokenSession(config, world)))
  },
  schoology: async (config, world) => {
    const [{ schoology }, { proxySession }] = await Promise.all([
      import('#src/lms/schoology/adapter.ts'),
      import('#src/lms/schoology/session.ts'),
    ])
    return schoology(proxySession(config, world))
  },
}

let connected: Lms | undefined

/**
 * Connects to the server that the configuration names; from then on `lms()` gives it.
 * @param world replaces parts of the outside world: fetch, clock, waiting, chance
 * @throws {Error} when the configuration cannot be right
 */
export async function connect(config: Config, world: Partial<World> = {}): Promise<Lms> {
  connected = await backends[config.backend](config, world)
  return connected
}

/**
 * The connected server.
 * @throws {Error} before `connect` has finished
 */
export function lms(): Lms {
  if (!connected) throw new Error('connect() has not finished: no page may be shown before')
  return connected
}
