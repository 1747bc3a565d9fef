import * as z from 'zod/mini'
import { describe, expect, test } from 'vitest'
import { endpoint } from '#src/lms/endpoint.ts'
import { catalogue, entriesOf, search } from './catalogue.ts'
import { titleOf } from './families.ts'

const entries = catalogue().flatMap((family) => family.entries)
const entry = (id: string) => entries.find((one) => one.id === id)

const book = {
  method: 'GET',
  path: '/api/shelf/v1/books/:bookId/?',
  response: z.object({}),
  doc: 'https://example.com/books',
} as const
const shelf = {
  book: endpoint({ ...book, query: { page: 'number' } }),
  bookOfOwner: endpoint({ ...book, query: { owner: 'text' }, selectedBy: 'owner' }),
  moveBook: endpoint({ ...book, method: 'PUT', path: '/api/shelf/v1/books/:bookId', aliases: ['/shelf'] }),
}

describe('the catalogue', () => {
  test('has every documented operation once, in families with titles', () => {
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
    expect(entries.length).toBeGreaterThan(372)
    for (const family of catalogue()) {
      expect(family.title).not.toBe('')
      expect(family.entries.every(({ family: id }) => id === family.id)).toBe(true)
    }
  })

  test('knows who answers, who is asked for no account, and which screens ask', () => {
    expect(entry('GET /api/grades/v1/gradebook/{course_id}/')).toMatchObject({
      answeredBy: 'school',
      open: false,
      screens: ['Gradebook', 'Score editor', 'Progress', 'Grades across courses'],
    })
    expect(entry('GET /api/val/v0/videos/')).toMatchObject({ answeredBy: 'catalogue', screens: [] })
    expect(entry('GET /api/mfe_config/v1')).toMatchObject({ open: true })
    expect(entry('GET /csrf/api/v1/token')).toMatchObject({ open: true })
  })

  test('adds to the reference what contracts have besides, and the query that they know', () => {
    expect(entry('POST /login_refresh')).toMatchObject({ family: 'login_refresh', answeredBy: 'school' })
    const gradebook = entry('GET /api/grades/v1/gradebook/{course_id}/')
    expect(gradebook?.query.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['user_contains', 'username']),
    )
  })

  test('names every screen of its table by a path that exists', () => {
    const named = new Set(entries.flatMap(({ screens }) => screens))
    expect([...named].toSorted()).toEqual([
      'Courses',
      'Every screen',
      'Gradebook',
      'Grades across courses',
      'Grading info',
      'Progress',
      'Score editor',
    ])
  })
})

describe('a search', () => {
  test('finds entries that hold every word, in any case', () => {
    const found = search(entries, 'get COHORTS settings').map(({ id }) => id)
    expect(found).toEqual(['GET /api/cohorts/v1/settings/{course_key_string}'])
    expect(search(entries, 'gradebook nowhere')).toEqual([])
  })

  test('gives all for no words', () => {
    expect(search(entries, '  ')).toHaveLength(entries.length)
  })
})

describe('entries of a contract', () => {
  test('are one for each method and path, with the query of all that share it', () => {
    const found = entriesOf(shelf)
    expect(found.map(({ id }) => id)).toEqual([
      'GET /api/shelf/v1/books/{bookId}',
      'PUT /api/shelf/v1/books/{bookId}',
      'PUT /shelf',
    ])
    expect(found[0]).toMatchObject({
      family: 'shelf',
      summary: 'Book',
      pathParameters: [{ name: 'bookId' }],
      query: [
        { name: 'page', type: 'number' },
        { name: 'owner', type: 'string' },
      ],
      answeredBy: 'school',
      doc: 'https://example.com/books',
    })
    expect(found[1]?.summary).toBe('Move book')
  })

  test('are listed where one says', () => {
    expect(entriesOf(shelf, 'library').every(({ family }) => family === 'library')).toBe(true)
  })
})

test('a family without a title of its own is called by its path', () => {
  expect(titleOf('book_shelf-two')).toBe('Book shelf two')
})
