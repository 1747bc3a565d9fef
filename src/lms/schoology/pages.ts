/** The most that the server gives at once. */
export const MOST = 200

interface Page {
  readonly links?: { readonly next?: string | undefined } | undefined
}

/**
 * Gives where the next page of a list begins; null on the last one. Of the link only its number is taken: it names the
 * API itself, not the proxy. A link that leads nowhere new ends the list.
 */
export function nextStart({ links }: Page, start: number): number | null {
  const next = links?.next === undefined ? null : URL.parse(links.next, 'https://api.schoology.com')
  const found = Number(next?.searchParams.get('start') ?? Number.NaN)
  return Number.isInteger(found) && found > start ? found : null
}

/** Reads a list to its end, page after page. */
export async function everyPage<Answer extends Page, Item>(
  read: (paging: { start: number; limit: number }) => Promise<Answer>,
  itemsOf: (answer: Answer) => readonly Item[],
): Promise<Item[]> {
  const all: Item[] = []
  let start: number | null = 0
  while (start !== null) {
    const answer: Answer = await read({ start, limit: MOST })
    all.push(...itemsOf(answer))
    start = nextStart(answer, start)
  }
  return all
}
