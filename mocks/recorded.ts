import { type HttpHandler, getResponse, http } from 'msw'
import { askerOf } from './asker.ts'
import { type RequestLog, shortened } from './log.ts'
import { decodePath } from './route.ts'
import type { World } from './world.ts'

/** Headers of the browser's own that tell a reader of the log nothing. */
const NOISE = /^(?:sec-|accept-encoding|accept-language|cache-control|connection|dnt|host|pragma|user-agent)/

/**
 * Wraps handlers so that a log hears of everything they answer. The answer is not held up: its body is read for the log
 * while it is on its way.
 * @param answers tells which requests the handlers are there for
 */
export function recorded(
  world: World,
  log: RequestLog,
  answers: (url: URL) => boolean,
  handlers: HttpHandler[],
): HttpHandler[] {
  return [
    http.all(
      ({ request }) => answers(new URL(request.url)),
      async ({ request, cookies }) => {
        const url = new URL(request.url)
        const { persona } = askerOf(world, request, cookies)
        const [at, start] = [Date.now(), performance.now()]
        const sent = request.body === null ? null : await request.clone().text()
        const response = await getResponse(handlers, request)
        if (!response) return undefined
        const id = log.add({
          at,
          method: request.method,
          // As a person writes it; one whose encoding is broken stays as it came.
          path: decodePath(url.pathname) ?? url.pathname,
          query: url.search,
          persona,
          status: response.status,
          took: performance.now() - start,
          ...log.answererOf(request.signal),
          request: { headers: headersOf(request).filter(([name]) => !NOISE.test(name)), ...shortened(sent) },
          response: { headers: headersOf(response), body: null, cut: false },
        })
        if (response.body !== null) {
          const copy = response.clone()
          void copy.text().then(
            (text) => log.fill(id, shortened(text)),
            // It broke off on its way: then the log has no body of it.
            () => undefined,
          )
        }
        return response
      },
    ),
  ]
}

function headersOf({ headers }: Request | Response): Array<readonly [string, string]> {
  return [...headers]
}
