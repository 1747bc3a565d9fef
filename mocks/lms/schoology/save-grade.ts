import type { Account } from '#mocks/lms/model.ts'
import { applyOverride } from '#mocks/lms/overrides.ts'
import { refusal } from '#mocks/lms/refusal.ts'
import type { School } from '#mocks/lms/store.ts'
import { looseInteger } from './ids.ts'
import type { Item, Section } from './items.ts'
import { type Exception, type Mark, changeMark, markOf } from './marks.ts'
import { type Member, memberById } from './members.ts'
import { pointsOf } from './scales.ts'

/** One grade as it came: nothing was checked. What is absent stays as it is. */
export type Sent = Readonly<Record<string, unknown>>

/**
 * Saves one grade of a bulk update. Grades, `PUT sections/{id}/grades`.
 * Points become an override of the school's own grade, so that every other API shows it at once; exception and comment
 * are Schoology's. An exception leaves no grade, a null takes it away.
 * @throws {Refusal} 404 for an unknown enrolment or assignment, 403 for who is not graded or does not have it, 400 for a
 *   grade or exception that makes no sense
 */
export function saveGrade(school: School, section: Section, by: Account, sent: Sent): Item {
  const { course, items } = section
  const learner = gradedMember(school, section, sent['enrollment_id'])
  const assignmentId = looseInteger(sent['assignment_id'])
  const item = items.find(({ id }) => id === assignmentId)
  if (!item || (sent['type'] ?? 'assignment') !== 'assignment') throw refusal(404, 'Assignment not found.')
  const mark = markOf(school, course, learner.userId, item)
  if (!mark) throw refusal(403, 'The assignment is not assigned to this enrollment.')

  const points = pointsFrom(item, sent['grade'])
  const exception = exceptionFrom(sent['exception']) ?? (typeof points === 'number' ? 0 : mark.exception)
  const change = {
    ...(exception === mark.exception ? {} : { exception }),
    ...commentFrom(sent, mark),
    ...(blanks(mark, points, exception) ? { blank: true } : {}),
  }
  if (exception === 0) override(school, section, { by, learner, mark }, points)
  if (Object.keys(change).length > 0) changeMark(school, course, learner.userId, item, change)
  return item
}

/**
 * Gives the learner whom an enrolment id names.
 * @throws {Refusal} 404 for an unknown one, 403 for teachers and for who left
 */
export function gradedMember(school: School, { course, setup }: Section, sent: unknown): Member {
  const member = memberById(school, course, setup, looseInteger(sent))
  if (!member) throw refusal(404, 'Enrollment not found.')
  if (member.admin || member.status !== 1) throw refusal(403, 'This enrollment cannot be graded.')
  return member
}

/** A grade that is there already is not overridden: clients send it along with a comment. */
function override(
  school: School,
  { course }: Section,
  { by, learner, mark }: { by: Account; learner: Member; mark: Mark },
  points: number | null | undefined,
): void {
  if (points === undefined || points === mark.points) return
  const { key: usageKey } = mark.item.place.subsection
  const inForce = school.overrides.get(learner.userId)?.get(usageKey)?.override
  if (points === null && !inForce) return
  const taken = { earnedAll: null, possibleAll: null, earnedGraded: null, possibleGraded: null }
  const grade = points === null ? taken : { earnedGraded: points }
  applyOverride(school, course, by, { userId: learner.userId, usageKey, grade }, { system: null })
}

/** True where no grade is to be left. */
function blanks(mark: Mark, points: number | null | undefined, exception: Exception): boolean {
  return (exception > 0 && exception !== mark.exception) || (points === null && mark.points !== null)
}

/** Undefined where no grade was sent, null where it is to go. */
function pointsFrom({ scale, maxPoints }: Item, sent: unknown): number | null | undefined {
  if (sent === undefined) return undefined
  if (sent === null || sent === '') return null
  const points = typeof sent === 'string' && sent.trim() !== '' ? Number(sent) : sent
  if (typeof points === 'number' && Number.isFinite(points) && points >= 0) return points
  if (typeof sent === 'string' && Number.isNaN(points)) return pointsOf(scale, sent, maxPoints)
  throw refusal(400, 'The grade is not valid.')
}

function exceptionFrom(sent: unknown): Exception | undefined {
  if (sent === undefined) return undefined
  if (sent === null || sent === '') return 0
  const exception = Number(sent)
  if (exception === 0 || exception === 1 || exception === 2 || exception === 3) return exception
  throw refusal(400, 'The exception is not valid.')
}

/** Comments are hidden from the learner unless it is said that they are not. */
function commentFrom(sent: Sent, mark: Mark): { comment?: string | null; commentStatus?: 0 | 1 } {
  const { comment, comment_status: status } = sent
  const seen = status === undefined || status === null ? (mark.commentStatus ?? 0) : visible(status)
  if (comment === undefined) return status === undefined ? {} : { commentStatus: seen }
  return { comment: comment === null ? null : textFrom(comment), commentStatus: seen }
}

/** Reads whether the learner sees a comment; what follows the digit is overlooked (`1t`). */
export function visible(sent: unknown): 0 | 1 {
  return looseInteger(sent) > 0 ? 1 : 0
}

/**
 * Reads a comment; null is none.
 * @throws {Refusal} 400 for what is no text
 */
export function textFrom(sent: unknown): string {
  if (sent === null) return ''
  if (typeof sent === 'string' || typeof sent === 'number') return String(sent)
  throw refusal(400, 'The comment is not valid.')
}
