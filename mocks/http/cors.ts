/** Headers that a page of another origin may read. */
const READABLE = 'Retry-After, Location, Allow'

/**
 * Lets pages of any origin call the LMS with credentials: it is for development, and its grades are made up.
 * @returns the headers to add; none where the request does not come from another origin
 */
export function corsHeaders(request: Request): Record<string, string> {
  const origin = request.headers.get('Origin')
  if (!origin) return {}
  return {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Credentials': 'true',
    'Access-Control-Expose-Headers': READABLE,
    Vary: 'Origin',
  }
}

/** Answers the browser's question before a request from another origin; null where this is no such question. */
export function preflight(request: Request): Response | null {
  const method = request.headers.get('Access-Control-Request-Method')
  if (request.method !== 'OPTIONS' || !method) return null
  return new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Methods': method,
      'Access-Control-Allow-Headers': request.headers.get('Access-Control-Request-Headers') ?? '',
      'Access-Control-Max-Age': '600',
    },
  })
}
