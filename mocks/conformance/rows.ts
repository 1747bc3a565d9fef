import type { TestServer } from '#mocks/http/test-client.ts'
import type { Persona } from '#mocks/lms/model.ts'

/**
 * One line of a conformance table: who asks for what, and which status and body come back. A body is JSON (or a
 * matcher for it), `PAGE` for a page of HTML, `EMPTY` for none.
 */
export type Row = readonly [who: Persona, ask: string, status: number, body: unknown, wish?: Wish]

interface Wish {
  /** Sent as JSON, unless it is text. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export const PAGE = 'a page of HTML'
export const EMPTY = 'no body'

/** Texts that many endpoints share, word for word. */
export const TEXTS = {
  anonymous: 'Incorrect authentication credentials.',
  notProvided: 'Authentication credentials were not provided.',
  noPermission: 'You do not have permission to perform this action.',
  noAuthor: 'The requesting user does not have course author permissions.',
  badKey: 'The provided course key cannot be parsed.',
} as const

/** How the families that are built on DeveloperErrorViewMixin refuse. */
export function refused(developerMessage: string, errorCode?: string): object {
  return { developer_message: developerMessage, ...(errorCode ? { error_code: errorCode } : {}) }
}

/** How all others do. */
export function detail(text: string): object {
  return { detail: text }
}

/** Rows with what they say in words, for `test.each`. */
export function told(rows: readonly Row[]): Array<[words: string, row: Row]> {
  return rows.map((row) => {
    const [who, ask, status, , wish] = row
    const sent = wish?.body === undefined ? '' : ` with ${JSON.stringify(wish.body).slice(0, 60)}`
    return [`${who} asks ${ask}${sent}: ${status}`, row]
  })
}

/** Gives what a row says must come back. */
export function due([, , status, body]: Row): readonly [status: number, body: unknown] {
  return [status, body]
}

/** Asks what a row asks, with a token; gives what a row says. */
export async function outcomeOf(
  server: TestServer,
  row: Row,
): Promise<readonly [status: number, body: unknown]> {
  const response = await send(server, row)
  return [response.status, await bodyOf(response)]
}

/** Asks what a row asks, with a token. */
export function send(server: TestServer, [who, ask, , , wish = {}]: Row): Promise<Response> {
  const [method = 'GET', path = '/'] = ask.split(' ')
  return server.ask(path, { as: who, method, ...wish })
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text()
  const type = response.headers.get('Content-Type') ?? ''
  if (text === '') return EMPTY
  if (type.startsWith('text/html')) return text.startsWith('<!doctype html>') ? PAGE : text
  return type.includes('json') ? (JSON.parse(text) as unknown) : text
}
