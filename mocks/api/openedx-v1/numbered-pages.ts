import { refusal } from '#mocks/lms/refusal.ts'
import { parameterOf } from '#mocks/query.ts'

export interface NumberedPage<Item> {
  readonly items: readonly Item[]
  readonly count: number
  readonly pages: number
  /** From 1. */
  readonly page: number
  /** Place of the first item in the whole list, from 0. */
  readonly start: number
  /** Absolute, every other parameter kept; null at the ends. */
  readonly next: string | null
  readonly previous: string | null
}

const DEFAULT_SIZE = 10
const MOST = 100

/**
 * Cuts a list into numbered pages by `page` (from 1, or `last`) and `page_size` (10 where absent or no number, 100 at most).
 * Django REST framework, PageNumberPagination.
 * @throws {Refusal} 404 for a page beyond the end
 */
export function numbered<Item>(all: readonly Item[], url: URL): NumberedPage<Item> {
  const wanted = Number(parameterOf(url, 'page_size'))
  const size = Number.isInteger(wanted) && wanted > 0 ? Math.min(wanted, MOST) : DEFAULT_SIZE
  const pages = Math.max(1, Math.ceil(all.length / size))
  const asked = parameterOf(url, 'page') || '1'
  const page = asked === 'last' ? pages : Number(asked)
  if (!Number.isInteger(page) || page < 1 || page > pages) throw refusal(404, 'Invalid page.')
  const link = (number: number) => {
    const target = new URL(url)
    target.searchParams.set('page', String(number))
    return target.href
  }
  return {
    items: all.slice((page - 1) * size, page * size),
    count: all.length,
    pages,
    page,
    start: (page - 1) * size,
    next: page < pages ? link(page + 1) : null,
    previous: page > 1 ? link(page - 1) : null,
  }
}
