import type { Course, CourseMode } from './model.ts'
import type { School } from './store.ts'
import { table } from './tables.ts'

/** All tracks of a course by its key, once one was added, changed or taken out. */
const changed = table<readonly CourseMode[]>('modes')

/** Gives the tracks (enrolment modes) of a course, those that expired included. */
export function modesIn(school: School, course: Course): readonly CourseMode[] {
  return changed.get(school, course.key) ?? course.modes
}
