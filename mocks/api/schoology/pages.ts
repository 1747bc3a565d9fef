import type { Slice } from '#mocks/lms/schoology/section-grades.ts'
import { parameterOf } from '#mocks/query.ts'
import { BASE } from '#src/lms/schoology/endpoints-values.ts'

const DEFAULT_LIMIT = 20
const MOST = 200

/** Addresses are the API's own: the proxy before it signs requests, and leaves answers as they are. */
const API = 'https://api.schoology.com/v1'

/** Gives the address that something has at the API. */
export function addressOf(path: string): string {
  return `${API}${path}`
}

/** Reads `start` (0 where it is no number) and `limit` (20 where it is none, 200 at most). */
export function sliceOf(url: URL): Slice {
  const start = whole(parameterOf(url, 'start'))
  const limit = whole(parameterOf(url, 'limit'))
  return { start, limit: limit > 0 ? Math.min(limit, MOST) : DEFAULT_LIMIT }
}

/** Gives the links of a list: every other parameter kept, `prev` and `next` only where there is something. */
export function linksOf(url: URL, { start, limit }: Slice, more: boolean): Record<string, string> {
  const at = (position: number) => {
    const query = new URLSearchParams(url.search)
    query.set('start', String(position))
    query.set('limit', String(limit))
    return `${selfOf(url)}?${query}`
  }
  return {
    self: at(start),
    ...(start > 0 ? { prev: at(Math.max(0, start - limit)) } : {}),
    ...(more ? { next: at(start + limit) } : {}),
  }
}

/** Gives the address that was asked, without its query. */
export function selfOf({ pathname }: URL): string {
  return addressOf(pathname.slice(BASE.length))
}

/** Cuts a page out of a list; `total` is a text here and a number there, as the documents have it. */
export function pageOf<Item>(
  all: readonly Item[],
  url: URL,
): { items: readonly Item[]; total: number; links: Record<string, string> } {
  const slice = sliceOf(url)
  const end = slice.start + slice.limit
  const items = all.slice(slice.start, end)
  return { items, total: all.length, links: linksOf(url, slice, end < all.length) }
}

function whole(text: string | undefined): number {
  const number = Number.parseInt(text ?? '', 10)
  return Number.isNaN(number) ? 0 : Math.max(0, number)
}
