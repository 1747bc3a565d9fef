import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'

const compress = promisify(gzip)
/** Smaller answers would hardly shrink. */
const WORTH_COMPRESSING = 1024
/** Most that a request may carry, in bytes. */
const LONGEST_BODY = 16 * 1024 * 1024

/** Turns what came over the wire into a `Request`, whose signal aborts when the client gives up. */
export async function toRequest(incoming: IncomingMessage, outgoing: ServerResponse): Promise<Request> {
  const gone = new AbortController()
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) gone.abort()
  })
  const method = incoming.method ?? 'GET'
  const body = method === 'GET' || method === 'HEAD' ? undefined : await readBody(incoming)
  return new Request(new URL(`http://${incoming.headers.host ?? 'localhost'}${incoming.url ?? '/'}`), {
    method,
    headers: headersOf(incoming),
    body,
    signal: gone.signal,
  })
}

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers()
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    headers.append(rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '')
  }
  return headers
}

async function readBody(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > LONGEST_BODY) throw new Error('The request is too long')
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

/**
 * Sends a `Response`, gzipped where the client takes it. An error response becomes a dropped connection.
 * @param more headers beside the response's own
 */
export async function send(
  response: Response,
  request: Request,
  outgoing: ServerResponse,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  if (response.type === 'error') {
    outgoing.destroy()
    return
  }
  const body = Buffer.from(await response.arrayBuffer())
  const headers = new Headers(response.headers)
  // Cookies are no list that a comma can join.
  const cookies = response.headers.getSetCookie()
  headers.delete('Set-Cookie')
  headers.append('Vary', 'Accept-Encoding')
  for (const [name, value] of Object.entries(more)) headers.append(name, value)
  const zipped = !headers.has('Content-Encoding') && body.length >= WORTH_COMPRESSING && takesGzip(request)
  if (zipped) headers.set('Content-Encoding', 'gzip')
  // A class page is half a megabyte: the fast level costs a tenth of the time for a few percent of the size.
  const sent = zipped ? await compress(body, { level: constants.Z_BEST_SPEED }) : body
  if (response.status !== 204 && response.status !== 304) headers.set('Content-Length', String(sent.length))
  outgoing.writeHead(response.status, [
    ...[...headers].flat(),
    ...cookies.flatMap((cookie) => ['Set-Cookie', cookie]),
  ])
  outgoing.end(request.method === 'HEAD' ? undefined : sent)
}

/** Tells whether the client takes gzip. */
export function takesGzip(request: Request): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(request.headers.get('Accept-Encoding') ?? '')
}
