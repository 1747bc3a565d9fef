import * as z from 'zod/mini'

const Config = z.object({
  /** Which grades API the site speaks. */
  backend: z._default(z.enum(['openedx-v1', 'openedx-v0', 'so2', 'schoology']), 'openedx-v1'),
  /** Origin (and path) of the LMS; empty: the page's own origin. */
  baseUrl: z._default(z.string(), ''),
  siteName: z._default(z.string(), 'Rollbook'),
  /** Where to sign in; `next` is appended. Relative to the LMS. */
  loginUrl: z._default(z.string(), '/login'),
  /** Where to sign out. Relative to the LMS. */
  logoutUrl: z._default(z.string(), '/logout'),
  /** Whose page may hand over a token, where the server knows people by one; empty: nobody's. An origin, without a path. */
  tokenOrigin: z._default(z.string(), ''),
  /** Seconds to wait for one answer. */
  timeout: z._default(z.number().check(z.positive()), 30),
})

/** Runtime configuration, read from `config.json` beside `index.html`. */
export type Config = z.infer<typeof Config>

/**
 * Gives the configuration with defaults filled in.
 * @throws {Error} naming the field, when a value has the wrong type
 */
export function parseConfig(value: unknown): Config {
  const parsed = Config.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new Error(`config.json: ${issue?.path.join('.') || 'document'}: ${issue?.message ?? 'not readable'}`)
}
