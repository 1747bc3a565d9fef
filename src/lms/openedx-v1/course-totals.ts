import type { CourseId } from '#src/domain/course.ts'
import type { CourseTotal, TotalLine } from '#src/domain/course-total.ts'
import type { AnswerOf } from '#src/lms/endpoint.ts'
import { LmsError } from '#src/lms/errors.ts'
import { call } from '#src/lms/http.ts'
import { inParallel } from '#src/lms/in-parallel.ts'
import type { CourseParams, Page } from '#src/lms/lms.ts'
import type { Session } from '#src/lms/session.ts'
import { cursorOf, nameOf } from '#src/lms/url.ts'
import { sectionGradesBreakdown } from './endpoints-breakdown.ts'
import { courseGradeOfLearner, courseGrades } from './endpoints-course-grades.ts'
import { requireCourseKey } from './ids.ts'

/** Enough to fill a screen. */
const PAGE_SIZE = 50
/** Of people's totals each is asked for by itself, too. */
const PEOPLE_PAGE_SIZE = 20

type Grade = AnswerOf<typeof courseGrades>['results'][number]
type Account = AnswerOf<typeof sectionGradesBreakdown>['results'][number]

/** Reads one person's total. Grades API v1, courses (single form). */
export async function readTotal(
  session: Session,
  { courseId, username }: CourseParams & { username: string },
  signal?: AbortSignal,
): Promise<CourseTotal> {
  requireCourseKey(courseId)
  const [grade] = await call(
    courseGradeOfLearner,
    { path: { courseId }, query: { username }, signal },
    session,
  )
  if (grade) return toTotal(grade)
  throw new LmsError('contract', {
    endpoint: nameOf(courseGradeOfLearner),
    field: '0',
    expected: 'a grade',
    received: 'an empty list',
  })
}

/** Reads totals page by page. Grades API v1, courses (list form); for people, section_grades_breakdown. */
export async function readTotals(
  session: Session,
  params: { courseId: CourseId | null; usernames: readonly string[]; page: string | null },
  signal?: AbortSignal,
): Promise<Page<CourseTotal>> {
  const { courseId, usernames, page } = params
  if (courseId !== null) requireCourseKey(courseId)
  if (courseId === null || usernames.length > 0) return readPeople(session, params, signal)
  const query = { page_size: PAGE_SIZE, cursor: page ?? undefined }
  const answer = await call(courseGrades, { path: { courseId }, query, signal }, session)
  return { items: answer.results.map(toTotal), next: cursorOf(answer.next, courseGrades) }
}

/** Reads what stands behind a total. Grades API v1, section_grades_breakdown. */
export async function readLines(
  session: Session,
  { courseId, username }: CourseParams & { username: string },
  signal?: AbortSignal,
): Promise<readonly TotalLine[] | null> {
  requireCourseKey(courseId)
  const query = { course_id: courseId, username }
  const { results } = await call(sectionGradesBreakdown, { query, signal }, session)
  return results.find((one) => one.username === username)?.section_breakdown.map(toLine) ?? null
}

/**
 * The breakdown cuts totals off to whole percent and tells no letter: so each total is read by itself, too. Where that
 * fails the total stands as it was told.
 */
async function readPeople(
  session: Session,
  { courseId, usernames, page }: Parameters<typeof readTotals>[1],
  signal?: AbortSignal,
): Promise<Page<CourseTotal>> {
  const query = {
    course_id: courseId ?? undefined,
    username: usernames.join(','),
    page_size: PEOPLE_PAGE_SIZE,
    cursor: page ?? undefined,
  }
  const answer = await call(sectionGradesBreakdown, { query, signal }, session)
  const items: CourseTotal[] = answer.results.map(cutOffTotal)
  await inParallel(
    [...items.entries()],
    async ([at, { courseId, username }]) => {
      const exact = await readTotal(session, { courseId, username }, signal).catch(() => null)
      signal?.throwIfAborted()
      if (exact) items[at] = exact
    },
    signal,
  )
  return { items, next: cursorOf(answer.next, sectionGradesBreakdown) }
}

function toTotal(grade: Grade): CourseTotal {
  return {
    courseId: grade.course_id,
    courseName: null,
    username: grade.username,
    ...(grade.email ? { email: grade.email } : {}),
    percent: grade.percent,
    letter: grade.letter_grade,
    passed: grade.passed,
  }
}

function cutOffTotal({ course_id, username, current_grade, passed }: Account): CourseTotal {
  return {
    courseId: course_id,
    courseName: null,
    username,
    percent: current_grade / 100,
    isCutOff: true,
    passed,
  }
}

function toLine(line: Account['section_breakdown'][number]): TotalLine {
  return {
    type: line.category,
    label: line.label,
    detail: line.detail,
    percent: line.percent,
    isWhole: line.prominent ?? false,
    dropped: line.mark?.detail ?? null,
  }
}
