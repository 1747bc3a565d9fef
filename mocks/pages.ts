/** The HTML pages that a Django server answers with when it has no JSON to give. */

/** Gives a plain HTML page. */
export function page(status: number, title: string, text: string, body = ''): Response {
  const html = `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>${escape(title)}</title>
</head>
<body>
  <h1>${escape(title)}</h1><p>${escape(text)}</p>${body}
</body>
</html>
`
  return new Response(html, { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}

/** What an error that nobody caught looks like from outside: never JSON. */
export function crashPage(): Response {
  return page(500, 'Server Error (500)', '')
}

/** What the server says about an address that it does not know. */
export function notFoundPage(): Response {
  return page(404, 'Not Found', 'The requested resource was not found on this server.')
}

/** Writes text so that it cannot become markup. */
export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
