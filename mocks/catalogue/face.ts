import { type HttpHandler, HttpResponse, http } from 'msw'
import { detailErrors, json, refused } from '#mocks/answer.ts'
import { askerOf, writeFailure } from '#mocks/asker.ts'
import { Refusal, refusal } from '#mocks/lms/refusal.ts'
import { crashPage } from '#mocks/pages.ts'
import { throughFaults, throughLatency } from '#mocks/through-faults.ts'
import { allowHeader, headersOf } from '#mocks/visit.ts'
import { type World, accountIn } from '#mocks/world.ts'
import type { Operation } from './model.ts'
import { isOpen } from './open.ts'
import { type Found, find } from './routes.ts'
import { settingOf } from './setting.ts'
import { type Shape, shapeOf } from './shape.ts'
import { bodyFor } from './values.ts'

interface Visitor {
  readonly world: World
  readonly request: Request
  readonly url: URL
  readonly cookies: Readonly<Record<string, string>>
}

const shapes = new WeakMap<Operation, Shape | null>()

/**
 * Answers every documented operation of the LMS that no face with state serves. It remembers nothing: an answer has
 * every documented field, with its documented type, and tells of the people and the course of the request. Where no
 * fields are documented, reading gives an empty object, and everything else 204 without a body. Keys in the path must be
 * well-formed (else 404); that they exist is not asked.
 */
export function catalogueFace(world: World): HttpHandler[] {
  return [
    http.all(
      ({ request }) => reaches(new URL(request.url).pathname),
      ({ request, cookies }) => {
        const url = new URL(request.url)
        const found = find(url.pathname)
        if (!found) {
          return new HttpResponse(null, {
            status: 301,
            headers: { Location: `${url.pathname}/${url.search}` },
          })
        }
        return visit({ world, request, url, cookies }, found)
      },
    ),
  ]
}

function reaches(pathname: string): boolean {
  return find(pathname) !== null || (!pathname.endsWith('/') && isWhole(find(`${pathname}/`)))
}

/** A slash is only worth adding where something answers behind it. */
function isWhole(found: Found | null): boolean {
  return found !== null && found.params !== null
}

async function visit(visitor: Visitor, found: Found): Promise<Response> {
  const Allow = allowHeader([...found.byMethod.keys()])
  if (visitor.request.method === 'OPTIONS') return new HttpResponse(null, { headers: { Allow } })
  try {
    await throughLatency(visitor.world, visitor.request.signal)
    return await answer(visitor, found)
  } catch (error) {
    if (error instanceof Refusal) {
      return refused(error, detailErrors, headersOf(error, Allow))
    }
    visitor.world.host.report(error instanceof Error ? error : new Error(String(error)))
    return crashPage()
  }
}

/** In the server's order: the address, who asks, the method, the token. */
function answer({ world, request, url, cookies }: Visitor, { params, byMethod }: Found): Promise<Response> {
  if (params === null) throw refusal(404, 'Not found.')
  const operation = byMethod.get(request.method === 'HEAD' ? 'GET' : request.method)
  const { persona, bySession } = askerOf(world, request, cookies)
  const caller = accountIn(world, persona)
  if (!caller && !(operation && isOpen(operation))) {
    throw refusal(401, 'Authentication credentials were not provided.')
  }
  if (!operation) throw refusal(405, `Method "${request.method}" not allowed.`)
  const unsafe = operation.method !== 'GET'
  if (caller && bySession && unsafe) {
    const failure = writeFailure(world, request, cookies)
    if (failure) throw refusal(403, failure)
  }
  const id = `${operation.method} ${operation.path}`
  const call = { endpoint: id, unsafe, address: url.pathname + url.search, signal: request.signal }
  return throughFaults(world, call, async () => {
    const shape = shapeFor(operation)
    const status = statusOf(operation)
    if (status === 204) return new HttpResponse(null, { status })
    const setting = settingOf(world.school, { params, origin: url.origin, operation: id, caller })
    return json(shape ? bodyFor(shape, setting) : {}, status)
  })
}

function shapeFor(operation: Operation): Shape | null {
  const known = shapes.get(operation)
  if (known !== undefined) return known
  const shape = shapeOf(operation.response)
  shapes.set(operation, shape)
  return shape
}

/** The documented status of a success; else 201 for what is made, 204 where nothing comes back, 200 for the rest. */
function statusOf({ method, statuses, response }: Operation): number {
  const documented = statuses.find((status) => status < 400)
  if (documented !== undefined) return documented
  if (method === 'GET') return 200
  if (response.length === 0) return 204
  return method === 'POST' ? 201 : 200
}
