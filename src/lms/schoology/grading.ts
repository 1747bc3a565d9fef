import type { Assignment, AssignmentType, GradingInfo, ScaleLevel } from '#src/domain/course.ts'
import { roundHalfUp } from '#src/domain/rounding.ts'
import type { AnswerOf } from '#src/lms/endpoint.ts'
import { call } from '#src/lms/http.ts'
import type { CourseParams } from '#src/lms/lms.ts'
import type { Session } from '#src/lms/session.ts'
import * as wire from './endpoints-sections.ts'
import { everyPage } from './pages.ts'

type WireAssignment = AnswerOf<typeof wire.assignments>['assignment'][number]
type Category = AnswerOf<typeof wire.gradingCategories>['grading_category'][number]
type Scale = AnswerOf<typeof wire.gradingScales>['grading_scale'][number]

/** Of assignments that belong to no period, and of the grade that they make together. */
export const OTHER = 'other'

/**
 * Reads how a section is graded: categories are its assignment types. Final grades follow from periods as well, so that
 * nothing is estimated from the weights. Assignment, Grading Categories, Grading Periods, Grading Scales.
 */
export async function readGradingInfo(
  session: Session,
  { courseId: sectionId }: CourseParams,
  signal?: AbortSignal,
): Promise<GradingInfo> {
  const request = { path: { sectionId }, signal }
  const [assignments, categories, periods, scales] = await Promise.all([
    readAssignments(session, sectionId, signal),
    call(wire.gradingCategories, request, session),
    call(wire.gradingPeriods, request, session),
    call(wire.gradingScales, request, session),
  ])
  const ordered = categories.grading_category.toSorted((a, b) => (a.delta ?? 0) - (b.delta ?? 0))
  const names = uniqueNames(ordered)
  const levels = new Map(scales.grading_scale.map((scale) => [scale.id, scale]))
  const subsections = assignments.map((one) => toAssignment(one, names, levels))
  const hasOthers = subsections.some(({ period }) => period === OTHER)
  return {
    types: ordered.map((category) => toType(category, names)),
    // A final grade has no letters of its own.
    cutoffs: [],
    subsections: subsections.map((one, at) => ({ ...one, graded: assignments[at]?.count_in_grade ?? true })),
    periods: [
      ...periods.grading_period.map(({ id, title }) => ({ id, name: title })),
      ...(hasOthers ? [{ id: OTHER, name: '' }] : []),
    ],
    frozen: false,
    bulkManagement: false,
  }
}

/** Reads the assignments as columns: grades name them by id only. */
export async function readAssignmentColumns(
  session: Session,
  params: CourseParams,
  signal?: AbortSignal,
): Promise<readonly Assignment[]> {
  const { subsections } = await readGradingInfo(session, params, signal)
  return subsections
}

/** When assignments are due for everybody: the school's own time, without a zone. Assignment. */
export async function readDueDates(
  session: Session,
  { courseId }: CourseParams,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const assignments = await readAssignments(session, courseId, signal)
  return new Map(assignments.flatMap(({ id, due }) => (due ? [[id, localTime(due)] as const] : [])))
}

/** Gives a time of the school, `2014-09-25 11:30:00`, as ISO 8601 has it, without a zone. */
export function localTime(due: string): string {
  return due.replace(' ', 'T')
}

/** The assignments of a section, as the server has them. Assignment. */
export function readAssignments(
  session: Session,
  sectionId: string,
  signal?: AbortSignal,
): Promise<WireAssignment[]> {
  return everyPage(
    (query) => call(wire.assignments, { path: { sectionId }, query, signal }, session),
    ({ assignment }) => assignment,
  )
}

/** Two categories may have one title, and are two types all the same. */
function uniqueNames(categories: readonly Category[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const { id, title } of categories) {
    const isTaken = [...names.values()].includes(title)
    names.set(id, title === '' || isTaken ? `${title} (${id})`.trim() : title)
  }
  return names
}

function toType(
  { id, weight, drop_lowest: dropped }: Category,
  names: ReadonlyMap<string, string>,
): AssignmentType {
  return {
    name: names.get(id) ?? '',
    shortLabel: null,
    weight: typeof weight === 'number' ? weight / 100 : null,
    required: null,
    dropped,
  }
}

function toAssignment(
  one: WireAssignment,
  names: ReadonlyMap<string, string>,
  scales: ReadonlyMap<string, Scale>,
): Assignment {
  const scale = scales.get(String(one.grading_scale ?? 0))
  const levels = scale && levelsOf(scale, one.max_points ?? 0)
  return {
    id: one.id,
    name: one.title || one.id,
    label: null,
    type: names.get(String(one.grading_category ?? 0)) ?? null,
    ...(one.is_final ? {} : { period: one.grading_period ? String(one.grading_period) : OTHER }),
    ...(levels && levels.length > 0 ? { scale: levels } : {}),
  }
}

/** What a word counts: its average, else the least that earns it. Grading Scales, `level`. */
function levelsOf({ type, scale }: Scale, maxPoints: number): ScaleLevel[] {
  const levels = (scale?.level ?? []).flatMap((level): ScaleLevel[] => {
    if ('points' in level) {
      return level.points === null ? [] : [{ word: level.description, points: level.points }]
    }
    const percent = level.average ?? level.cutoff
    if (type !== 1 || percent === null) return []
    return [{ word: level.grade, points: roundHalfUp((percent / 100) * maxPoints, 4) }]
  })
  return levels.toSorted((a, b) => b.points - a.points)
}
