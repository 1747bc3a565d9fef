import type { Entry, Field } from '#mocks/catalogue/model.ts'
import { type Values, prefill } from './values.ts'

/** Bodies of operations whose reference does not describe them, by method and path with blanks. */
const known: Readonly<Record<string, (values: Values) => unknown>> = {
  'POST /api/grades/v1/gradebook/{}/bulk-update': ({ userId, subsection }) => [
    {
      user_id: Number(userId),
      usage_id: subsection,
      grade: { earned_graded_override: 1, comment: 'From the control room' },
    },
  ],
}

/**
 * Gives a JSON body to begin with: what is documented of it, filled in from the school; empty where nothing is known.
 */
export function bodyFor({ method, path, request }: Entry, values: Values): string {
  const make = known[`${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`]
  if (make) return JSON.stringify(make(values), null, 2)
  const fields = request.filter(({ readOnly }) => !readOnly)
  if (fields.length === 0) return ''
  const body: Record<string, unknown> = {}
  for (const field of fields) put(body, field.name.split('.'), field, values)
  return JSON.stringify(body, null, 2)
}

/** Puts a value at a documented name such as `modes[].price`. */
function put(
  object: Record<string, unknown>,
  [head = '', ...rest]: readonly string[],
  field: Field,
  values: Values,
): void {
  const isList = head.endsWith('[]')
  const name = isList ? head.slice(0, -2) : head
  if (rest.length === 0) {
    const value = valueOf(field, values)
    object[name] = isList ? [value] : value
    return
  }
  object[name] ??= isList ? [{}] : {}
  const next = isList ? (object[name] as unknown[])[0] : object[name]
  // A name that is documented both as plain and as a parent stays plain.
  if (typeof next === 'object' && next !== null) put(next as Record<string, unknown>, rest, field, values)
}

function valueOf({ name, type }: Field, values: Values): unknown {
  const last = name.split('.').at(-1) ?? name
  switch (type) {
    case 'integer':
    case 'number':
      return Number(prefill({ name: last, type }, values))
    case 'boolean':
      return true
    case 'object':
      return {}
    case 'array':
      return []
    case 'string':
      return prefill({ name: last, type }, values)
  }
}
