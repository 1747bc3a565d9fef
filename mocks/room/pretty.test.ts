import { expect, test } from 'vitest'
import { pretty } from './pretty.ts'

test.each([
  [{ a: [1, { b: null }], c: {}, d: [], e: 'x, [y]: {z} "quoted" \\' }],
  [[]],
  [[[[]], true, -1.5e3, '']],
  [{ ü: 'سلام\n' }],
])('writes JSON as everybody does: %j', (value) => {
  expect(pretty(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2))
})

test('keeps numbers as they were written', () => {
  expect(pretty('{"percent":1.0,"id":12345678901234567890}')).toBe(
    '{\n  "percent": 1.0,\n  "id": 12345678901234567890\n}',
  )
})

test('shows what was cut off as far as it goes', () => {
  expect(pretty('{"a":[1,"two wo')).toBe('{\n  "a": [\n    1,\n    "two wo')
})

test('leaves other text alone', () => {
  expect(pretty('<!doctype html>\n<p>a, b: {c}</p>')).toBe('<!doctype html>\n<p>a, b: {c}</p>')
})
