import type { Documented, Field, FieldType, Form, Method } from './model.ts'

const HEADING = /^(GET|POST|PUT|PATCH|DELETE) (\/\S*)#$/
/** `  • results[].id (integer) – Some words (required)` */
const BULLET = /^\s+• (\S+) \((string|integer|number|boolean|object)\) –(.*)$/
/** `>json string downloads[].link:` and its like, which three operations use in place of the heads. */
const MARK = /^(param|query|<json|>json) (string|integer|number|boolean|object) (\S+):$/
const STATUS = /^(?:\s+• ([1-5]\d\d) |status ([1-5]\d\d):$)/
const PLACEHOLDER = /\{(\w+)\}/g

type List = 'parameters' | 'query' | 'request' | 'response'

const HEADS: Readonly<Record<string, List | null>> = {
  'Parameters:': 'parameters',
  'Query Parameters:': 'query',
  'Request JSON Object:': 'request',
  'Response JSON Object:': 'response',
  'Status Codes:': null,
}

const MARKS: Readonly<Record<string, List>> = {
  param: 'parameters',
  query: 'query',
  '<json': 'request',
  '>json': 'response',
}

/** How the reference begins to tell in words, or by an example, what comes back. */
const IN_WORDS =
  /^\s*(?:(?:GET |POST )?Response Values|Example (?:GET )?[Rr]esponse|Should return the following:|If successful, status code is|And response will be in following format)/

/**
 * Reads the reference of the LMS's APIs: plain text, in which a line such as `GET /user/v1/me#` begins an operation.
 * Nothing is corrected here, but for the prefix `/api`, which every path has on the server and none in the text.
 */
export function parseReference(text: string): Documented[] {
  const operations: Documented[] = []
  let block: { method: Method; path: string; lines: string[] } | null = null
  for (const line of text.split(/\r?\n/)) {
    const [, method, path] = HEADING.exec(line) ?? []
    if (method && path) {
      if (block) operations.push(operationOf(block.method, block.path, block.lines))
      block = { method: method as Method, path, lines: [] }
    } else block?.lines.push(line)
  }
  if (block) operations.push(operationOf(block.method, block.path, block.lines))
  return operations
}

function operationOf(method: Method, path: string, lines: readonly string[]): Documented {
  const lists: Record<List, Map<string, Field>> = {
    parameters: new Map(),
    query: new Map(),
    request: new Map(),
    response: new Map(),
  }
  const statuses = new Set<number>()
  let list: List | null = null
  for (const [index, line] of lines.entries()) {
    const head = HEADS[line]
    if (head !== undefined) list = head
    const [, mark, markType, markName] = MARK.exec(line) ?? []
    if (mark && markType && markName) {
      // The words about it stand on the next line that is not empty, if there are any.
      add(lists[MARKS[mark] as List], markName, markType, lines[index + 2] ?? '')
    }
    const [, name, type, words] = BULLET.exec(line) ?? []
    if (list && name && type) add(lists[list], name, type, words ?? '')
    const [, bullet, status] = STATUS.exec(line) ?? []
    if (bullet ?? status) statuses.add(Number(bullet ?? status))
  }
  const response = [...lists.response.values()]
  const inPath = new Set([...path.matchAll(PLACEHOLDER)].map(([, name]) => name))
  const parameters = [...lists.parameters.values()]
  return {
    method,
    path: `/api${path}`,
    pathParameters: [...inPath].map((name) => lists.parameters.get(name ?? '') ?? text(name ?? '')),
    query: [...parameters.filter(({ name }) => !inPath.has(name)), ...lists.query.values()],
    request: [...lists.request.values()],
    response,
    form: formOf(response, lines),
    statuses: [...statuses],
  }
}

function add(list: Map<string, Field>, name: string, type: string, words: string): void {
  // The tools tack `(required)` or `(read only)` to the end; what stands before is somebody's prose.
  const required = /\(required\)\s*$/.test(words)
  const readOnly = /\(read only\)\s*$/.test(words)
  list.set(name, { name, type: type as FieldType, required, readOnly, nullable: false })
}

function text(name: string): Field {
  return { name, type: 'string', required: true, readOnly: false, nullable: false }
}

function formOf(response: readonly Field[], lines: readonly string[]): Form {
  if (response.some(({ name }) => name.startsWith('[]'))) return 'array'
  if (response.some(({ name }) => name.startsWith('results[]'))) return 'paged'
  if (response.length > 0) return 'object'
  return lines.some((line) => IN_WORDS.test(line)) ? 'prose' : 'none'
}
