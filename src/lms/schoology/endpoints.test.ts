import { describe, expect, test } from 'vitest'
import type { Endpoint } from '#src/lms/endpoint.ts'
import * as sections from './endpoints-sections.ts'
import * as users from './endpoints-users.ts'
import { BASE, Flag, Id, MaybeNumber, Text } from './endpoints-values.ts'
import * as grades from './endpoints.ts'

const contract: Record<string, Endpoint> = { ...grades, ...sections, ...users }

// From the published documents; `live` as captured answers differ from them.
const samples = Object.entries(
  import.meta.glob<unknown>('./samples/*.json', { eager: true, import: 'default' }),
).map(([file, body]) => {
  const [name = '', ...variants] = file.replace('./samples/', '').replace('.json', '').split('.')
  return { name, request: variants.includes('request'), file, body }
})

describe('every endpoint', () => {
  test.each(Object.entries(contract))(
    '%s is documented, stands below the proxy, has a sample',
    (name, one) => {
      expect(one.doc).toMatch(/^https:\/\/developers\.schoology\.com\//)
      expect(one.path.startsWith(`${BASE}/`)).toBe(true)
      expect(samples.some((sample) => sample.name === name && !sample.request)).toBe(true)
    },
  )

  test.each(Object.entries(contract))('%s refuses something else', (_name, { response }) => {
    expect(response.safeParse(null).success).toBe(false)
    expect(response.safeParse([[]]).success).toBe(false)
    expect(response.safeParse({ section: {}, grades: 'none' }).success).toBe(false)
  })

  test.each(samples)('$file parses', ({ name, request, body }) => {
    const schema = request ? contract[name]?.body : contract[name]?.response
    expect(schema?.safeParse(body).error?.issues).toBeUndefined()
    expect(schema).toBeDefined()
  })
})

describe('loose values', () => {
  test.each([
    [Id, 44783151, '44783151'],
    [Id, '44783151', '44783151'],
    [MaybeNumber, '13.6666666667', 13.6666666667],
    [MaybeNumber, 91.32999999999998, 91.32999999999998],
    [MaybeNumber, '', null],
    [MaybeNumber, null, null],
    [MaybeNumber, '-1', -1],
    [Flag, '1', true],
    [Flag, 0, false],
    [Flag, '0', false],
    [Flag, '', false],
    [Flag, null, false],
    [Flag, true, true],
    [Text, null, ''],
    [Text, 'Late', 'Late'],
  ])('%#: %j is taken for %j', (schema, sent, taken) => {
    expect(schema.parse(sent)).toBe(taken)
  })

  test.each([
    [Id, ''],
    [Id, null],
    [MaybeNumber, 'A-'],
    [MaybeNumber, undefined],
    [MaybeNumber, {}],
    [Text, 5],
    [Flag, {}],
  ])('%#: %j is refused', (schema, sent) => {
    expect(schema.safeParse(sent).success).toBe(false)
  })

  test('the same grade comes out, however it was written', () => {
    const answer = samples.find(({ file }) => file.includes('sectionGrades.live'))?.body
    const [texts, empty] = grades.sectionGrades.response.parse(answer).grades.grade
    expect(texts).toMatchObject({
      enrollment_id: '44783151',
      grade: 13.6666666667,
      exception: 0,
      max_points: 20,
      timestamp: 1389651403,
      comment: '',
      comment_status: 1,
    })
    expect(empty).toMatchObject({
      enrollment_id: '44783151',
      grade: null,
      exception: 2,
      comment_status: null,
    })
  })
})
