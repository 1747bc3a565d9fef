import { describe, expect, test } from 'vitest'
import { brokenParts } from './broken-parts.ts'

describe('brokenParts', () => {
  const whole = { name: 'Lab', shortLabel: null, weight: 0.5, required: 2, dropped: 0 }

  test('names what each row lacks', () => {
    expect(
      brokenParts([whole, { ...whole, weight: null, dropped: null }, { ...whole, name: '', required: null }]),
    ).toEqual([
      { type: 'Lab', place: 1, lacks: ['weight', 'dropped'] },
      { type: '', place: 2, lacks: ['name', 'required'] },
    ])
  })

  test('takes a zero for an answer, and a missing short label for no harm', () => {
    expect(brokenParts([{ ...whole, weight: 0, required: 0 }])).toEqual([])
  })
})
