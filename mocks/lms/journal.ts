import { accountById } from './accounts.ts'
import { findCourse } from './courses.ts'
import type { Write } from './model.ts'
import { applyOverride } from './overrides.ts'
import type { School } from './store.ts'

/**
 * Repeats what was written, in order, on a school that was just built as the other one was: state, ids and clock come
 * out the same. This is how the school survives a reload.
 * @throws {Error} where the journal belongs to another school
 */
export function replay(school: School, journal: readonly Write[]): School {
  for (const write of journal) {
    const course = findCourse(school, write.courseKey)
    const by = accountById(school, write.by)
    if (!course || !by) throw new Error('The journal belongs to another school')
    applyOverride(school, course, by, write.item)
  }
  return school
}
