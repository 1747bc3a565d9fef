import { describe, expect, test } from 'vitest'
import { parseReference } from './parse.ts'

const only = (text: string) => {
  const operations = parseReference(text)
  expect(operations).toHaveLength(1)
  const [operation] = operations
  if (!operation) throw new Error('Nothing was read')
  return operation
}

describe('an operation', () => {
  test('begins at its heading, whether or not a blank line stands before it', () => {
    const text = `LMS APIs#

GET /shelf/v1/books/#

Lists books.

Status Codes:
POST /shelf/v1/books/#

Adds a book.

}#
Status Codes:
DELETE /shelf/v1/books/{id}/#
Status Codes:
`
    expect(parseReference(text).map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /api/shelf/v1/books/',
      'POST /api/shelf/v1/books/',
      'DELETE /api/shelf/v1/books/{id}/',
    ])
  })

  test('has the parameters of its path, of its query, and its fields, with types and marks', () => {
    const operation = only(`PUT /shelf/v1/{shelf},{book}#

Parameters:
  • shelf (integer) – Which shelf it is on.

  • shelf

Query Parameters:
  • page (integer) – A page number.

Request JSON Object:
  • title (string) – (required)

Status Codes:
Response JSON Object:
  • id (integer) – (read only)

  • owner.name (string) – Who owns it. Not (required) twice.

  • pages[].number (number) –
`)
    expect(operation.pathParameters).toMatchObject([
      { name: 'shelf', type: 'integer' },
      // Not documented, but in the path.
      { name: 'book', type: 'string' },
    ])
    expect(operation.query).toMatchObject([{ name: 'page', type: 'integer', required: false }])
    expect(operation.request).toMatchObject([{ name: 'title', type: 'string', required: true }])
    expect(operation.response).toEqual([
      { name: 'id', type: 'integer', required: false, readOnly: true, nullable: false },
      { name: 'owner.name', type: 'string', required: false, readOnly: false, nullable: false },
      { name: 'pages[].number', type: 'number', required: false, readOnly: false, nullable: false },
    ])
    expect(operation.form).toBe('object')
  })

  test('takes what is in no path for a query parameter', () => {
    const operation = only('GET /shelf/v1/books/#\n\nParameters:\n  • colour (string) – Of the back.\n')
    expect(operation.pathParameters).toEqual([])
    expect(operation.query).toMatchObject([{ name: 'colour' }])
  })

  test('reads the fields of the other tool, with the marks on the line behind', () => {
    const operation = only(`POST /shelf/v1/sort/{shelf}#

param string shelf:

ID of the shelf.

query integer depth:

<json string orders[]:

status 200:

status 404:

No such shelf.

>json boolean sorted:

Whether it is done. (required)

>json string task:
`)
    expect(operation).toMatchObject({
      pathParameters: [{ name: 'shelf' }],
      query: [{ name: 'depth', type: 'integer' }],
      request: [{ name: 'orders[]' }],
      response: [
        { name: 'sorted', type: 'boolean', required: true },
        { name: 'task', type: 'string', required: false },
      ],
      statuses: [200, 404],
    })
  })

  test('reads bullets as fields only below their heads, and statuses where they stand', () => {
    const operation = only(`GET /shelf/v1/me#

Returns

  • 200 on success with above fields.

  • 404 if there is no shelf.

  • owner (string) – In prose.

Status Codes:
`)
    expect(operation).toMatchObject({ query: [], request: [], response: [], statuses: [200, 404] })
  })
})

describe('the form', () => {
  const formOf = (lines: string) => only(`GET /shelf/v1/x#\n\n${lines}\n`).form
  test('is told by the names of the fields', () => {
    const fields = (name: string) => `Response JSON Object:\n  • ${name} (string) –`
    expect(formOf(fields('[].title'))).toBe('array')
    expect(formOf(fields('results[].title'))).toBe('paged')
    expect(formOf(fields('results[]'))).toBe('paged')
    expect(formOf(fields('title'))).toBe('object')
  })

  test('is prose where an example or words stand in for fields, else none', () => {
    expect(formOf('Response Values\n\n  • title: Of the book.')).toBe('prose')
    expect(formOf('Example response:\n{\n}')).toBe('prose')
    expect(formOf('Returns the response of the shelf.')).toBe('none')
  })
})
