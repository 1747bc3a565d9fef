import { isLocalOrigin } from '#mocks/origins.ts'

/** Headers that a page of another origin may read. */
const READABLE = 'Retry-After, Location, Allow'
/** Headers that a page of another origin may send: those of the LMS's own front ends. */
const SENDABLE = 'Accept, Authorization, Content-Type, USE-JWT-COOKIE, X-CSRFToken, X-Requested-With'

/**
 * Lets front ends that run on this machine, on other ports, call the LMS with credentials; no page from elsewhere.
 * @returns the headers to add; none where the request does not come from such an origin
 */
export function corsHeaders(request: Request): Record<string, string> {
  const origin = request.headers.get('Origin')
  if (origin === null) return {}
  if (!isLocalOrigin(origin)) return { Vary: 'Origin' }
  return {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Credentials': 'true',
    'Access-Control-Expose-Headers': READABLE,
    Vary: 'Origin',
  }
}

/**
 * Answers the browser's question before a request from another origin; null where this is no such question. Who may
 * not ask finds no permission in the answer.
 */
export function preflight(request: Request): Response | null {
  const method = request.headers.get('Access-Control-Request-Method')
  if (request.method !== 'OPTIONS' || !method) return null
  const origin = request.headers.get('Origin')
  if (origin === null || !isLocalOrigin(origin)) return new Response(null, { status: 204 })
  return new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Methods': 'DELETE, GET, OPTIONS, PATCH, POST, PUT',
      'Access-Control-Allow-Headers': SENDABLE,
      'Access-Control-Max-Age': '600',
    },
  })
}
