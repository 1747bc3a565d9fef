import type { Config } from '#src/config.ts'
import { handedToken, isEmbedded, isOrigin } from './handed-token.ts'
import { type Session, type World, openSession } from './session.ts'
import { TokenHolder, bearerCredentials } from './token.ts'

/** Milliseconds for which the page around the app may take to hand over a token, before somebody is asked for it. */
const PATIENCE = 1000

/**
 * Asks by token: the page around the app may hand one over, else the person types it.
 * @throws {Error} when `tokenOrigin` is no origin
 */
export async function tokenSession(
  config: Config,
  world: Partial<World> = {},
): Promise<readonly [Session, TokenHolder]> {
  const { tokenOrigin } = config
  if (tokenOrigin !== '' && !isOrigin(tokenOrigin)) {
    throw new Error('config.json: tokenOrigin: must be an origin such as https://portal.example.edu')
  }
  const token = new TokenHolder()
  const session = { ...openSession(config, world), credentials: bearerCredentials(token) }
  if (tokenOrigin !== '' && isEmbedded()) {
    await Promise.race([handedToken(token, tokenOrigin), session.sleep(PATIENCE)])
  }
  return [session, token]
}
