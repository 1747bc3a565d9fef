import type { SubsectionId } from '#src/domain/course.ts'
import type { ProblemSubmissions, Submission } from '#src/domain/submission.ts'
import type { AnswerOf } from '#src/lms/endpoint.ts'
import { call } from '#src/lms/http.ts'
import type { CourseParams, Page } from '#src/lms/lms.ts'
import type { Session } from '#src/lms/session.ts'
import { cursorOf } from '#src/lms/url.ts'
import { blocksBelow } from './endpoints-blocks.ts'
import { submissionHistory } from './endpoints-submissions.ts'
import { requireCourseKey } from './ids.ts'

type Problem = AnswerOf<typeof submissionHistory>['results'][number]['problems'][number]

/**
 * Reads what a learner has sent in, the newest first. The server knows no subsections there: its blocks tell which
 * problems belong to one. Grades API v1, submission_history; Courses API v1, blocks.
 */
export async function readSubmissions(
  session: Session,
  params: CourseParams & { username: string; subsectionId: SubsectionId | null; page: string | null },
  signal?: AbortSignal,
): Promise<Page<ProblemSubmissions>> {
  const { courseId, username, subsectionId, page } = params
  requireCourseKey(courseId)
  const query = { username, cursor: page ?? undefined }
  const [answer, wanted] = await Promise.all([
    call(submissionHistory, { path: { courseId }, query, signal }, session),
    subsectionId === null ? null : readProblems(session, subsectionId, signal),
  ])
  return {
    // A username that is empty, or that an old release does not heed, would bring others along.
    items: answer.results
      .filter(({ user }) => user === username)
      .flatMap(({ problems }) => problems)
      .filter(({ location }) => !wanted || wanted.has(location))
      .map(toProblem),
    next: cursorOf(answer.next, submissionHistory),
  }
}

async function readProblems(
  session: Session,
  subsectionId: SubsectionId,
  signal?: AbortSignal,
): Promise<ReadonlySet<string>> {
  const query = { all_blocks: 'true', depth: 'all', return_type: 'list' }
  const found = await call(blocksBelow, { path: { usageKey: subsectionId }, query, signal }, session)
  return new Set(Array.isArray(found) ? found.map(({ id }) => id) : Object.keys(found.blocks))
}

function toProblem({ location, name, submission_history: history }: Problem): ProblemSubmissions {
  return {
    problemId: location,
    name,
    submissions: history.map(({ state, grade, max_grade: possible }): Submission => ({
      earned: grade,
      possible,
      at: timeOf(state?.['last_submission_time']),
      state,
    })),
  }
}

/** Problems write it in several forms, some in none. */
function timeOf(value: unknown): string | null {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : null
}
