import type { Assignment, Learner, LearnerId } from '#src/domain/course.ts'
import { fractionOf } from '#src/domain/rounding.ts'
import type { AnswerOf } from '#src/lms/endpoint.ts'
import { call } from '#src/lms/http.ts'
import type { CourseParams, GradebookQuery, SheetChunk, SheetRow } from '#src/lms/lms.ts'
import type { Session } from '#src/lms/session.ts'
import { sectionGrades } from './endpoints.ts'
import { OTHER, readAssignmentColumns } from './grading.ts'
import { MOST, everyPage, nextStart } from './pages.ts'
import { readLearnerByUser, readLearners } from './people.ts'
import { type Grade, toCell } from './score.ts'

type Answer = AnswerOf<typeof sectionGrades>
type Periods = NonNullable<NonNullable<Answer['final_grade']>[number]['period']>

/**
 * Reads the learners of a section with their grades, which come learner by learner, a row for each assignment, in pages
 * that end anywhere: whoever stands at the end of a page is read again with the next one. Enrollment; Grades,
 * `sections/{id}/grades`. No filter is the server's.
 */
export async function* readGradebook(
  session: Session,
  { courseId: sectionId, resume }: GradebookQuery,
  signal?: AbortSignal,
): AsyncGenerator<SheetChunk> {
  const [learners, assignments] = await Promise.all([
    readLearners(session, sectionId, signal),
    readAssignmentColumns(session, { courseId: sectionId }, signal),
  ])
  const counts = { enrolled: learners.length, matching: learners.length }
  const from = placeOf(resume)
  const met = new Set(from.met)
  const waiting = new Map(learners.filter(({ id }) => !met.has(id)).map((learner) => [learner.id, learner]))
  let start: number | null = from.start
  while (start !== null) {
    const query = { start, limit: MOST }
    const answer: Answer = await call(sectionGrades, { path: { sectionId }, query, signal }, session)
    const next = nextStart(answer, start)
    const complete = next === null ? answer.grades.grade : withoutLast(answer.grades.grade)
    const rows = rowsOf({ ...answer, grades: { grade: complete } }, waiting)
    // Whose grades fill a page alone goes on in the next one.
    const cells = complete.flatMap((grade) =>
      met.has(grade.enrollment_id) ? [{ learnerId: grade.enrollment_id, ...toCell(grade) }] : [],
    )
    for (const { learner } of rows) {
      met.add(learner.id)
      waiting.delete(learner.id)
    }
    start = next === null ? null : start + complete.length
    // Who has nothing assigned is in the section all the same.
    const rest = start === null ? Array.from(waiting.values(), bare) : []
    yield {
      columns: [...assignments, ...periodColumns(answer)],
      rows: [...rows, ...rest],
      cells,
      counts,
      resume: start === null ? null : JSON.stringify({ start, met: [...met] } satisfies Place),
    }
  }
}

/** Where reading goes on, and whose rows have come: the others may have none. */
interface Place {
  readonly start: number
  readonly met: readonly LearnerId[]
}

function placeOf(resume: string | undefined): Place {
  return resume === undefined ? { start: 0, met: [] } : (JSON.parse(resume) as Place)
}

/** Reads one learner by user id, active or not. Enrollment; Grades, `sections/{id}/grades` with `enrollment_id`. */
export async function readLearner(
  session: Session,
  params: CourseParams & { username: string },
  signal?: AbortSignal,
): Promise<SheetChunk> {
  const [learner, assignments] = await Promise.all([
    readLearnerByUser(session, params, signal),
    readAssignmentColumns(session, params, signal),
  ])
  const path = { sectionId: params.courseId }
  const answers = await everyPage(
    (paging) =>
      call(sectionGrades, { path, query: { enrollment_id: learner.id, ...paging }, signal }, session),
    (answer) => [answer],
  )
  const grade = answers.flatMap((answer) => answer.grades.grade)
  const [first] = answers
  const [row = bare(learner)] = first
    ? rowsOf({ ...first, grades: { grade } }, new Map([[learner.id, learner]]))
    : []
  return { columns: [...assignments, ...(first ? periodColumns(first) : [])], rows: [row], resume: null }
}

/** Leaves out the last learner, whose grades may go on; but not who fills the page alone. */
function withoutLast(grades: readonly Grade[]): Grade[] {
  const last = grades.at(-1)?.enrollment_id
  const complete = grades.slice(
    0,
    grades.findIndex(({ enrollment_id: id }) => id === last),
  )
  return complete.length > 0 ? complete : [...grades]
}

function rowsOf({ grades, final_grade: finals = [] }: Answer, learners: ReadonlyMap<LearnerId, Learner>) {
  const results = new Map(finals.map(({ enrollment_id: id, period }) => [id, period]))
  const byLearner = Map.groupBy(grades.grade, ({ enrollment_id: id }) => id)
  return Array.from(byLearner).flatMap(([id, own]): SheetRow[] => {
    const learner = learners.get(id)
    const periods = results.get(id) ?? []
    if (!learner) return []
    return [{ learner, total: finalOf(periods), grades: [...own.map(toCell), ...periodCells(periods)] }]
  })
}

function bare(learner: Learner): SheetRow {
  return { learner, total: null, grades: [] }
}

/** The grade of the whole course, a percentage. */
function finalOf(periods: Periods): number | null {
  const grade = periods.find(({ period_id: id }) => id === 'final')?.grade ?? null
  return grade === null ? null : fractionOf(grade, 100)
}

/** Exams are assignments, and the final grade is the total: columns of their own have the periods, and what is in none. */
function isPeriod(id: string): boolean {
  return id === OTHER || /^p\d+$/.test(id)
}

function periodColumns({ period = [], final_grade: finals = [] }: Answer): Assignment[] {
  const titles = new Map(period.map(({ period_id: id, period_title: title }) => [id, title]))
  const ids = new Set([
    ...titles.keys(),
    ...finals.flatMap((one) => one.period.map(({ period_id: id }) => id)),
  ])
  return [...ids].filter(isPeriod).map((id) => ({
    id,
    name: titles.get(id) ?? '',
    label: null,
    type: null,
    period: id === OTHER ? OTHER : id.slice(1),
    isComputed: true,
  }))
}

/** Percentages, not rounded; without points. */
function periodCells(periods: Periods): Array<SheetRow['grades'][number]> {
  return periods
    .filter(({ period_id: id }) => isPeriod(id))
    .map(({ period_id: subsectionId, grade }) => {
      const percent = grade === null ? 0 : fractionOf(grade, 100)
      const points = grade === null ? 0 : Number.NaN
      return {
        subsectionId,
        attempted: grade !== null,
        earned: points,
        possible: points,
        percent,
        exception: null,
      }
    })
}
