import { type Cursor, pageOf } from '#mocks/lms/paging.ts'
import { crash, refusal } from '#mocks/lms/refusal.ts'

/** Writes a cursor: base64 of a query with `o` (offset), `r` (reverse) and `p` (position). Grades API v1, paging. */
function encodeCursor({ position, reverse, offset }: Cursor): string {
  const parts = new URLSearchParams()
  if (offset !== 0) parts.set('o', String(offset))
  if (reverse) parts.set('r', '1')
  if (position !== null) parts.set('p', String(position))
  return btoa(parts.toString())
}

/**
 * Reads a cursor; undefined where none was sent.
 * @throws {Refusal} 404 for one that is broken, a crash for a position that is no id
 */
export function decodeCursor(text: string | undefined): Cursor | undefined {
  if (!text) return undefined
  const parts = new URLSearchParams(decodeBase64(text))
  const position = parts.get('p')
  if (position !== null && !/^\d+$/.test(position)) throw crash('The position in the cursor is no id')
  return {
    position: position === null ? null : Number(position),
    reverse: whole(parts.get('r')) !== 0,
    offset: whole(parts.get('o')),
  }
}

/** Gives the absolute URL of a neighbouring page, with every other parameter kept; null where there is none. */
export function cursorLink(url: URL, cursor: Cursor | null): string | null {
  if (!cursor) return null
  const link = new URL(url)
  link.searchParams.set('cursor', encodeCursor(cursor))
  link.searchParams.sort()
  return link.href
}

/**
 * Reads `page_size`: undefined where absent or no whole number, which the server ignores. Zero and less are passed on.
 */
export function pageSize(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*[+-]?\d+\s*$/.test(text) ? Number(text) : undefined
}

interface PageQuery {
  readonly page_size: string | undefined
  readonly cursor: string | undefined
}

interface CursorPage {
  readonly ids: readonly number[]
  readonly links: { readonly next: string | null; readonly previous: string | null }
}

/**
 * Cuts a page out of ascending ids, as the query says, with the URLs of its neighbours. There is no longest page.
 * @param usual rows on a page where the query names no number
 * @throws {Refusal} 404 for a broken cursor; a crash for a page size below 1
 */
export function cursorPage(ids: readonly number[], url: URL, query: PageQuery, usual = 50): CursorPage {
  const size = pageSize(query.page_size) ?? usual
  if (size < 1) throw crash('The page size is not positive')
  const page = pageOf(ids, size, decodeCursor(query.cursor))
  return {
    ids: page.ids,
    links: { next: cursorLink(url, page.next), previous: cursorLink(url, page.previous) },
  }
}

/** Stricter than `atob`: the padding is due, and what comes out is ASCII, or the cursor is broken. */
function decodeBase64(text: string): string {
  const decoded = text.length % 4 === 0 ? asBytes(text) : undefined
  if (decoded === undefined || !/^\p{ASCII}*$/u.test(decoded)) throw refusal(404, 'Invalid cursor')
  return decoded
}

function asBytes(text: string): string | undefined {
  try {
    return atob(text)
  } catch {
    return undefined
  }
}

function whole(text: string | null): number {
  const number = Number(text ?? 0)
  if (!Number.isInteger(number) || number < 0) throw refusal(404, 'Invalid cursor')
  return number
}
