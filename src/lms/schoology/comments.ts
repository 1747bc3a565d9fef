import type { LearnerId, PeriodGrade } from '#src/domain/course.ts'
import { fractionOf } from '#src/domain/rounding.ts'
import type { AnswerOf } from '#src/lms/endpoint.ts'
import { LmsError } from '#src/lms/errors.ts'
import { call } from '#src/lms/http.ts'
import type { CommentToSave, CourseParams } from '#src/lms/lms.ts'
import type { Session } from '#src/lms/session.ts'
import { nameOf } from '#src/lms/url.ts'
import { saveSectionGrades, sectionGrades } from './endpoints.ts'
import { isDone } from './grades.ts'

type Result = NonNullable<AnswerOf<typeof sectionGrades>['final_grade']>[number]['period'][number]

/** Grades of a learner's periods and of the course, with comments. Grades, `sections/{id}/grades`, `final_grade`. */
export async function readPeriodGrades(
  session: Session,
  { courseId, learnerId }: CourseParams & { learnerId: LearnerId },
  signal?: AbortSignal,
): Promise<PeriodGrade[]> {
  const query = { enrollment_id: learnerId, limit: 1 }
  const answer = await call(sectionGrades, { path: { sectionId: courseId }, query, signal }, session)
  const periods = new Map(answer.period?.map((period) => [period.period_id, period]))
  const results = answer.final_grade?.find(({ enrollment_id: id }) => id === learnerId)?.period ?? []
  return results
    .filter(({ period_id: id }) => !isExam(id))
    .map((result) => {
      const period = periods.get(result.period_id)
      return {
        id: result.period_id,
        name: period?.period_title ?? '',
        isWhole: result.period_id === 'final',
        percent: percentOf(result),
        weight: typeof period?.weight === 'number' ? period.weight / 100 : null,
        comment: result.comment ? { text: result.comment, isShown: result.comment_status === 1 } : null,
      }
    })
}

/** An exam is an assignment with a grade and a comment of its own: its entry among the periods only repeats them. */
function isExam(periodId: string): boolean {
  return periodId.startsWith('a')
}

function percentOf({ grade }: Result): number | null {
  return grade === null ? null : fractionOf(grade, 100)
}

/**
 * Writes a comment to a grade, or to the grade of a period. Grades, `PUT sections/{id}/grades`.
 * @throws {LmsError} `invalid` with the server's words where it is refused
 */
export async function saveComment(
  session: Session,
  { courseId, learnerId, on, comment }: CommentToSave,
  signal?: AbortSignal,
): Promise<void> {
  const shown = comment.isShown ? 1 : 0
  const words = { enrollment_id: learnerId, comment: comment.text }
  const body =
    on.kind === 'period'
      ? { final_comments: { final_comment: [{ ...words, period_id: on.id, comment_status: toText(shown) }] } }
      : {
          grades: {
            grade: [{ ...words, type: 'assignment' as const, assignment_id: on.id, comment_status: shown }],
          },
        }
  const answer = await call(saveSectionGrades, { path: { sectionId: courseId }, body, signal }, session)
  const [outcome] = answer.grades?.grade ?? answer.final_comments?.final_comment ?? []
  if (isDone(outcome?.response_code ?? null)) return
  throw new LmsError('invalid', {
    endpoint: nameOf(saveSectionGrades),
    serverMessage: outcome?.message,
    outcome: 'none',
  })
}

function toText(shown: 0 | 1): '0' | '1' {
  return shown === 1 ? '1' : '0'
}
