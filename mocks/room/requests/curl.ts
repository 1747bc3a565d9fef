import type { Exchange } from '#mocks/log.ts'

/** Where `npm run lms` listens when nothing else is said: nothing outside the browser reaches this tab's LMS. */
const ORIGIN = 'http://localhost:8000'

/** Headers that only a browser's session needs; here a token says who is asking. */
const LEFT_OUT = new Set(['authorization', 'cookie', 'x-csrftoken', 'content-length', 'origin', 'referer'])

/** Gives the command that asks the same of `npm run lms`, as the same person. */
export function asCurl({ method, path, query, persona, request }: Exchange): string {
  const headers = request.headers.filter(([name]) => !LEFT_OUT.has(name))
  const parts = [
    `curl${method === 'GET' ? '' : ` -X ${method}`} ${quoted(ORIGIN + encoded(path) + query)}`,
    `-H ${quoted(`Authorization: Bearer mock-${persona}`)}`,
    ...headers.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(request.body === null ? [] : [`--data-raw ${quoted(request.body)}`]),
  ]
  return parts.join(' \\\n  ')
}

/** Writes a path so that it is one again in a URL. */
function encoded(path: string): string {
  return encodeURI(path).replaceAll('?', '%3F').replaceAll('#', '%23')
}

/** Writes text so that a POSIX shell takes it as one word and reads nothing into it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}
