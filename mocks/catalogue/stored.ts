import type { Documented, Field, FieldType, Form, Method } from './model.ts'

/** An operation as it stands in `operations.json`: a field is written `name type` and what else is known of it. */
export interface StoredOperation {
  readonly method: string
  readonly path: string
  readonly pathParameters: readonly string[]
  readonly query: readonly string[]
  readonly request: readonly string[]
  readonly response: readonly string[]
  readonly form: string
  readonly statuses: readonly number[]
}

/** Writes an operation as it is kept. */
export function storedFrom(operation: Documented): StoredOperation {
  const { method, path, pathParameters, query, request, response, form, statuses } = operation
  return {
    method,
    path,
    pathParameters: pathParameters.map(({ name, type }) => `${name} ${type}`),
    query: query.map(writeField),
    request: request.map(writeField),
    response: response.map(writeField),
    form,
    statuses,
  }
}

/** Reads an operation as it is kept. */
export function readStored(stored: StoredOperation): Documented {
  return {
    ...stored,
    method: stored.method as Method,
    pathParameters: stored.pathParameters.map((text) => ({ ...readField(text), required: true })),
    query: stored.query.map(readField),
    request: stored.request.map(readField),
    response: stored.response.map(readField),
    form: stored.form as Form,
  }
}

/** Reads `results[].id integer required`; the marks are `required`, `read-only` and `nullable`. */
export function readField(text: string): Field {
  const [name = '', type = 'string', ...marks] = text.split(' ')
  return {
    name,
    type: type as FieldType,
    required: marks.includes('required'),
    readOnly: marks.includes('read-only'),
    nullable: marks.includes('nullable'),
  }
}

function writeField({ name, type, required, readOnly }: Field): string {
  return `${name} ${type}${required ? ' required' : ''}${readOnly ? ' read-only' : ''}`
}
