/**
 * What stands on the page when the app itself could not start: configuration not readable, or a file gone.
 * There is no message catalogue at that moment, so this is the one place with words of its own.
 */
export function FatalError({ error }: { error: unknown }) {
  return (
    <main className="fatal">
      <h1>Rollbook could not start</h1>
      <p>
        The page or its configuration could not be read. Reload the page; if this stays, tell your site’s
        support.
      </p>
      <p>
        <small>{error instanceof Error ? error.message : String(error)}</small>
      </p>
      <button type="button" onClick={() => location.reload()}>
        Reload
      </button>
    </main>
  )
}
