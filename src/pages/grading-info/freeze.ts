const DAY = 86_400_000

/**
 * Gives when a course's grades freeze, where the server freezes them at all.
 * @param end the course's end, ISO 8601
 * @param days after the end
 * @returns null where the end is not known
 */
export function freezeDate(end: string | null, days: number): Date | null {
  const time = end === null ? Number.NaN : Date.parse(end)
  return Number.isNaN(time) ? null : new Date(time + days * DAY)
}
