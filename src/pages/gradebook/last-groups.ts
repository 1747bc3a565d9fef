import * as z from 'zod/mini'
import type { CourseId } from '#src/domain/course.ts'
import type { Filters } from './filters.ts'

const LastGroups = z.object({ track: z.optional(z.string()), cohort: z.optional(z.string()) })

const keyOf = (courseId: CourseId) => `rollbook.groups.${courseId}`

/** Gives the track and cohort used last in a course: ids only. */
export function readLastGroups(courseId: CourseId): z.infer<typeof LastGroups> {
  try {
    const parsed = LastGroups.safeParse(JSON.parse(localStorage.getItem(keyOf(courseId)) ?? '{}'))
    return parsed.success ? parsed.data : {}
  } catch {
    return {}
  }
}

/** Keeps track and cohort to offer them again; filters without either leave what was kept. */
export function keepLastGroups(courseId: CourseId, { track, cohort }: Filters): void {
  if (track === undefined && cohort === undefined) return
  try {
    localStorage.setItem(keyOf(courseId), JSON.stringify({ track, cohort }))
  } catch {
    // Private mode or a full disk: it is only a convenience.
  }
}
