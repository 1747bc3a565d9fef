/**
 * Makes `operations.json` anew from the text of the reference: `node mocks/catalogue/make.ts lms-apis.txt`.
 * Run by hand when the reference changes, which is why it insists on what the reference is known to hold. Only facts are
 * kept of it, none of its prose; `summaries.json` is written by hand.
 */
import { deepStrictEqual } from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import type { Documented, Form } from './model.ts'
import { parseReference } from './parse.ts'
import { storedFrom } from './stored.ts'

const [file] = process.argv.slice(2)
if (file === undefined)
  throw new Error('Say where the reference is: node mocks/catalogue/make.ts lms-apis.txt')

const operations = parseReference(readFileSync(file, 'utf8'))
const typed = operations.filter(({ response }) => response.length > 0)
/** Three operations came through another tool and write their fields as `>json string name:`. */
const OTHER_TOOL = /^\/api\/(?:instructor\/v1\/reports|program_enrollments\/v1\/users)\//
const marked = typed.filter(({ path }) => OTHER_TOOL.test(path))
const headed = typed.filter(({ path }) => !OTHER_TOOL.test(path))

deepStrictEqual(
  {
    operations: operations.length,
    unique: new Set(operations.map(({ method, path }) => `${method} ${path}`)).size,
    typed: typed.length,
    headed: headed.length,
    marked: marked.length,
    fields: fieldsIn(headed),
    markedFields: fieldsIn(marked),
    arrays: having(headed, 'array'),
    pages: having(headed, 'paged'),
    requests: operations.filter(({ request }) => request.length > 0).length,
    prose: having(operations, 'prose'),
    none: having(operations, 'none'),
    onlyRequests: operations.filter(({ form, request }) => form === 'none' && request.length > 0).length,
  },
  {
    operations: 372,
    unique: 372,
    typed: 97,
    headed: 94,
    marked: 3,
    fields: 978,
    markedFields: 20,
    arrays: 9,
    pages: 16,
    requests: 39,
    prose: 24,
    none: 251,
    onlyRequests: 5,
  },
)

const lines = operations.map((operation) => JSON.stringify(storedFrom(operation)))
writeFileSync(new URL('operations.json', import.meta.url), `[\n${lines.join(',\n')}\n]\n`)

function fieldsIn(some: readonly Documented[]): number {
  return some.flatMap(({ response }) => response).length
}

function having(some: readonly Documented[], form: Form): number {
  return some.filter((operation) => operation.form === form).length
}
