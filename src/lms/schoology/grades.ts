import type { LearnerId, SubsectionGrade, SubsectionId } from '#src/domain/course.ts'
import type { AnswerOf, BodyOf } from '#src/lms/endpoint.ts'
import { LmsError } from '#src/lms/errors.ts'
import { call } from '#src/lms/http.ts'
import type { CourseParams, OverrideBatch, OverrideItem, OverrideOutcome } from '#src/lms/lms.ts'
import type { Session } from '#src/lms/session.ts'
import { nameOf } from '#src/lms/url.ts'
import * as wire from './endpoints.ts'
import { exceptionNumber, exceptionOf, pointsOf } from './score.ts'

type ToSave = NonNullable<BodyOf<typeof wire.saveSectionGrades>['grades']>['grade'][number]
type Saved = NonNullable<AnswerOf<typeof wire.saveSectionGrades>['grades']>['grade'][number]

const NO_OVERRIDE = { earnedAll: null, possibleAll: null, possibleGraded: null }

/** Reads one grade. There is no history, and no score behind the one that is set. Grades, `sections/{id}/grades`. */
export async function readGrade(
  session: Session,
  { courseId, learnerId, subsectionId }: CourseParams & { learnerId: LearnerId; subsectionId: SubsectionId },
  signal?: AbortSignal,
): Promise<SubsectionGrade> {
  const query = { assignment_id: subsectionId, enrollment_id: learnerId }
  const answer = await call(wire.sectionGrades, { path: { sectionId: courseId }, query, signal }, session)
  const grade = answer.grades.grade.find(
    (one) => one.assignment_id === subsectionId && one.enrollment_id === learnerId,
  )
  const exception = grade ? exceptionOf(grade) : null
  const earned = grade && exception === null ? pointsOf(grade) : null
  const points = { earned: earned ?? 0, possible: grade?.max_points ?? 0 }
  return {
    learnerId,
    subsectionId,
    // What is not assigned to a learner has no row.
    available: grade !== undefined,
    all: points,
    graded: points,
    override: earned === null ? null : { ...NO_OVERRIDE, earnedGraded: earned },
    exception,
    comment: grade?.comment ? { text: grade.comment, isShown: grade.comment_status === 1 } : null,
    history: [],
  }
}

/** Sets grades; each has an outcome of its own. Grades, `PUT sections/{id}/grades`. */
export async function saveGrades(
  session: Session,
  { courseId, items }: OverrideBatch,
  signal?: AbortSignal,
): Promise<OverrideOutcome[]> {
  const body = { grades: { grade: items.map(toItem) } }
  const answer = await call(wire.saveSectionGrades, { path: { sectionId: courseId }, body, signal }, session)
  const saved = answer.grades?.grade ?? []
  return items.map((item, at) => {
    const outcome = outcomeOf(item, saved, at)
    if (outcome)
      return { ...idsOf(item), saved: isDone(outcome.response_code), reason: outcome.message ?? null }
    throw new LmsError('contract', {
      endpoint: nameOf(wire.saveSectionGrades),
      field: 'grades.grade',
      expected: `${items.length} outcomes`,
      received: `${saved.length} outcomes`,
      outcome: 'unknown',
    })
  })
}

function toItem({ learnerId, subsectionId, earned, exception }: OverrideItem): ToSave {
  return {
    type: 'assignment',
    assignment_id: subsectionId,
    enrollment_id: learnerId,
    grade: exception ? null : earned,
    // Sent with each, since a score does not take an earlier exception away by itself.
    exception: exceptionNumber(exception),
  }
}

function idsOf({ learnerId, subsectionId }: OverrideItem) {
  return { learnerId, subsectionId }
}

/** By the ids where they are echoed, else by position. */
function outcomeOf(
  { learnerId, subsectionId }: OverrideItem,
  saved: readonly Saved[],
  at: number,
): Saved | undefined {
  const named = saved.find(
    ({ enrollment_id: enrolment, assignment_id: assignment }) =>
      String(enrolment) === learnerId && String(assignment) === subsectionId,
  )
  const here = saved[at]
  return named ?? (here?.enrollment_id === null ? here : undefined)
}

/** 200, or 204 where there was nothing to say. */
export function isDone(code: number | null): boolean {
  return code !== null && code >= 200 && code < 300
}
