import { describe, expect, test } from 'vitest'
import sample from './samples/grades.json'
import { grades } from './endpoints.ts'

const [passed, failed] = sample

describe('so2 grades', () => {
  // After the published document, whose samples lack the array around them and a comma.
  test('are documented and have a sample that parses', () => {
    expect(grades.doc).toMatch(/^https:\/\//)
    expect(grades.response.safeParse(sample).error?.issues).toBeUndefined()
  })

  test.each([
    null,
    {},
    [[]],
    { detail: 'Invalid token.' },
    passed,
    [{ ...passed, percent_grade: 0.8 }],
    [{ ...failed, letter_grade: null }],
    [{ ...failed, passed_timestamp: undefined }],
  ])('%#: refuse %j', (body) => {
    expect(grades.response.safeParse(body).success).toBe(false)
  })
})
