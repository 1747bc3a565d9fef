import type { Course } from '#mocks/lms/course-model.ts'
import type { UsageKey } from '#mocks/lms/model.ts'

/** Gives where the learning front end shows a subsection. */
export function subsectionUrl(origin: string, { key }: Course, subsection: UsageKey): string {
  return `${origin}/learning/course/${key}/${subsection}`
}

/** Gives where the LMS takes a reader who asks for any block of a course: to its page, wherever that is. */
export function jumpUrl(origin: string, { key }: Course, block: UsageKey): string {
  return `${origin}/courses/${key}/jump_to/${block}`
}
