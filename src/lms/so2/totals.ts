import type { CourseTotal } from '#src/domain/course-total.ts'
import type { CourseId, Learner } from '#src/domain/course.ts'
import type { Progress } from '#src/domain/progress.ts'
import { TOTAL_ONLY } from '#src/lms/bare-progress.ts'
import type { AnswerOf } from '#src/lms/endpoint.ts'
import { LmsError } from '#src/lms/errors.ts'
import { call } from '#src/lms/http.ts'
import { inParallel } from '#src/lms/in-parallel.ts'
import type { CourseFacts, CourseParams, CourseSummary, Page, SheetChunk, SheetRow } from '#src/lms/lms.ts'
import type { Session } from '#src/lms/session.ts'
import { nameOf } from '#src/lms/url.ts'
import { grades } from './endpoints.ts'

type Grade = AnswerOf<typeof grades>[number]

/** Rows in a chunk: the answer is one, but the page shall not stand still while it is taken in. */
const CHUNK = 1000

/** The courses that somebody has a grade in; the whole site's, as far as the token reaches. */
export async function readCourses(session: Session, signal?: AbortSignal): Promise<CourseSummary[]> {
  const all = await call(grades, { signal }, session)
  const names = new Map(all.map(({ course_id: id, display_name: name }) => [id, name]))
  return Array.from(names, ([id, name]) => ({ ...unknownFacts(id, name), role: null, enrolled: false }))
}

/**
 * The course by its name, which stands with each of its grades.
 * @throws {LmsError} `not-found` for a course without grades: the server tells no other
 */
export async function readCourse(
  session: Session,
  { courseId }: CourseParams,
  signal?: AbortSignal,
): Promise<CourseFacts> {
  const [grade] = await readGrades(session, { courseId }, signal)
  if (!grade) throw new LmsError('not-found', { reason: 'no-course' })
  return { ...unknownFacts(courseId, grade.display_name), tracks: [] }
}

/** Totals of a course, as rows without grades. */
export async function* readGradebook(
  session: Session,
  { courseId, resume }: CourseParams & { resume?: string },
  signal?: AbortSignal,
): AsyncGenerator<SheetChunk> {
  const all = await readGrades(session, { courseId }, signal)
  const counts = { enrolled: all.length, matching: all.length }
  let at = Number(resume ?? 0)
  do {
    const rows = all.slice(at, at + CHUNK).map(toRow)
    at += CHUNK
    yield { rows, counts, resume: at < all.length ? String(at) : null }
  } while (at < all.length)
}

/** One learner's total, as a row. */
export async function readLearner(
  session: Session,
  params: CourseParams & { username: string },
  signal?: AbortSignal,
): Promise<SheetChunk> {
  return { rows: [toRow(await readGrade(session, params, signal))], resume: null }
}

/** One learner's standing: total, letter, passing; nothing else is told. */
export async function readProgress(
  session: Session,
  { courseId, learnerId }: CourseParams & { learnerId: string | null },
  signal?: AbortSignal,
): Promise<Progress> {
  // A token does not say whose it is.
  if (learnerId === null) throw new LmsError('unsupported', { endpoint: 'progress' })
  const grade = await readGrade(session, { courseId, username: learnerId }, signal)
  const passed = grade.passed_timestamp !== null
  const percent = percentOf(grade)
  if (percent === null) {
    // A standing without a total would say nothing, and 0 would be untrue.
    throw new LmsError('contract', {
      endpoint: nameOf(grades),
      field: '0.percent_grade',
      expected: 'a number as text',
      received: 'another text',
    })
  }
  return {
    ...TOTAL_ONLY,
    username: grade.username,
    grade: { percent, letter: grade.letter_grade || null, passed },
    passes: passed,
  }
}

/** Totals across courses: of a course, of people, or of everybody. */
export async function readTotals(
  session: Session,
  { courseId, usernames }: { courseId: CourseId | null; usernames: readonly string[] },
  signal?: AbortSignal,
): Promise<Page<CourseTotal>> {
  const course = courseId === null ? {} : { courseId }
  if (usernames.length === 0) {
    return { items: (await readGrades(session, course, signal)).map(toTotal), next: null }
  }
  const found = new Map<string, Grade[]>()
  await inParallel(
    usernames,
    async (username) => void found.set(username, await readGrades(session, { ...course, username }, signal)),
    signal,
  )
  return { items: usernames.flatMap((username) => found.get(username) ?? []).map(toTotal), next: null }
}

/**
 * One person's total in a course.
 * @throws {LmsError} `not-found`, reason `no-learner`
 */
export async function readTotal(
  session: Session,
  params: CourseParams & { username: string },
  signal?: AbortSignal,
): Promise<CourseTotal> {
  return toTotal(await readGrade(session, params, signal))
}

async function readGrade(
  session: Session,
  params: CourseParams & { username: string },
  signal?: AbortSignal,
): Promise<Grade> {
  const [grade] = await readGrades(session, params, signal)
  if (grade) return grade
  throw new LmsError('not-found', { reason: 'no-learner' })
}

function readGrades(
  session: Session,
  { courseId, username }: { courseId?: CourseId; username?: string },
  signal?: AbortSignal,
): Promise<Grade[]> {
  return call(grades, { query: { course_id: courseId, username }, signal }, session)
}

/** A fraction written as text; null for what is no number. */
function percentOf({ percent_grade: text }: Grade): number | null {
  const percent = text.trim() === '' ? Number.NaN : Number(text)
  return Number.isFinite(percent) ? percent : null
}

/** The username is all that names a person here. */
function toLearner({ username, email }: Grade): Learner {
  return { id: username, username, name: null, email: email || null, studentKey: null }
}

function toRow(grade: Grade): SheetRow {
  const standing = {
    letter: grade.letter_grade || null,
    passedAt: grade.passed_timestamp,
    lastActivity: grade.last_date || null,
  }
  return { learner: toLearner(grade), total: percentOf(grade), standing, grades: [] }
}

function toTotal(grade: Grade): CourseTotal {
  return {
    courseId: grade.course_id,
    courseName: grade.display_name || null,
    username: grade.username,
    ...(grade.email ? { email: grade.email } : {}),
    percent: percentOf(grade),
    letter: grade.letter_grade || null,
    passed: grade.passed_timestamp !== null,
    passedAt: grade.passed_timestamp,
    lastActivity: grade.last_date || null,
  }
}

function unknownFacts(id: CourseId, name: string): Omit<CourseSummary, 'role' | 'enrolled'> {
  return { id, name: name || id, org: null, number: null, run: null, start: null, end: null }
}
