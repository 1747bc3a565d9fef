import { HttpResponse } from 'msw'
import { type ErrorStyle, Reply } from '#mocks/answer.ts'
import type { Asked, Contract, Resolvers } from '#mocks/asked.ts'
import type { Json } from '#mocks/lms/write-model.ts'
import { Refusal, refusal } from '#mocks/lms/refusal.ts'
import type { Endpoint } from '#src/lms/endpoint.ts'
import { readXml } from './xml-read.ts'
import { toXml } from './xml-write.ts'

/** No document shows a refusal but by its status. */
export const messageErrors: ErrorStyle = ({ message }) => ({ message })

type AnyResolver = (asked: Asked<Endpoint>) => unknown

/**
 * Lets resolvers that answer JSON answer XML too, where `Accept` prefers it: refusals as well. What would drift from the
 * contract in JSON drifts in XML.
 */
export function inEitherForm<C extends Contract>(contract: C, resolvers: Resolvers<C>): Resolvers<C> {
  // Which endpoint a resolver is of is of no interest here, and a list of entries cannot say it.
  const either = Object.entries<AnyResolver>(resolvers as unknown as Record<string, AnyResolver>).map(
    ([name, resolver]): [string, AnyResolver] => [
      name,
      async (asked) => {
        if (!prefersXml(asked.headers.get('Accept'))) return resolver(asked)
        return xmlOf(contract[name], () => resolver(asked))
      },
    ],
  )
  // The same names as came in, which entries do not remember.
  return Object.fromEntries(either) as unknown as Resolvers<C>
}

async function xmlOf(endpoint: Endpoint | undefined, answer: () => unknown): Promise<Response> {
  try {
    const answered = await answer()
    const { body, status } = answered instanceof Reply ? answered : new Reply(answered)
    const issue = endpoint?.response.safeParse(body).error?.issues[0]
    if (issue) throw new Error(`${endpoint?.path} drifts: ${issue.path.join('.')}: ${issue.message}`)
    return xml(body as Json, status)
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'refused') return xml(messageErrors(error), error.status)
    throw error
  }
}

function xml(body: Json, status: number): Response {
  return new HttpResponse(toXml(body), { status, headers: { 'Content-Type': 'text/xml; charset=utf-8' } })
}

/**
 * Tells whether an `Accept` header prefers `text/xml` to `application/json`. Whoever has no preference gets JSON.
 * Design & Architecture: “a properly formatted and weighted list”.
 */
function prefersXml(accept: string | null): boolean {
  return weightOf(accept ?? '', 'text/xml') > weightOf(accept ?? '', 'application/json')
}

function weightOf(accept: string, type: string): number {
  const weights = accept.split(',').map((part) => {
    const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
    const stated = parameters.find((parameter) => parameter.startsWith('q='))
    return { range, weight: stated === undefined ? 1 : Number(stated.slice(2)) || 0 }
  })
  const wildcards = [type, `${type.split('/')[0]}/*`, '*/*']
  const closest = wildcards.flatMap((wildcard) => weights.find(({ range }) => range === wildcard) ?? [])[0]
  return closest?.weight ?? 0
}

/**
 * Gives the body of a request, JSON or XML by its `Content-Type`.
 * @throws {Refusal} 400 for what cannot be read, 415 for another media type
 */
export function bodyOf({ headers, text, json }: Pick<Asked<Endpoint>, 'headers' | 'text' | 'json'>): unknown {
  const mediaType = headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase()
  const body = mediaType === 'text/xml' || mediaType === 'application/xml' ? readXml(text) : json()
  if (body === undefined || body === null) throw refusal(400, 'The body is empty.')
  return body
}
