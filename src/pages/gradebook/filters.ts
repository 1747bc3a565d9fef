import * as z from 'zod/mini'
import type { CourseId } from '#src/domain/course.ts'
import type { Sort } from '#src/domain/view.ts'
import type { ServerFilter } from '#src/lms/capabilities.ts'
import type { GradebookQuery } from '#src/lms/lms.ts'

/** A grade in percent, 0..100, as typed into a filter. */
const Percent = z.pipe(
  z.pipe(
    z.string().check(z.regex(/^\d{1,3}(\.\d{1,4})?$/)),
    z.transform((text: string) => Number(text)),
  ),
  z.number().check(z.gte(0), z.lte(100)),
)
const Name = z.string().check(z.minLength(1), z.maxLength(400))
const SortText = z.string().check(z.regex(/^-?[^-].{0,399}$/))

/** Every filter and its parameter in the URL; the order is that of the chips. */
const FIELDS = {
  assignmentType: { param: 'type', schema: Name },
  period: { param: 'period', schema: Name },
  assignment: { param: 'assignment', schema: Name },
  assignmentMin: { param: 'amin', schema: Percent },
  assignmentMax: { param: 'amax', schema: Percent },
  totalMin: { param: 'min', schema: Percent },
  totalMax: { param: 'max', schema: Percent },
  track: { param: 'track', schema: Name },
  cohort: { param: 'cohort', schema: Name },
} as const

export interface Filters {
  readonly assignmentType?: string
  /** Id of a grading period. */
  readonly period?: string
  readonly assignment?: string
  /** Percent, 0..100, both ends included. */
  readonly assignmentMin?: number
  readonly assignmentMax?: number
  readonly totalMin?: number
  readonly totalMax?: number
  readonly track?: string
  readonly cohort?: string
  readonly courseTeam?: boolean
}
export type FilterName = keyof Filters

/** What the URL says of the table. Search text and exact username are personal and live in the history entry. */
export interface TableUrl {
  readonly filters: Filters
  readonly sort: Sort | null
}

/**
 * Gives what the URL holds, and the parameters that were left out: their values make no sense, or no server does it.
 * @param can what the server does; rows tell nothing by which tracks, cohorts and team could be told here
 */
export function readTableUrl(
  params: URLSearchParams,
  can?: ReadonlySet<ServerFilter>,
): TableUrl & { readonly dropped: readonly string[] } {
  const filters: Record<string, unknown> = {}
  const dropped = new Set<string>()
  const leaveOut = (name: keyof typeof FIELDS) => {
    if (filters[name] !== undefined) dropped.add(FIELDS[name].param)
    delete filters[name]
  }
  for (const [name, { param, schema }] of Object.entries(FIELDS)) {
    const text = params.get(param)
    if (text === null) continue
    const parsed = z.safeParse<z.ZodMiniType>(schema, text)
    if (parsed.success) filters[name] = parsed.data
    else dropped.add(param)
  }
  const team = params.get('team')
  if (team === 'included' && can?.has('courseTeam') !== false) filters['courseTeam'] = true
  else if (team !== null) dropped.add('team')
  for (const name of ['track', 'cohort'] as const) if (can?.has(name) === false) leaveOut(name)
  for (const range of ['assignment', 'total'] as const) {
    if (!rangeIsInOrder(filters[`${range}Min`], filters[`${range}Max`])) {
      leaveOut(`${range}Min`)
      leaveOut(`${range}Max`)
    }
  }
  if (filters['assignment'] === undefined) {
    leaveOut('assignmentMin')
    leaveOut('assignmentMax')
  }
  const sort = SortText.safeParse(params.get('sort'))
  if (!sort.success && params.has('sort')) dropped.add('sort')
  return { filters, sort: sort.success ? readSort(sort.data) : null, dropped: [...dropped] }
}

function rangeIsInOrder(min: unknown, max: unknown): boolean {
  return typeof min !== 'number' || typeof max !== 'number' || min <= max
}

function readSort(text: string): Sort {
  return text.startsWith('-')
    ? { by: text.slice(1), direction: 'descending' }
    : { by: text, direction: 'ascending' }
}

/** Writes filters into a copy of the URL's parameters; the others stay as they are. */
export function writeFilters(params: URLSearchParams, filters: Filters): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const [name, { param }] of Object.entries(FIELDS)) {
    const value = filters[name as keyof typeof FIELDS]
    if (value === undefined || value === '') next.delete(param)
    else next.set(param, String(value))
  }
  if (filters.courseTeam) next.set('team', 'included')
  else next.delete('team')
  return next
}

/** Writes a sort order into a copy of the URL's parameters; null is the order of enrolment. */
export function writeSort(params: URLSearchParams, sort: Sort | null): URLSearchParams {
  const next = new URLSearchParams(params)
  if (sort) next.set('sort', (sort.direction === 'descending' ? '-' : '') + sort.by)
  else next.delete('sort')
  return next
}

/** Gives the part that the server does; assignment type and assignment alone only choose columns. */
export function toQuery(courseId: CourseId, filters: Filters): GradebookQuery {
  const { assignment, assignmentMin, assignmentMax, totalMin, totalMax, track, cohort, courseTeam } = filters
  const byAssignment =
    assignment !== undefined && (assignmentMin !== undefined || assignmentMax !== undefined)
      ? { subsectionId: assignment, min: assignmentMin, max: assignmentMax }
      : undefined
  const byTotal =
    totalMin !== undefined || totalMax !== undefined ? { min: totalMin, max: totalMax } : undefined
  return { courseId, track, cohort, courseTeam, assignmentGrade: byAssignment, courseGrade: byTotal }
}

/** Tells whether filters leave learners out; choosing columns does not, nor does letting the course team in. */
export function narrows(filters: Filters): boolean {
  const { courseId: _, courseTeam: __, ...narrowing } = toQuery('', filters)
  return Object.values(narrowing).some((value) => value !== undefined)
}

/** Gives filters without one; taking away the assignment takes its range away too. */
export function withoutFilter(filters: Filters, name: FilterName): Filters {
  const next: Record<string, unknown> = { ...filters }
  const gone: Partial<Record<FilterName, readonly FilterName[]>> = {
    assignment: ['assignment', 'assignmentMin', 'assignmentMax'],
    assignmentMin: ['assignmentMin', 'assignmentMax'],
    totalMin: ['totalMin', 'totalMax'],
  }
  for (const key of gone[name] ?? [name]) delete next[key]
  return next
}
