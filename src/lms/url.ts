import type { Endpoint } from './endpoint.ts'
import { LmsError } from './errors.ts'

type QueryValue = string | number | boolean | readonly string[] | undefined

/** The endpoint as errors name it: its pattern, since a filled-in URL may carry a person's name. */
export function nameOf(endpoint: Pick<Endpoint, 'method' | 'path'>): string {
  return `${endpoint.method} ${endpoint.path}`
}

/**
 * Fills in an endpoint's path and query.
 * Course and usage keys keep their `+`, `:`, `@` and (old keys) `/` in the path, as the server's routes expect them;
 * in the query everything is encoded, since a raw `+` would arrive as a space there.
 * @param base origin and path of the server, without a closing slash
 * @throws {LmsError} `not-found` for an id that would leave its place in the path
 */
export function urlOf(
  base: string,
  endpoint: Pick<Endpoint, 'method' | 'path'>,
  path: Readonly<Record<string, string>> = {},
  query: Readonly<Record<string, QueryValue>> = {},
): string {
  const filled = endpoint.path
    .replace(/\/\?$/, '/')
    .replaceAll(/:([A-Za-z]+)/g, (_, name: string) => inPath(path[name] ?? '', endpoint))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const text of texts(value)) search.append(name, text)
  }
  const queryString = search.toString()
  return `${base}${filled}${queryString && `?${queryString}`}`
}

function inPath(id: string, endpoint: Pick<Endpoint, 'method' | 'path'>): string {
  if (!staysInPath(id)) {
    const outcome = endpoint.method === 'GET' ? undefined : 'none'
    throw new LmsError('not-found', { endpoint: nameOf(endpoint), outcome })
  }
  return encodeURIComponent(id.toWellFormed()).replaceAll(/%(?:2B|2F|3A|40)/g, decodeURIComponent)
}

/**
 * Tells whether an id may stand in a path: `.` and `..` would climb to another address of the server, even encoded; an
 * empty id would shorten the path.
 */
export function staysInPath(id: string): boolean {
  return id !== '' && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(id)
}

/** Servers take an empty parameter as absent, and what is absent as `false`: neither is sent. */
function texts(value: QueryValue): readonly string[] {
  if (value === undefined || value === '' || value === false) return []
  if (value === true) return ['1']
  return typeof value === 'object' ? value : [String(value)]
}

/**
 * Takes the cursor out of a page's `next` link. The link itself is never followed: it is the server's idea of its own
 * address, and may point behind a proxy or anywhere else.
 * @returns null on the last page
 * @throws {LmsError} `contract` for a link without a cursor, which would end the reading in silence
 */
export function cursorOf(next: string | null, endpoint: Pick<Endpoint, 'method' | 'path'>): string | null {
  if (next === null) return null
  const cursor = new URLSearchParams(next.split('#')[0]?.split('?')[1]).get('cursor')
  if (cursor) return cursor
  throw new LmsError('contract', {
    endpoint: nameOf(endpoint),
    field: 'next',
    expected: 'a link with a cursor',
    received: 'a link without one',
  })
}
