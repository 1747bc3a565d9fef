import { blockId } from '#mocks/lms/keys.ts'
import type { Course, PlacedSubsection } from '#mocks/lms/course-model.ts'
import type { UsageKey } from '#mocks/lms/model.ts'
import { gradedSubsections } from '#mocks/lms/outline.ts'

/** A graded subsection in a table of grades. */
export interface GradeColumn {
  /** The first eight characters of its block id: they end the names of its columns. */
  readonly shortId: string
  readonly place: PlacedSubsection
}

export interface ColumnFilters {
  readonly assignment?: UsageKey | undefined
  readonly assignmentType?: string | undefined
}

const SHORT = 8

/** Gives the graded subsections that a filter leaves. Of those that share a short id only the first is there. */
export function gradeColumns(
  course: Course,
  { assignment, assignmentType }: ColumnFilters = {},
): GradeColumn[] {
  const columns = new Map<string, GradeColumn>()
  for (const place of gradedSubsections(course)) {
    const { key, format } = place.subsection
    if (assignment && blockId(key) !== blockId(assignment)) continue
    if (assignmentType && format !== assignmentType) continue
    const shortId = blockId(key).slice(0, SHORT)
    if (!columns.has(shortId)) columns.set(shortId, { shortId, place })
  }
  return [...columns.values()]
}

/** Gives a name for each kind of column of each subsection: `grade-hw_01`. */
export function columnNames(columns: readonly GradeColumn[], kinds: readonly string[]): string[] {
  return columns.flatMap(({ shortId }) => kinds.map((kind) => `${kind}-${shortId}`))
}

/** Writes a number as Python writes a float: `7.0`. */
export function floatText(number: number): string {
  return Number.isInteger(number) ? number.toFixed(1) : String(number)
}
