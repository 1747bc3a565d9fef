import { signedIn } from './access.ts'
import { findCourse } from './courses.ts'
import { isCourseKey } from './keys.ts'
import type { Course, CourseMode } from './course-model.ts'
import type { Caller } from './model.ts'
import { modesIn } from './modes.ts'
import { crash, refusal } from './refusal.ts'
import type { School } from './store.ts'

/**
 * Opens a course to see or change its tracks: for staff of the whole site alone. Course modes API v1.
 * @throws {Refusal} 401, 403, a crash for a key that cannot be parsed, 404 for an unknown course
 */
export function openModesOf(school: School, caller: Caller, key: string): Course {
  if (!signedIn(caller, 'Authentication credentials were not provided.').globalStaff) {
    throw refusal(403, 'You do not have permission to perform this action.')
  }
  if (!isCourseKey(key)) throw crash(`${key} is no course key`)
  const course = findCourse(school, key)
  if (!course) throw refusal(404, 'Not found.')
  return course
}

/**
 * Gives a track by its slug.
 * @throws {Refusal} 404, or a crash where the course has it in several currencies
 */
export function knownMode(school: School, course: Course, slug: string): CourseMode {
  const [mode, ...others] = modesIn(school, course).filter((each) => each.slug === slug)
  if (!mode) throw refusal(404, 'Not found.')
  if (others.length > 0) throw crash(`Several modes are called ${slug}`)
  return mode
}
