import { describe, expect, test } from 'vitest'
import { timeAway } from './time-away.ts'
import { knownZone } from './time-zone.ts'

const NOW = new Date('2026-11-20T09:00:00Z')

describe('how far away', () => {
  test.each([
    ['2026-11-20T09:00:00Z', 0, 'minute'],
    ['2026-11-20T09:59:59Z', 59, 'minute'],
    ['2026-11-20T08:59:30Z', 0, 'minute'],
    ['2026-11-20T07:30:00Z', -1, 'hour'],
    ['2026-11-21T08:59:00Z', 23, 'hour'],
    ['2026-11-26T23:59:00Z', 6, 'day'],
    ['2027-01-18T09:00:00Z', 59, 'day'],
    ['2027-01-19T09:00:00Z', 2, 'month'],
    ['2024-11-20T09:00:00Z', -2, 'year'],
  ] as const)('%s is %i %s', (at, value, unit) => {
    expect(timeAway(new Date(at), NOW)).toEqual({ value, unit })
    expect(Object.is(timeAway(new Date(at), NOW).value, -0)).toBe(false)
  })
})

test('a zone that the device does not know is as none', () => {
  expect(knownZone('Asia/Kathmandu')).toMatch(/^Asia\/Kath?mandu$/)
  expect(knownZone('Mars/Olympus')).toBeUndefined()
  expect(knownZone(null)).toBeUndefined()
})
