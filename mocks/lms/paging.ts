/** A place in a list that is ordered by id: the page holds what stands after it, or before it in reverse. */
export interface Cursor {
  /** An id; null for the very start, or the very end in reverse. */
  readonly position: number | null
  readonly reverse: boolean
  /** Rows to leave out from there. */
  readonly offset: number
}

export interface Page {
  readonly ids: readonly number[]
  readonly next: Cursor | null
  readonly previous: Cursor | null
}

const START: Cursor = { position: null, reverse: false, offset: 0 }

/**
 * Cuts a page out of ascending ids, as a server does that pages by cursor. An empty page has no neighbours.
 * @param size rows on a page, 1 and more
 */
export function pageOf(ids: readonly number[], size: number, cursor: Cursor = START): Page {
  const { position, reverse, offset } = cursor
  let start: number
  let end: number
  if (reverse) {
    end = Math.max(0, (position === null ? ids.length : indexFrom(ids, position)) - offset)
    start = Math.max(0, end - size)
  } else {
    start = (position === null ? 0 : indexFrom(ids, position + 1)) + offset
    end = Math.min(ids.length, start + size)
  }
  const page = ids.slice(start, end)
  const first = page[0]
  const last = page.at(-1)
  const more = reverse ? position !== null || offset > 0 : end < ids.length
  const before = reverse ? start > 0 : position !== null || offset > 0
  return {
    ids: page,
    next: more && last !== undefined ? { position: last, reverse: false, offset: 0 } : null,
    previous: before && first !== undefined ? { position: first, reverse: true, offset: 0 } : null,
  }
}

/** Gives the index of the first id that is not below the limit. */
function indexFrom(ids: readonly number[], limit: number): number {
  let low = 0
  let high = ids.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ids[middle] ?? 0) < limit) low = middle + 1
    else high = middle
  }
  return low
}
