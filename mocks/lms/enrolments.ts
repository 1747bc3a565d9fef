import type { Course, Enrolment, UserId } from './model.ts'

/** Gives the enrolment row at a position in the order of enrolment. */
export function enrolmentAt(course: Course, position: number): Enrolment {
  return {
    id: course.roster.firstId + position,
    courseKey: course.key,
    ...course.roster.at(position),
  }
}

/** Gives somebody's enrolment row, active or not; undefined for those who never enrolled. */
export function enrolmentOf(course: Course, userId: UserId): Enrolment | undefined {
  const position = course.roster.positionOf(userId)
  return position === undefined ? undefined : enrolmentAt(course, position)
}

/** True for somebody who is enrolled now. */
export function isEnrolled(course: Course, userId: UserId): boolean {
  return enrolmentOf(course, userId)?.active ?? false
}
