import { parseAnswer } from './answer.ts'
import type { AnswerOf, BodyOf, Endpoint, PathNames, PathOf, QueryOf } from './endpoint.ts'
import { LmsError, type LmsErrorDetails } from './errors.ts'
import { refusal } from './refusal.ts'
import { retrying } from './retry.ts'
import { send } from './send.ts'
import type { Cure, Session } from './session.ts'
import { nameOf, urlOf } from './url.ts'

/** What one call of an endpoint takes: its path parameters and body where it has them. */
export type Request<E extends Endpoint> = {
  readonly query?: QueryOf<E>
  readonly signal?: AbortSignal | undefined
} & ([PathNames<E['path']>] extends [never] ? unknown : { readonly path: PathOf<E> }) &
  (undefined extends BodyOf<E> ? unknown : { readonly body: BodyOf<E> })

interface AnyRequest {
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Parameters<typeof urlOf>[3]
  readonly body?: unknown
  readonly signal?: AbortSignal | undefined
}

/**
 * Calls an endpoint and gives its answer, checked against the contract.
 * Reads are asked again where that may help; writes never are, except when the server has refused them unseen for an
 * expired session or CSRF token.
 * @throws {LmsError} of the kind that fits; for writes with an `outcome`
 * @throws the signal's reason, when aborted
 */
export function call<E extends Endpoint>(
  endpoint: E,
  request: Request<E>,
  session: Session,
): Promise<AnswerOf<E>>
export async function call(endpoint: Endpoint, request: AnyRequest, session: Session): Promise<unknown> {
  const ask = () => askOnce(endpoint, request, session)
  return endpoint.method === 'GET' ? retrying(ask, session, request.signal) : ask()
}

async function askOnce(endpoint: Endpoint, request: AnyRequest, session: Session): Promise<unknown> {
  const { method, statuses } = endpoint
  const { path, query, body, signal } = request
  const about: LmsErrorDetails = {
    endpoint: nameOf(endpoint),
    outcome: method === 'GET' ? undefined : 'unknown',
  }
  const url = urlOf(session.baseUrl, endpoint, path, query)
  const cured = new Set<Cure>()
  for (;;) {
    const { headers, stamp } = await unsent(about, session.credentials.headers(endpoint, signal))
    const answer = await send(session, {
      url,
      method,
      headers: body === undefined ? headers : { ...headers, 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
      about,
    })
    if (answer.ok || statuses?.includes(answer.status)) return parseAnswer(endpoint, answer, about)
    const error = refusal(answer, about)
    const cure = cureFor(error)
    if (!cure || cured.has(cure)) throw error
    if (!(await unsent(about, session.credentials.renew(cure, stamp, signal)))) throw error
    cured.add(cure)
  }
}

function cureFor({ kind, details }: LmsError): Cure | undefined {
  if (kind === 'unauthenticated') return 'session'
  return details.reason === 'csrf' ? 'csrf' : undefined
}

/** A failure in getting ready: whatever it was, the write itself has not happened. */
async function unsent<T>(about: LmsErrorDetails, preparation: Promise<T>): Promise<T> {
  try {
    return await preparation
  } catch (error) {
    if (!(error instanceof LmsError)) throw error
    throw new LmsError(error.kind, { ...error.details, outcome: about.outcome && 'none', cause: error })
  }
}
