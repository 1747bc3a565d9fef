import type { Exception } from '#src/domain/course.ts'
import { fractionOf, roundHalfUp } from '#src/domain/rounding.ts'
import type { AnswerOf } from '#src/lms/endpoint.ts'
import type { SheetRow } from '#src/lms/lms.ts'
import type { sectionGrades } from './endpoints.ts'

export type Grade = AnswerOf<typeof sectionGrades>['grades']['grade'][number]

/** 3 is known to the product, and to no document: it is taken, and never sent. Grades, `exception`. */
const EXCEPTIONS: Readonly<Record<number, Exception>> = { 1: 'excused', 2: 'incomplete', 3: 'missing' }

/** Gives what stands in a grade's place; null where nothing does. */
export function exceptionOf({ exception }: Pick<Grade, 'exception'>): Exception | null {
  return EXCEPTIONS[exception ?? 0] ?? null
}

/** Gives the number by which an exception is written; 0 takes one away. */
export function exceptionNumber(exception: Exception | undefined): 0 | 1 | 2 {
  if (exception === 'excused') return 1
  return exception === 'incomplete' ? 2 : 0
}

/** Points as they are kept here, four decimals: numbers come unrounded. Null where there is no grade. */
export function pointsOf(grade: Pick<Grade, 'grade'>): number | null {
  return grade.grade === null ? null : roundHalfUp(grade.grade, 4)
}

/** Gives a grade as the sheet takes it. An exception leaves no grade, whatever else is told. */
export function toCell(grade: Grade): SheetRow['grades'][number] {
  const exception = exceptionOf(grade)
  const earned = exception === null ? pointsOf(grade) : null
  const cell = { subsectionId: grade.assignment_id, exception }
  if (earned === null) return { ...cell, attempted: false, earned: 0, possible: 0, percent: 0 }
  const possible = grade.max_points ?? 0
  return { ...cell, attempted: true, earned, possible, percent: fractionOf(earned, possible) }
}
