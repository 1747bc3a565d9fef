import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { q } from '#src/lms/query.ts'

/** Gives the zone that the viewer has chosen in the LMS, IANA; undefined stands for the device's own. */
export function useTimeZone(): string | undefined {
  const { courseId = '' } = useParams()
  // The loader has asked. A zone that could not be read is no reason to ask again.
  const { data: home } = useQuery({ ...q('courseHome', { courseId }), enabled: false })
  return knownZone(home?.timeZone ?? null)
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
