import { describe, expect, test } from 'vitest'
import { findingsOf } from './check-severity.ts'

describe('findingsOf', () => {
  test('puts what matters most first, else keeps the order; frozen grades are no finding', () => {
    const codes = findingsOf([
      { code: 'labels-alike', label: 'HW', subsections: [] },
      { code: 'fewer-than-required', type: 'Lab', required: 2, existing: 1 },
      { code: 'frozen' },
      { code: 'no-types' },
      { code: 'no-passing-grade' },
    ]).map(({ code }) => code)
    expect(codes).toEqual(['no-types', 'no-passing-grade', 'fewer-than-required', 'labels-alike'])
  })
})
