import { describe, expect, test } from 'vitest'
import { freezeDate } from './freeze.ts'

describe('freezeDate', () => {
  test('is so many days after the end, whatever the zone in which that is written', () => {
    expect(freezeDate('2026-11-27T23:00:00Z', 30)?.toISOString()).toBe('2026-12-27T23:00:00.000Z')
    expect(freezeDate('2026-11-28T01:00:00+02:00', 30)?.toISOString()).toBe('2026-12-27T23:00:00.000Z')
  })

  test('is unknown without an end', () => {
    expect(freezeDate(null, 30)).toBeNull()
    expect(freezeDate('when it is over', 30)).toBeNull()
  })
})
