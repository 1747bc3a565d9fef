import type { Account, Instant } from '#mocks/lms/model.ts'
import { sectionIdOf } from '#mocks/lms/schoology/ids.ts'
import { type Section, isExam } from '#mocks/lms/schoology/items.ts'
import type { Mark } from '#mocks/lms/schoology/marks.ts'
import type { Result } from '#mocks/lms/schoology/results.ts'
import { addressOf } from './pages.ts'

/** Writes a time of the school, `2014-09-25 11:30:00`: local, without a zone, and nobody says which; empty for none. */
export function localTime(instant: Instant | null): string {
  return instant === null ? '' : new Date(instant).toISOString().slice(0, 19).replace('T', ' ')
}

/** Gives the parts of a name. The school has one text; its last word is taken for the family name. */
export function nameOf({
  name,
  username,
}: Account): Record<'name_first' | 'name_last' | 'name_display', string> {
  const display = name ?? username
  const words = display.split(' ')
  const last = words.length > 1 ? (words.pop() ?? '') : ''
  return { name_first: words.join(' '), name_last: last, name_display: display }
}

/**
 * Gives a grade object. Grades, “Fields”; the last two are not documented, and sent.
 * What the product calls missing has no number in any document: it goes out as no grade.
 * @param admin whether the reader may grade: only such readers see hidden comments, and whether they are hidden
 */
export function gradeObject({ course }: Section, enrolmentId: number, mark: Mark, admin: boolean) {
  const { item, points, exception, at } = mark
  return {
    enrollment_id: enrolmentId,
    assignment_id: item.id,
    section_id: sectionIdOf(course),
    grade: points,
    exception: exception === 3 ? 0 : exception,
    max_points: item.maxPoints,
    is_final: isExam(item) ? 1 : 0,
    timestamp: at === null ? 0 : Math.floor(at / 1000),
    ...commentOf(mark, admin, at === null ? null : ''),
    override: null,
    calculated_grade: null,
    pending: null,
    type: 'assignment',
    location: addressOf(`/sections/${sectionIdOf(course)}/assignments/${item.id}`),
    scale_id: item.scaleId,
    scale_type: item.scale?.type ?? 0,
    category_id: item.categoryId,
    assignment_type: 'assignment',
    web_url: `https://app.schoology.com/assignment/${item.id}`,
  }
}

/** Gives the grade of a period, an exam or the course, without what the two lists add to it. */
export function periodGradeObject({ periodId, grade, comment }: Result, admin: boolean) {
  const kept = { comment: comment?.comment ?? '', commentStatus: comment?.commentStatus ?? null }
  return { period_id: periodId, grade, ...commentOf(kept, admin, '') }
}

function commentOf(
  { comment, commentStatus }: Pick<Mark, 'comment' | 'commentStatus'>,
  admin: boolean,
  none: string | null,
): { comment: string | null; comment_status: 0 | 1 | null } {
  const shown = admin || commentStatus === 1
  return { comment: (shown ? comment : null) ?? none, comment_status: admin ? commentStatus : null }
}
