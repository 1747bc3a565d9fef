import type { Asked } from '#mocks/asked.ts'
import { type LtiTool, findTool } from '#mocks/lms/lti/tools.ts'
import { refusal } from '#mocks/lms/refusal.ts'
import type { Endpoint } from '#src/lms/endpoint.ts'
import { NO_PERMISSION } from '#mocks/api/openedx-v1/texts.ts'

/** What a token may be good for: the last part of a scope's address below `https://purl.imsglobal.org/spec/`. */
type Scope = 'lineitem' | 'lineitem.readonly' | 'score' | 'result.readonly' | 'contextmembership.readonly'

/** `mock-tool` may do everything, `mock-tool:score,result.readonly` only what it names. */
const TOKEN = /^mock-tool(?::([a-z.,]*))?$/

/**
 * Gives the tool that asks, by its token, if that has one of the scopes. Tools sign in for themselves, not for a user, so
 * a user's token or session is worth nothing here. The platform tells an unknown configuration first, then the token;
 * all refusals are 403, since nothing tells a tool how to sign in.
 * @throws {Refusal} 403
 */
export function toolOf(
  {
    school,
    headers,
    path,
  }: Pick<Asked<Endpoint>, 'school' | 'headers'> & { readonly path: { configId: string } },
  ...anyOf: readonly Scope[]
): LtiTool {
  const [scheme, token, ...more] = (headers.get('Authorization') ?? '').split(/\s+/)
  if (scheme?.toLowerCase() !== 'bearer') throw refusal(403, 'Missing LTI 1.3 authentication token.')
  if (!token) throw refusal(403, 'Invalid token header. No credentials provided.')
  if (more.length > 0) throw refusal(403, 'Invalid token header. Token string should not contain spaces.')
  const tool = findTool(school, path.configId)
  if (!tool) throw refusal(403, 'LTI configuration not found.')
  const found = TOKEN.exec(token)
  if (!found) throw refusal(403, 'Invalid token signature.')
  const scopes = found[1]?.split(',')
  if (scopes && !anyOf.some((scope) => scopes.includes(scope))) throw refusal(403, NO_PERMISSION)
  return tool
}
