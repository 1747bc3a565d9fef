import { useCourseHome } from './course-home.ts'

/** Gives the zone that the viewer has chosen in the LMS, IANA; undefined stands for the device's own. */
export function useTimeZone(): string | undefined {
  return knownZone(useCourseHome()?.timeZone ?? null)
}

/** A server may know zones that this device does not; every date would fail over one. */
export function knownZone(zone: string | null): string | undefined {
  if (zone === null) return undefined
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}
