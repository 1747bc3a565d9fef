import type { Course } from '#mocks/lms/course-model.ts'
import type { UsageKey } from '#mocks/lms/model.ts'
import { hashText } from '#mocks/lms/random.ts'
import type { School } from '#mocks/lms/store.ts'

/** Everything that Schoology shows has a number, made here from the names that the school gave. */
function numberFrom(text: string, lowest: number): number {
  return lowest + (hashText(text) % 900_000_000)
}

/** Gives the id of the section that a course is. */
export function sectionIdOf({ key }: Pick<Course, 'key'>): number {
  return numberFrom(key, 4_000_000_000)
}

/** Gives the id of the assignment that a graded subsection is. */
export function assignmentIdOf(usageKey: UsageKey): number {
  return numberFrom(usageKey, 5_000_000_000)
}

/** Gives the id of a category by its title. */
export function categoryIdOf({ key }: Pick<Course, 'key'>, title: string): number {
  return numberFrom(`${key} category ${title}`, 60_000_000)
}

/** Gives the id of a grading period by its title. */
export function periodIdOf({ key }: Pick<Course, 'key'>, title: string): number {
  return numberFrom(`${key} period ${title}`, 70_000_000)
}

/** Gives the course that is this section, or undefined. */
export function courseBySection(school: School, sectionId: number): Course | undefined {
  return school.world.courses.find((course) => sectionIdOf(course) === sectionId)
}

/**
 * Reads a whole number as the server does: what follows the digits is overlooked (`24152019t`), and what does not begin
 * with one is 0.
 */
export function looseInteger(sent: unknown): number {
  if (typeof sent === 'number') return Math.trunc(sent) || 0
  if (typeof sent === 'boolean') return Number(sent)
  const digits = typeof sent === 'string' ? /^\s*-?\d+/.exec(sent)?.[0] : undefined
  return Number(digits ?? 0)
}
