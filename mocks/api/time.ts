import type { Instant } from '#mocks/lms/model.ts'

/** Writes a time as Django does: ISO 8601 in UTC, with microseconds where there are any. */
export function time(instant: Instant): string {
  return new Date(instant)
    .toISOString()
    .replace(/\.(\d{3})Z$/, (_, fraction) => (fraction === '000' ? 'Z' : `.${fraction}000Z`))
}

/** Writes a time, or null where there is none. */
export function timeOrNull(instant: Instant | null): string | null {
  return instant === null ? null : time(instant)
}
