import type { Instant } from '#mocks/lms/model.ts'

export const DAY = 24 * 3600 * 1000

/** Today, as every school begins. */
export const TODAY: Instant = Date.UTC(2026, 10, 20, 9)

/** When a course runs. */
export interface Term {
  readonly start: Instant
  readonly end: Instant
}

/** The term that is about to end: homework is nearly over, and the final exam is open. */
export const AUTUMN: Term = { start: Date.UTC(2026, 7, 31, 12), end: Date.UTC(2026, 10, 27, 12) }

/** A term that ended more than 30 days ago. */
export const SUMMER: Term = { start: Date.UTC(2026, 5, 1, 12), end: Date.UTC(2026, 8, 25, 12) }

/** Gives the last minute of the day, in universal time. */
export function endOfDay(instant: Instant): Instant {
  return Math.floor(instant / DAY) * DAY + DAY - 60_000
}
