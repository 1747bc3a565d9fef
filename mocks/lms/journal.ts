import { accountById } from './accounts.ts'
import { setClock } from './clock.ts'
import { findCourse } from './courses.ts'
import type { Course } from './course-model.ts'
import type { CourseKey } from './model.ts'
import type { Json, Write } from './write-model.ts'
import { applyOverride } from './overrides.ts'
import { setScore } from './scores.ts'
import { forgetAll, type School } from './store.ts'
import { table } from './tables.ts'

/**
 * Repeats what was written, in order, on a school that was just built as the other one was: state, ids and clock come
 * out the same. This is how the school survives a reload.
 * @throws {Error} where the journal belongs to another school
 */
export function replay(school: School, journal: readonly Write[]): School {
  for (const write of journal) repeat(school, write)
  return school
}

function repeat(school: School, write: Write): void {
  switch (write.kind) {
    case 'override': {
      const by = accountById(school, write.by)
      if (!by) throw anotherSchool()
      const { system, item } = write
      const { saved } = applyOverride(school, courseOf(school, write.courseKey), by, item, { system })
      if (!saved) throw anotherSchool()
      return
    }
    case 'score':
      if (!accountById(school, write.userId)) throw anotherSchool()
      setScore(school, courseOf(school, write.courseKey), write.userId, write.problemKey, write.earned)
      return
    case 'put': {
      const rows = table<Json>(write.table)
      if (write.value === undefined) rows.remove(school, write.key)
      else rows.put(school, write.key, write.value)
      // Nobody knows here whose grades depend on the row.
      forgetAll(school)
      return
    }
    case 'clock':
      setClock(school, write.at)
      return
    default:
      throw anotherSchool()
  }
}

function courseOf(school: School, key: CourseKey): Course {
  const course = findCourse(school, key)
  if (!course) throw anotherSchool()
  return course
}

function anotherSchool(): Error {
  return new Error('The journal belongs to another school')
}
