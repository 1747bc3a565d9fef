import type { GradingInfo, LearnerId } from '#src/domain/course.ts'
import type { Progress } from '#src/domain/progress.ts'
import type { AnswerOf } from '#src/lms/endpoint.ts'
import { TOTAL_ONLY } from '#src/lms/bare-progress.ts'
import { LmsError } from '#src/lms/errors.ts'
import { call } from '#src/lms/http.ts'
import type { CourseParams, SheetChunk } from '#src/lms/lms.ts'
import type { CourseTotal } from '#src/domain/course-total.ts'
import type { Session } from '#src/lms/session.ts'
import { nameOf } from '#src/lms/url.ts'
import { courseGrade, policy } from './endpoints.ts'

type Grade = AnswerOf<typeof courseGrade>[number]

/** How the course is graded, as far as the policy tells: neither cutoffs nor subsections. Grades API v0, policy. */
export async function readGradingInfo(
  session: Session,
  { courseId }: CourseParams,
  signal?: AbortSignal,
): Promise<GradingInfo> {
  const types = await call(policy, { path: { courseId }, signal }, session)
  return {
    types: types.map((type) => ({
      name: type.assignment_type ?? '',
      shortLabel: null,
      weight: type.weight,
      required: type.count,
      dropped: type.dropped,
    })),
    cutoffs: [],
    subsections: [],
    frozen: false,
    bulkManagement: false,
  }
}

/** One learner's total, as a row without grades. Grades API v0, course_grade. */
export async function readLearner(
  session: Session,
  params: CourseParams & { username: string },
  signal?: AbortSignal,
): Promise<SheetChunk> {
  const { username, percent, letter_grade: letter } = await readGrade(session, params, signal)
  const learner = { id: username, username, name: null, email: null, studentKey: null }
  const standing = { letter, passedAt: null, lastActivity: null }
  return { rows: [{ learner, total: percent, standing, grades: [] }], resume: null }
}

/** A learner's total and the policy behind it, which only the course team may see. Grades API v0. */
export async function readProgress(
  session: Session,
  { courseId, learnerId }: CourseParams & { learnerId: LearnerId | null },
  signal?: AbortSignal,
): Promise<Progress> {
  const [grade, types] = await Promise.all([
    readGrade(session, { courseId, username: learnerId ?? '' }, signal),
    readTypes(session, { courseId }, signal),
  ])
  return {
    ...TOTAL_ONLY,
    username: grade.username,
    grade: { percent: grade.percent, letter: grade.letter_grade, passed: grade.passed },
    passes: grade.passed,
    types,
  }
}

/** One person's total. Grades API v0, course_grade. */
export async function readTotal(
  session: Session,
  params: CourseParams & { username: string },
  signal?: AbortSignal,
): Promise<CourseTotal> {
  const grade = await readGrade(session, params, signal)
  const { username, percent, letter_grade: letter, passed } = grade
  return { courseId: grade.course_key, courseName: null, username, percent, letter, passed }
}

/** Learners are answered 404 to the policy, as for a course that does not exist. */
async function readTypes(
  session: Session,
  params: CourseParams,
  signal?: AbortSignal,
): Promise<GradingInfo['types']> {
  try {
    return (await readGradingInfo(session, params, signal)).types
  } catch (error) {
    if (error instanceof LmsError && error.kind === 'not-found') return []
    throw error
  }
}

/** @param params an empty username asks for the caller's own */
async function readGrade(
  session: Session,
  { courseId, username }: CourseParams & { username: string },
  signal?: AbortSignal,
): Promise<Grade> {
  const answer = await call(courseGrade, { path: { courseId }, query: { username }, signal }, session)
  const [grade] = answer
  if (grade) return grade
  throw new LmsError('contract', {
    endpoint: nameOf(courseGrade),
    field: '(body)',
    expected: 'one grade',
    received: 'an empty list',
  })
}
