/** Gives a table as a file to download. */
export function csvFile(name: string, content: string): Response {
  return new Response(content, {
    headers: { 'Content-Type': 'text/csv', 'Content-Disposition': `attachment; filename="${name}"` },
  })
}
