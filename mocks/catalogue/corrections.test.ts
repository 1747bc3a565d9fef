import { describe, expect, test } from 'vitest'
import { corrected } from './corrections.ts'
import { operations } from './operations.ts'
import documented from './operations.json' with { type: 'json' }
import { readStored, storedFrom } from './stored.ts'
import summaries from './summaries.json' with { type: 'json' }

const named = (id: string) => operations.find(({ method, path }) => `${method} ${path}` === id)
const fields = (id: string) => named(id)?.response.map(({ name }) => name) ?? []

describe('the data', () => {
  test('holds the 372 operations of the reference with their 998 fields', () => {
    expect(documented).toHaveLength(372)
    expect(documented.flatMap(({ response }) => response)).toHaveLength(998)
    expect(documented.filter(({ response }) => response.length > 0)).toHaveLength(97)
    expect(documented.filter(({ request }) => request.length > 0)).toHaveLength(39)
  })

  test('says in one short sentence what each operation does', () => {
    const wordless = operations.filter(({ summary }) => !/^[A-Z].{5,118}\.$/.test(summary))
    expect(wordless.map(({ method, path }) => `${method} ${path}`)).toEqual([])
    expect(Object.keys(summaries)).toHaveLength(372)
  })

  test('comes back from how it is kept', () => {
    expect(documented.map((stored) => storedFrom(readStored(stored)))).toEqual(documented)
  })
})

describe('a correction', () => {
  test('leaves nothing that is described in words only', () => {
    expect(operations.filter(({ form }) => form === 'prose')).toEqual([])
  })

  test('takes the place of what is documented otherwise, and of what is never sent', () => {
    const metadata = fields('GET /api/course_home/v1/course_metadata/{course_key_string}')
    expect(metadata).not.toContain('can_show_upgrade_sock')
    expect(metadata).not.toContain('verified_mode')
    expect(metadata).toContain('verified_mode.price')
    expect(metadata).toEqual(fields('GET /api/course_home/course_metadata/{course_key_string}'))
  })

  test('changes each of the operations that it names, and those alone', () => {
    const read = documented.map(readStored)
    const changed = read.filter((operation) => {
      const after = corrected(operation)
      return JSON.stringify(after) !== JSON.stringify(operation)
    })
    expect(changed.length).toBeGreaterThan(90)
    const untouched = read.find(({ path }) => path === '/api/toggles/v0/state/')
    expect(untouched && corrected(untouched)).toEqual(untouched)
  })

  test('lets the links of every page be null', () => {
    const links = operations
      .filter(({ form }) => form === 'paged')
      .flatMap(({ response }) => response.filter(({ name }) => /(?:^|\.)(?:next|previous)$/.test(name)))
    expect(links.length).toBeGreaterThan(30)
    expect(links.every(({ nullable }) => nullable)).toBe(true)
  })

  test('keeps the statuses of refusals', () => {
    expect(named('POST /api/course_home/unsubscribe_from_course_goal/{token}')?.statuses).toEqual([200])
    expect(named('GET /api/course_home/dates/{course_key_string}')?.statuses).toEqual([200, 401, 404])
  })

  test('gives the body the fields that are documented as parameters', () => {
    const post = named('POST /api/course_live/course/{course_id}/')
    expect(post?.query).toEqual([])
    expect(post?.request.map(({ name }) => name)).toContain('provider_type')
  })
})
