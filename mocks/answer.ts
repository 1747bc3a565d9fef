import { HttpResponse } from 'msw'
import type { Json } from '#mocks/lms/write-model.ts'
import type { Refusal } from '#mocks/lms/refusal.ts'
import { crashPage } from './pages.ts'

/** How an API family writes a refusal, as JSON. */
export type ErrorStyle = (refused: Pick<Refusal, 'message' | 'code' | 'fields'>) => Json

/** Grades API v1 and cohorts: `developer_message`, and `error_code` where there is one; or what is wrong by field. */
export const developerErrors: ErrorStyle = ({ message, code, fields }) =>
  fields
    ? { field_errors: mapValues(fields, (words) => ({ developer_message: words })) }
    : { developer_message: message, ...(code === null ? {} : { error_code: code }) }

/** Plain Django REST framework: `detail` and nothing else; or a list of what is wrong for each field. */
export const detailErrors: ErrorStyle = ({ message, fields }) =>
  fields ? mapValues(fields, (words) => [words]) : { detail: message }

function mapValues(fields: Readonly<Record<string, string>>, change: (words: string) => Json): Json {
  return Object.fromEntries(Object.entries(fields).map(([name, words]) => [name, change(words)]))
}

/** Headers of an answer; those that cannot be joined by commas (`Set-Cookie`) as a list. */
type AnswerHeaders = Readonly<Record<string, string | readonly string[]>>

/** An answer with a status or headers of its own; without it the answer is the body, with status 200. */
export class Reply<Body> {
  readonly body: Body
  readonly status: number
  readonly headers: AnswerHeaders

  constructor(body: Body, status = 200, headers: AnswerHeaders = {}) {
    this.body = body
    this.status = status
    this.headers = headers
  }
}

/**
 * Gives a JSON response, an empty one for undefined. Unlike `HttpResponse.json` it states no length, since a fault may
 * still change the text.
 */
export function json(body: unknown, status = 200, headers: AnswerHeaders = {}): Response {
  if (body === undefined) return new HttpResponse(null, { status, headers: listed(headers) })
  return new HttpResponse(JSON.stringify(body), {
    status,
    headers: listed({ 'Content-Type': 'application/json', ...headers }),
  })
}

function listed(headers: AnswerHeaders): Array<[string, string]> {
  return Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  )
}

/** Gives the response to a refusal: JSON in the family's style, or the HTML page of a crash. */
export function refused(
  refusal: Refusal,
  style: ErrorStyle,
  headers?: Readonly<Record<string, string>>,
): Response {
  return refusal.kind === 'crash' ? crashPage() : json(style(refusal), refusal.status, headers)
}
