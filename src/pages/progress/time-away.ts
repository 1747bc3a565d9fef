const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

interface TimeAway {
  /** Whole units, negative for the past. */
  readonly value: number
  readonly unit: 'minute' | 'hour' | 'day' | 'month' | 'year'
}

const UNITS: ReadonlyArray<readonly [TimeAway['unit'], number]> = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['day', DAY],
  ['hour', HOUR],
]

/** From so many days on a month is told; below that days say more. */
const MONTHS_FROM = 60 * DAY

/** Tells how far a moment is from now in the largest unit that fits, cut off: nobody shall think to have more time than there is. */
export function timeAway(at: Date, now: Date): TimeAway {
  const distance = at.getTime() - now.getTime()
  const size = Math.abs(distance)
  const [unit, length] = UNITS.find(([name, one]) => size >= (name === 'month' ? MONTHS_FROM : one)) ?? [
    'minute' as const,
    MINUTE,
  ]
  // Not -0, which would be written "0 minutes ago" before the time.
  return { value: Math.trunc(distance / length) || 0, unit }
}
