import { HttpResponse } from 'msw'
import { documentedMethods } from '#mocks/catalogue/routes.ts'
import { Refusal, refusal } from '#mocks/lms/refusal.ts'
import type { Endpoint } from '#src/lms/endpoint.ts'
import { type ErrorStyle, Reply, json, refused } from './answer.ts'
import type { Asked } from './asked.ts'
import { askerOf, writeFailure } from './asker.ts'
import { checkBody, readForm, readJson } from './body.ts'
import type { Call } from './faults.ts'
import { crashPage } from './pages.ts'
import { parameterOf } from './query.ts'
import type { Identity } from './session.ts'
import { Throttled } from './throttle.ts'
import { throughFaults, throughLatency } from './through-faults.ts'
import { type World, accountIn } from './world.ts'

/** What the operations of an API family have in common. */
export interface Face {
  readonly errors: ErrorStyle
  /** Nobody gets this refusal before anything else is looked at, the method included. Absent: each resolver decides. */
  readonly anonymous?: string
}

/** One endpoint of a contract, with what answers it. */
export interface Operation {
  readonly name: string
  readonly endpoint: Endpoint
  answer(asked: Asked<Endpoint>): unknown
}

/** One request that reached a path of the contract. */
export interface Visit {
  readonly world: World
  readonly face: Face
  readonly request: Request
  readonly url: URL
  readonly params: Readonly<Record<string, string>>
  readonly cookies: Readonly<Record<string, string>>
}

/**
 * Answers a request: chooses among the operations of its path, lets the faults have their way, checks the answer
 * against the contract, and turns a `Refusal` into the family's error, everything else that is thrown into a crash.
 */
export async function visit(here: Visit, operations: readonly Operation[]): Promise<Response> {
  const { world, face, request, url, cookies } = here
  const own = operations.map(({ endpoint }) => endpoint.method)
  // Methods that are only documented count too: another face answers those.
  const Allow = allowHeader([...own, ...documentedMethods(url.pathname)])
  if (request.method === 'OPTIONS') return new HttpResponse(null, { headers: { Allow } })
  try {
    await throughLatency(world, request.signal)
    const identity = askerOf(world, request, cookies)
    const operation = choose(here, identity, operations)
    const call: Call = {
      endpoint: operation.name,
      unsafe: isUnsafe(request),
      address: url.pathname + url.search,
      signal: request.signal,
    }
    return await throughFaults(world, call, () => answer(here, identity, operation))
  } catch (error) {
    if (error instanceof Refusal) {
      return refused(error, face.errors, headersOf(error, Allow))
    }
    world.host.report(error instanceof Error ? error : new Error(String(error)))
    return crashPage()
  }
}

/** Gives the headers that a refusal has beside its words. */
export function headersOf(refusal: Refusal, Allow: string): Record<string, string> {
  if (refusal instanceof Throttled) return { 'Retry-After': String(refusal.seconds) }
  return refusal.status === 405 ? { Allow } : {}
}

function choose(
  { face, request, url }: Visit,
  { persona }: Identity,
  operations: readonly Operation[],
): Operation {
  const method = request.method === 'HEAD' ? 'GET' : request.method
  if (face.anonymous !== undefined && persona === 'nobody') throw refusal(401, face.anonymous)
  const able = operations.filter(({ endpoint }) => endpoint.method === method)
  const selected = able.find(({ endpoint: { selectedBy } }) => selectedBy && parameterOf(url, selectedBy))
  const chosen = selected ?? able.find(({ endpoint }) => endpoint.selectedBy === undefined)
  if (!chosen) throw refusal(405, `Method "${request.method}" not allowed.`)
  return chosen
}

async function answer(here: Visit, identity: Identity, operation: Operation): Promise<Response> {
  const { endpoint } = operation
  const { world, request } = here
  const bytes = isUnsafe(request) ? await request.arrayBuffer() : new ArrayBuffer(0)
  const written = world.school.journal.length
  try {
    const asked = ask(here, identity, endpoint, bytes)
    throttle(world, operation, asked)
    const result = await operation.answer(asked)
    if (result instanceof Response) return result
    return send(endpoint, result instanceof Reply ? result : new Reply(result))
  } finally {
    // A refusal in the middle of a batch leaves what came before it: so this is done whatever happened.
    if (world.school.journal.length !== written) tellOfWrite(world)
  }
}

/** What is done is done: a host that cannot keep it (a tab whose storage is full) does not change the answer. */
function tellOfWrite({ host, school }: World): void {
  try {
    host.onWrite?.(school.journal)
  } catch (cause) {
    host.report(new Error('A change was made that a reload will lose: it could not be kept', { cause }))
  }
}

/** Before the rights are looked at, but not for nobody, who is refused anyway. */
function throttle(
  { throttle, clock }: World,
  { name, endpoint }: Operation,
  { caller }: Asked<Endpoint>,
): void {
  const { perMinute } = endpoint
  if (!perMinute || !caller) return
  throttle.count(`${name} ${caller.id}`, caller.globalStaff ? perMinute.staff : perMinute.others, clock())
}

function ask(
  { world, request, url, params, cookies }: Visit,
  { persona, bySession }: Identity,
  endpoint: Endpoint,
  bytes: ArrayBuffer,
): Asked<Endpoint> {
  const caller = accountIn(world, persona)
  if (caller && bySession && isUnsafe(request) && !endpoint.csrfExempt) {
    const failure = writeFailure(world, request, cookies)
    if (failure) throw refusal(403, failure)
  }
  const text = new TextDecoder().decode(bytes)
  const contentType = request.headers.get('Content-Type')
  const jsonBody = () => readJson(text, contentType, endpoint.accepts)
  return {
    school: world.school,
    world,
    caller,
    persona,
    url,
    path: params,
    query: rawQuery(endpoint, url),
    headers: request.headers,
    text,
    json: jsonBody,
    form: () => readForm(bytes, contentType),
    body: () => checkBody(endpoint.body, jsonBody()),
  }
}

function rawQuery({ query }: Endpoint, url: URL): Asked<Endpoint>['query'] {
  const entries = Object.entries(query).map(([name, kind]) => [
    name,
    kind === 'texts' ? url.searchParams.getAll(name) : parameterOf(url, name),
  ])
  return Object.fromEntries(entries) as Asked<Endpoint>['query']
}

function send(endpoint: Endpoint, { body, status, headers }: Reply<unknown>): Response {
  const operation = `${endpoint.method} ${endpoint.path}`
  if (!(endpoint.statuses ?? [200]).includes(status))
    throw new Error(`${operation}: status ${status} is not in the contract`)
  const parsed = endpoint.response.safeParse(body)
  const type = endpoint.produces && { 'Content-Type': endpoint.produces }
  if (parsed.success) return json(body, status, { ...type, ...headers })
  const issue = parsed.error.issues[0]
  throw new Error(`${operation} drifts from its contract: ${issue?.path.join('.')}: ${issue?.message}`)
}

/** Gives the header `Allow` for the methods of a path. */
export function allowHeader(some: readonly string[]): string {
  const methods = new Set([...some, 'OPTIONS'])
  if (methods.has('GET')) methods.add('HEAD')
  return METHODS.filter((method) => methods.has(method)).join(', ')
}

/** In Django's order. */
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']

function isUnsafe({ method }: Request): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(method)
}
