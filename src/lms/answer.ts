import type { Endpoint } from './endpoint.ts'
import { LmsError, type LmsErrorDetails } from './errors.ts'
import type { Answer } from './send.ts'

type Issue = NonNullable<ReturnType<Endpoint['response']['safeParse']>['error']>['issues'][number]

/**
 * Reads an answer of an expected status as the contract describes it.
 * @throws {LmsError} `unavailable` for a page of HTML; `contract` where a field is not what was agreed. It names the
 *   field and the types, never the value: that may be personal.
 */
export function parseAnswer(endpoint: Endpoint, answer: Answer, about: LmsErrorDetails): unknown {
  if (answer.json === undefined) {
    if (answer.html) throw new LmsError('unavailable', { ...about, reason: 'html', status: answer.status })
    throw new LmsError('contract', { ...about, field: '(body)', expected: 'JSON', received: 'text' })
  }
  const parsed = endpoint.response.safeParse(answer.json)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const path = issue?.path ?? []
  throw new LmsError('contract', {
    ...about,
    field: path.map(String).join('.') || '(body)',
    expected: issue && expectation(issue),
    received: typeName(valueAt(answer.json, path)),
  })
}

function expectation(issue: Issue): string {
  if (issue.code === 'invalid_union') {
    const ways = issue.errors.flatMap((way) => way.slice(0, 1)).map(expectation)
    return [...new Set(ways)].join(' or ')
  }
  return 'expected' in issue ? String(issue.expected) : issue.code
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined
    at = (at as Readonly<Record<PropertyKey, unknown>>)[key]
  }
  return at
}

function typeName(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}
