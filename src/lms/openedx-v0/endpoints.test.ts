import { describe, expect, test } from 'vitest'
import type { Endpoint } from '#src/lms/endpoint.ts'
import * as grades from './endpoints.ts'

const contract: Record<string, Endpoint> = grades

// After the published document; the key of the course is called as the server calls it, and Python's None is null.
const samples = import.meta.glob<unknown>('./samples/*.json', { eager: true, import: 'default' })

describe.each(Object.entries(contract))('%s', (name, { doc, response }) => {
  const sample = samples[`./samples/${name}.json`]

  test('is documented and has a sample that parses', () => {
    expect(doc).toMatch(/^https:\/\//)
    expect(sample).toBeDefined()
    expect(response.safeParse(sample).error?.issues).toBeUndefined()
  })

  test.each([null, {}, [[]], [{}], { developer_message: 'Not found.' }])('refuses %j', (body) => {
    expect(response.safeParse(body).success).toBe(false)
  })
})

test('the course has its own name here', () => {
  const [row] = samples['./samples/courseGrade.json'] as [Record<string, unknown>]
  const { course_key: key, ...rest } = row
  expect(grades.courseGrade.response.safeParse([{ ...rest, course_id: key }]).success).toBe(false)
})
