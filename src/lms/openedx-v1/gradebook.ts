import type { Assignment } from '#src/domain/course.ts'
import type { AnswerOf } from '#src/lms/endpoint.ts'
import { call } from '#src/lms/http.ts'
import type { GradebookQuery, SheetChunk, SheetRow } from '#src/lms/lms.ts'
import type { Session } from '#src/lms/session.ts'
import { cursorOf } from '#src/lms/url.ts'
import * as wire from './endpoints.ts'
import { requireCohortId, requireCourseKey } from './ids.ts'

/** Enough to fill a screen; small enough to be parsed within a frame. */
const PAGE_SIZE = 50

type Row = AnswerOf<typeof wire.gradebookOfLearner>
type Cell = Row['section_breakdown'][number]

/** Reads the learners of a course, page after page in order of enrolment. Grades API v1, gradebook (list form). */
export async function* readGradebook(
  session: Session,
  query: GradebookQuery,
  signal?: AbortSignal,
): AsyncGenerator<SheetChunk> {
  requireCourseKey(query.courseId)
  if (query.cohort) requireCohortId(query.cohort)
  const filters = filtersOf(query)
  const met = new Set<string>()
  let cursor = query.resume
  do {
    const page = await call(
      wire.gradebook,
      { path: { courseId: query.courseId }, query: { ...filters, cursor }, signal },
      session,
    )
    const next = cursorOf(page.next, wire.gradebook)
    yield {
      columns: newColumns(page.results, met),
      rows: page.results.map(toRow),
      counts: { enrolled: page.total_users_count ?? null, matching: page.filtered_users_count ?? null },
      resume: next,
    }
    cursor = next ?? undefined
  } while (cursor !== undefined)
}

/** Reads one learner by exact username, active or not. Grades API v1, gradebook (single form). */
export async function readLearner(
  session: Session,
  { courseId, username }: { courseId: string; username: string },
  signal?: AbortSignal,
): Promise<SheetChunk> {
  const row = await call(
    wire.gradebookOfLearner,
    { path: { courseId }, query: { username }, signal },
    session,
  )
  return { columns: newColumns([row], new Set()), rows: [toRow(row)], resume: null }
}

function filtersOf({ search, track, cohort, assignmentGrade, courseGrade, ...rest }: GradebookQuery) {
  return {
    user_contains: search,
    enrollment_mode: track,
    cohort_id: cohort,
    assignment: assignmentGrade?.subsectionId,
    assignment_grade_min: assignmentGrade?.min,
    assignment_grade_max: assignmentGrade?.max,
    course_grade_min: courseGrade?.min,
    course_grade_max: courseGrade?.max,
    excluded_course_roles: rest.courseTeam === true ? [] : ['all'],
    page_size: rest.pageSize ?? PAGE_SIZE,
  }
}

/** The columns that these rows are the first to show. All rows have the same ones, in course order. */
function newColumns(rows: readonly Row[], met: Set<string>): Assignment[] {
  const columns: Assignment[] = []
  for (const cell of rows.flatMap((row) => row.section_breakdown)) {
    if (met.has(cell.module_id)) continue
    met.add(cell.module_id)
    columns.push({
      id: cell.module_id,
      name: cell.subsection_name ?? cell.label ?? '',
      label: cell.label || null,
      type: cell.category || null,
    })
  }
  return columns
}

function toRow(row: Row): SheetRow {
  const learnerId = String(row.user_id)
  return {
    learner: {
      id: learnerId,
      username: row.username,
      name: row.profile_name || row.full_name || null,
      email: row.email || null,
      studentKey: row.external_user_key || null,
    },
    total: row.percent,
    grades: row.section_breakdown.map(toCell),
  }
}

function toCell(cell: Cell): SheetRow['grades'][number] {
  return {
    subsectionId: cell.module_id,
    // Old releases do not say; but there, too, nobody has points to earn before an attempt.
    attempted: cell.attempted ?? cell.score_possible > 0,
    earned: cell.score_earned,
    possible: cell.score_possible,
    percent: cell.percent,
  }
}
