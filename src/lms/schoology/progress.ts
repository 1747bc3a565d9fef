import type { CourseId, GradeComment, LearnerId, PeriodGrade } from '#src/domain/course.ts'
import type { CourseTotal } from '#src/domain/course-total.ts'
import type { Progress, ProgressSubsection } from '#src/domain/progress.ts'
import { fractionOf } from '#src/domain/rounding.ts'
import { TOTAL_ONLY } from '#src/lms/bare-progress.ts'
import type { AnswerOf } from '#src/lms/endpoint.ts'
import { LmsError } from '#src/lms/errors.ts'
import { call } from '#src/lms/http.ts'
import type { CourseParams } from '#src/lms/lms.ts'
import type { Session } from '#src/lms/session.ts'
import { userGrades } from './endpoints.ts'
import { localTime, readAssignments } from './grading.ts'
import { everyPage } from './pages.ts'
import { learnerOf, readViewer } from './people.ts'
import { type Grade, exceptionOf, pointsOf } from './score.ts'

type Section = AnswerOf<typeof userGrades>['section'][number]
type Result = NonNullable<Section['final_grade']>[number]
type Assignments = ReadonlyMap<string, Awaited<ReturnType<typeof readAssignments>>[number]>

/**
 * Reads what a learner has in a section, period by period. Nothing is known of passing, and the total follows rules of
 * the site's own. Grades, `users/{id}/grades`; Assignment, for names and due dates.
 * @throws {LmsError} `not-found`, reason `no-learner`, for who does not learn there
 */
export async function readProgress(
  session: Session,
  { courseId, learnerId }: CourseParams & { learnerId: LearnerId | null },
  signal?: AbortSignal,
): Promise<Progress> {
  const [person, assignments] = await Promise.all([
    learnerId === null ? readViewer(session, signal) : learnerOf(session, { courseId, learnerId }, signal),
    namedAssignments(session, courseId, signal),
  ])
  if (!person) throw new LmsError('not-found', { reason: 'no-learner' })
  const isOwn = learnerId === null
  const query = { section_id: courseId, ...(isOwn ? {} : { include_all_enrollments: true }) }
  const sections = await readSections(session, isOwn ? 'me' : person.username, query, signal)
  // Who has left and come back has two enrolments in one section.
  const section = sections.find((one) => gradesOf(one)[0]?.enrollment_id === learnerId) ?? sections[0]
  if (!section) throw new LmsError('not-found', { reason: 'no-learner' })
  const types = new Map(section.grading_category?.map(({ id, title }) => [id, title]))
  return {
    ...TOTAL_ONLY,
    username: person.username,
    ...(person.name === null ? {} : { name: person.name }),
    grade: { percent: totalOf(section) ?? Number.NaN, letter: null, passed: null },
    periods: periodsOf(section, isOwn),
    sections: section.period.map(({ period_title: name, assignment = [] }) => ({
      name,
      subsections: assignment.map((grade) => toSubsection(grade, assignments, types, isOwn)),
    })),
  }
}

/** Somebody's total in a section. Grades, `users/{id}/grades`, the final grade alone. */
export async function readTotal(
  session: Session,
  { courseId, username }: CourseParams & { username: string },
  signal?: AbortSignal,
): Promise<CourseTotal> {
  const query = { section_id: courseId, grading_period_ids: 'final' }
  const [section] = await readSections(session, username, query, signal)
  if (!section) throw new LmsError('not-found', { reason: 'no-learner' })
  return { courseId, courseName: null, username, percent: totalOf(section) }
}

/** Always of one section: some installations refuse to tell of all at once. Others may tell of more than was asked. */
async function readSections(
  session: Session,
  userId: string,
  query: { section_id: CourseId; include_all_enrollments?: boolean; grading_period_ids?: string },
  signal?: AbortSignal,
): Promise<Section[]> {
  const all = await everyPage(
    (paging) => call(userGrades, { path: { userId }, query: { ...query, ...paging }, signal }, session),
    ({ section }) => section,
  )
  return all.filter(({ section_id: id }) => id === query.section_id)
}

/** Grades name assignments by id only. A learner may be refused the list: the ids stand then. */
async function namedAssignments(
  session: Session,
  sectionId: CourseId,
  signal?: AbortSignal,
): Promise<Assignments> {
  try {
    const all = await readAssignments(session, sectionId, signal)
    return new Map(all.map((one) => [one.id, one]))
  } catch (error) {
    const isRefused = error instanceof LmsError && (error.kind === 'forbidden' || error.kind === 'not-found')
    if (!isRefused) throw error
    return new Map()
  }
}

function toSubsection(
  grade: Grade,
  assignments: Assignments,
  types: ReadonlyMap<string, string>,
  isOwn: boolean,
): ProgressSubsection {
  const { assignment_id: id, category_id: category, max_points: most } = grade
  const assignment = assignments.get(id)
  const exception = exceptionOf(grade)
  const earned = exception === null ? pointsOf(grade) : null
  const possible = most ?? 0
  // Of no category, nothing counts; exams have none.
  const isOutside = types.size > 0 && category === 0 && !grade.is_final
  return {
    id,
    name: assignment?.title || id,
    type: types.get(String(category ?? 0)) || null,
    graded: true,
    ...(isOutside || assignment?.count_in_grade === false ? { leftOut: true as const } : {}),
    due: assignment?.due ? localTime(assignment.due) : null,
    visibility: 'always',
    score: earned === null ? null : { earned, possible, percent: fractionOf(earned, possible), problems: [] },
    exception,
    comment: commentOf(grade, isOwn),
    override: null,
    hasAccess: true,
  }
}

/** Periods and exams with what they count, and the whole. An exam's grade is in points, and its comment stands at its score. */
function periodsOf(section: Section, isOwn: boolean): PeriodGrade[] {
  const names = new Map(section.period.map(({ period_id: id, period_title: title }) => [id, title]))
  return (section.final_grade ?? []).map((result) => {
    const { period_id: id, weight } = result
    const isExam = id.startsWith('a')
    const exam = isExam ? gradesOf(section).find((grade) => `a${grade.assignment_id}` === id) : undefined
    return {
      id,
      name: names.get(id) ?? '',
      isWhole: id === 'final',
      percent: percentOf(result, isExam ? (exam?.max_points ?? 0) : 100),
      weight: typeof weight === 'number' ? weight / 100 : null,
      comment: isExam ? null : commentOf(result, isOwn),
    }
  })
}

/** A learner is given only what is meant for them, without being told so. */
function commentOf(
  { comment, comment_status: status }: Pick<Result, 'comment' | 'comment_status'>,
  isOwn: boolean,
): GradeComment | null {
  return comment ? { text: comment, isShown: isOwn || status === 1 } : null
}

function totalOf({ final_grade: results }: Section): number | null {
  const final = results?.find(({ period_id: id }) => id === 'final')
  return final ? percentOf(final, 100) : null
}

function percentOf({ grade }: Pick<Result, 'grade'>, most: number): number | null {
  return grade === null || most <= 0 ? null : fractionOf(grade, most)
}

function gradesOf({ period }: Section): Grade[] {
  return period.flatMap(({ assignment = [] }) => assignment)
}
