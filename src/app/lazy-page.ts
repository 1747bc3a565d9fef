/** A file of the app could not be fetched: it was replaced by a newer version, or the connection is gone. */
class StalePageError extends Error {
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

/** What browsers say of an `import()` that could not be fetched: Chromium, Firefox, Safari. */
const GONE = /dynamically imported module|importing a module script failed|unable to preload css/i

/** Tells whether an error means that a file of the app is gone: a page, or a popover that loads when opened. */
export function isStalePage(error: unknown): boolean {
  return error instanceof StalePageError || (error instanceof TypeError && GONE.test(error.message))
}
