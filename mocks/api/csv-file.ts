/** Gives a table as a file to download. Its name travels as Django's `FileResponse` writes it (RFC 6266). */
export function csvFile(name: string, content: string): Response {
  return new Response(content, {
    headers: { 'Content-Type': 'text/csv', 'Content-Disposition': `attachment; ${parameterFor(name)}` },
  })
}

/** A header holds plain letters only; all others go percent-encoded. */
function parameterFor(name: string): string {
  return /^[ !#-[\]-~]*$/.test(name)
    ? `filename="${name}"`
    : `filename*=utf-8''${encodeURIComponent(name.toWellFormed())}`
}
