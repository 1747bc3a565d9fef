import type { Course, CourseMode } from './course-model.ts'
import { crash } from './refusal.ts'
import type { School } from './store.ts'
import { table } from './tables.ts'

/** All tracks of a course by its key, once one was added, changed or taken out. */
const changed = table<readonly CourseMode[]>('modes')

/** Gives the tracks (enrolment modes) of a course, those that expired included. */
export function modesIn(school: School, course: Course): readonly CourseMode[] {
  return changed.get(school, course.key) ?? course.modes
}

/** Gives the tracks in which one can enrol now. */
export function openModes(school: School, course: Course): readonly CourseMode[] {
  return modesIn(school, course).filter(({ expires }) => expires === null || expires > school.now)
}

/**
 * Adds a track. Course modes API v1, create.
 * @throws {Refusal} a crash where the course has it already, in the same currency
 */
export function addMode(school: School, course: Course, mode: CourseMode): void {
  const modes = modesIn(school, course)
  if (modes.some(({ slug, currency }) => slug === mode.slug && currency === mode.currency)) {
    throw crash(`The course has a mode ${mode.slug} already`)
  }
  changed.put(school, course.key, [...modes, mode])
}

/** Changes a track; learners who have it keep it. Course modes API v1, update. */
export function changeMode(
  school: School,
  course: Course,
  mode: CourseMode,
  change: Partial<Omit<CourseMode, 'slug'>>,
): void {
  const modes = modesIn(school, course).map((each) => (each === mode ? { ...each, ...change } : each))
  changed.put(school, course.key, modes)
}

/** Takes a track out; learners who have it keep it. Course modes API v1, delete. */
export function removeMode(school: School, course: Course, mode: CourseMode): void {
  const modes = modesIn(school, course).filter((each) => each !== mode)
  changed.put(school, course.key, modes)
}
