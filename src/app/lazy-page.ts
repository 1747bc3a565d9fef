/** A file of the app could not be fetched: it was replaced by a newer version, or the connection is gone. */
export class StalePageError extends Error {
  constructor(cause: unknown) {
    super('A file of the app is gone', { cause })
    this.name = 'StalePageError'
  }
}

/** Wraps the import of a page: a file that is gone becomes a `StalePageError`, whose error page offers to reload. */
export function lazyPage<Page>(load: () => Promise<Page>): () => Promise<Page> {
  return async () => {
    try {
      return await load()
    } catch (cause) {
      throw new StalePageError(cause)
    }
  }
}
