/** Requests that are under way at the same time. A browser opens six connections to a server of HTTP/1.1. */
const LANES = 6

/**
 * Does something for each item, a few at a time, in order of their beginning. Rejects with the first failure; what is
 * under way then is not waited for, and nothing new begins.
 */
export async function inParallel<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  let next = 0
  let failed = false
  const lane = async (): Promise<void> => {
    while (next < items.length && !failed) {
      signal?.throwIfAborted()
      const item = items[next] as Item
      next += 1
      try {
        await work(item)
      } catch (cause) {
        failed = true
        throw cause
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(LANES, items.length) }, lane))
}
