import type { Course } from '#mocks/lms/course-model.ts'
import type { UserId } from '#mocks/lms/model.ts'
import { refusal } from '#mocks/lms/refusal.ts'
import type { School } from '#mocks/lms/store.ts'
import { table } from '#mocks/lms/tables.ts'
import { type Section, isExam } from './items.ts'
import { type Sent, gradedMember, textFrom, visible } from './save-grade.ts'

/** A comment on the grade of a period, or on the final grade. */
export interface FinalComment {
  readonly comment: string
  /** 1 where the learner sees it. */
  readonly commentStatus: 0 | 1
}

export const FINAL_COMMENTS = 'schoology-final-comments'
const comments = table<FinalComment>(FINAL_COMMENTS)

/** Gives the key of the row for one learner and period: `p<id>`, `a<assignment id>`, `other` or `final`. */
export function finalCommentKey({ key }: Course, userId: UserId, periodId: string): string {
  return `${key} ${userId} ${periodId}`
}

/** Gives the comment on a learner's grade of a period, or undefined. */
export function finalCommentOf(
  school: School,
  course: Course,
  userId: UserId,
  periodId: string,
): FinalComment | undefined {
  return comments.get(school, finalCommentKey(course, userId, periodId))
}

/**
 * Saves one comment on a period or on the whole course. Grades, `PUT sections/{id}/grades` (final comments).
 * @throws {Refusal} 404 for an unknown enrolment or period, 403 for who is not graded, 400 without a comment
 */
export function saveFinalComment(school: School, section: Section, sent: Sent): void {
  const learner = gradedMember(school, section, sent['enrollment_id'])
  const periodId = periodIdFrom(section, sent['period_id'])
  if (periodId === undefined) throw refusal(404, 'Grading period not found.')
  const { comment, comment_status: status } = sent
  if (comment === undefined) throw refusal(400, 'A comment is required.')
  comments.put(school, finalCommentKey(section.course, learner.userId, periodId), {
    comment: textFrom(comment),
    commentStatus: visible(status),
  })
}

/** Periods are named with and without the letter before their number. */
export function periodIdFrom({ setup, items }: Section, sent: unknown): string | undefined {
  const name = typeof sent === 'number' || typeof sent === 'string' ? String(sent) : ''
  if (name === 'final' || name === 'other') return name
  const known = [
    ...setup.periods.map(({ id }) => `p${id}`),
    ...items.filter(isExam).map(({ id }) => `a${id}`),
  ]
  return known.find((id) => id === name || id === `p${name}`)
}
