import { availableTo, showsScores } from '#mocks/lms/availability.ts'
import { gradeSubsection } from '#mocks/lms/grades.ts'
import type { SubsectionGrade } from '#mocks/lms/grade-model.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import type { Instant, UserId } from '#mocks/lms/model.ts'
import { overrideRecord } from '#mocks/lms/override-records.ts'
import { STEP, type School } from '#mocks/lms/store.ts'
import { table } from '#mocks/lms/tables.ts'
import type { Item, Section } from './items.ts'

/** 1 excused, 2 incomplete, 3 missing. */
export type Exception = 0 | 1 | 2 | 3

/** What Schoology keeps of a grade beside the points, which are the school's own. */
export interface MarkRow {
  readonly exception: Exception
  readonly comment: string | null
  /** 1 where the learner sees the comment; null where nobody ever said. */
  readonly commentStatus: 0 | 1 | null
  readonly at: Instant
  /** Since when there is no grade, unless a later one came; null where there may be one. */
  readonly blankSince: Instant | null
}

/** One learner's grade in one assignment. */
export interface Mark {
  readonly item: Item
  /** Out of the assignment's maximum; null where there is no grade. */
  readonly points: number | null
  readonly exception: Exception
  readonly comment: string | null
  readonly commentStatus: 0 | 1 | null
  /** The last change of any of these; null for never. */
  readonly at: Instant | null
}

export const MARKS = 'schoology-marks'
const rows = table<MarkRow>(MARKS)

/** Gives the key of the row for one learner's grade in one assignment. */
export function markKey({ key }: Course, userId: UserId, { place }: Pick<Item, 'place'>): string {
  return `${key} ${userId} ${place.subsection.key}`
}

/** Gives a learner's grades in all that is assigned to them, in the section's order. */
export function marksOf(
  school: School,
  { course, items }: Section,
  userId: UserId,
  { asLearner = false }: { asLearner?: boolean } = {},
): Mark[] {
  const available = availableTo(school, course, userId)
  return items.flatMap((item) => {
    if (!available(item.place)) return []
    const grade = gradeSubsection(school, course, item.place, userId, true)
    const mark = markFrom(school, course, userId, item, grade)
    const { subsection } = item.place
    const hidden = asLearner && !showsScores(subsection, { staff: false, now: school.now })
    return [hidden ? { ...mark, points: null, comment: null, at: null } : mark]
  })
}

/** Gives one learner's grade in one assignment; undefined where it is not assigned to them. */
export function markOf(school: School, course: Course, userId: UserId, item: Item): Mark | undefined {
  const grade = gradeSubsection(school, course, item.place, userId)
  return grade.available ? markFrom(school, course, userId, item, grade) : undefined
}

/** Changes what is kept beside the points. `blank` takes the grade away, until a later one comes. */
export function changeMark(
  school: School,
  course: Course,
  userId: UserId,
  item: Item,
  {
    blank,
    ...change
  }: Partial<Pick<MarkRow, 'exception' | 'comment' | 'commentStatus'>> & { blank?: boolean },
): void {
  const key = markKey(course, userId, item)
  const before = rows.get(school, key)
  // The clock moves by a step when the row is put in.
  const at = school.now + STEP
  const fresh: MarkRow = { exception: 0, comment: null, commentStatus: null, at, blankSince: null }
  rows.put(school, key, { ...fresh, ...before, ...change, at, ...(blank ? { blankSince: at } : {}) })
}

function markFrom(school: School, course: Course, userId: UserId, item: Item, grade: SubsectionGrade): Mark {
  const row = rows.get(school, markKey(course, userId, item))
  const changed = changedAt(school, userId, item)
  const blank = row?.blankSince !== undefined && row.blankSince !== null && row.blankSince >= (changed ?? 0)
  const exception = row?.exception ?? 0
  const points = blank || exception > 0 || !grade.attempted ? null : pointsFrom(item, grade)
  const graded = changed ?? (grade.attempted ? answeredAt(school, item) : null)
  const times = [graded, row?.at].filter((at) => typeof at === 'number')
  return {
    item,
    points,
    exception,
    comment: row?.comment ?? null,
    commentStatus: row?.commentStatus ?? null,
    at: times.length > 0 ? Math.max(...times) : null,
  }
}

/** Schoology has one maximum for everybody: where an override changed it, the points are scaled to it. */
function pointsFrom({ maxPoints }: Item, { effective }: SubsectionGrade): number {
  const { earnedGraded, possibleGraded } = effective
  if (possibleGraded === maxPoints || possibleGraded <= 0) return earnedGraded
  return (earnedGraded * maxPoints) / possibleGraded
}

/** When somebody or something last changed the grade from outside; null where it is the learner's own answers'. */
function changedAt(school: School, userId: UserId, { place }: Item): Instant | null {
  const override = overrideRecord(school, userId, place.subsection.key)?.history.at(-1)?.at
  const scores = school.scores.get(userId)
  const reported = place.subsection.problems.map(({ key }) => scores?.get(key)?.at)
  const times = [override, ...reported].filter((at) => at !== undefined)
  return times.length > 0 ? Math.max(...times) : null
}

/** Nobody keeps when learners answered: for all it is when the work was due, or the school's first morning. */
function answeredAt({ now, world }: School, { place }: Item): Instant {
  const { due } = place.subsection
  return due === null || due > now ? Math.min(world.startsAt, now) : due
}
