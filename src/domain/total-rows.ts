import type { CourseTotal } from './course-total.ts'
import type { CourseId } from './course.ts'
import { numberText } from './figures.ts'
import { neutralised } from './table-text.ts'
import { type SortDirection, fold } from './view.ts'

/** A line of a table of totals; the total may still be on its way. */
export interface TotalRow {
  readonly courseId: CourseId
  readonly courseName: string
  readonly username: string
  readonly total: CourseTotal | null
}

/** What a table of totals can show. */
export type TotalColumn =
  | 'person'
  | 'email'
  | 'course'
  | 'percent'
  | 'letter'
  | 'passed'
  | 'passedAt'
  | 'lastActivity'

export interface TotalSort {
  readonly by: TotalColumn
  readonly direction: SortDirection
}

interface Arrangement {
  /** Part of a username, e-mail address, course name or course id; empty shows all. */
  readonly text: string
  /** Null: in the order of arrival. */
  readonly sort: TotalSort | null
  /** Compares as the viewer's language does. */
  readonly collator: Intl.Collator
}

/** Gives the rows that fit the text, sorted; blanks come last in both directions, equals stay in their order. */
export function arrangeTotals<Row extends TotalRow>(
  rows: readonly Row[],
  { text, sort, collator }: Arrangement,
): Row[] {
  const wanted = fold(text)
  const fitting = rows.filter(({ courseId, courseName, username, total }) =>
    [courseId, courseName, username, total?.email ?? ''].some((part) => fold(part).includes(wanted)),
  )
  if (!sort) return fitting
  const sign = sort.direction === 'ascending' ? 1 : -1
  const valued = fitting.map((row) => ({ row, value: valueOf(row, sort.by) }))
  valued.sort((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null)
    if (typeof a.value === 'number' && typeof b.value === 'number') return sign * (a.value - b.value)
    return sign * collator.compare(String(a.value), String(b.value))
  })
  return valued.map(({ row }) => row)
}

function valueOf({ courseName, username, total }: TotalRow, by: TotalColumn): string | number | null {
  if (by === 'person') return username
  if (by === 'course') return courseName
  const value = total?.[by] ?? null
  return typeof value === 'boolean' ? Number(value) : value
}

const HEADERS: Readonly<Record<TotalColumn, string>> = {
  person: 'username',
  email: 'email',
  course: 'course',
  percent: 'grade (%)',
  letter: 'letter',
  passed: 'passed',
  passedAt: 'passed at',
  lastActivity: 'last activity',
}

/** Gives rows as a table for a file, its header first; what people chose is neutralised. */
export function totalsTable(
  rows: readonly TotalRow[],
  columns: readonly TotalColumn[],
  decimal: '.' | ',',
): string[][] {
  return [
    ['course id', ...columns.map((column) => HEADERS[column])],
    ...rows.map((row) => [
      neutralised(row.courseId),
      ...columns.map((column) => cellText(row, column, decimal)),
    ]),
  ]
}

function cellText(row: TotalRow, column: TotalColumn, decimal: '.' | ','): string {
  const value = valueOf(row, column)
  if (value === null) return ''
  if (column === 'percent' && typeof value === 'number') return `${numberText(value * 100, decimal)}%`
  if (column === 'passed') return value === 1 ? 'yes' : 'no'
  return neutralised(String(value))
}

/** Gives each course a name that no other one has: with its id where several are called the same. */
export function distinctNames(
  courses: ReadonlyArray<{ readonly id: CourseId; readonly name: string }>,
): ReadonlyMap<CourseId, string> {
  const met = new Set<string>()
  const shared = new Set<string>()
  for (const { name } of courses) (met.has(name) ? shared : met).add(name)
  return new Map(courses.map(({ id, name }) => [id, shared.has(name) ? `${name} · ${id}` : name]))
}

/** Gives the usernames of a pasted list, each once: parted by lines, spaces, commas or semicolons. */
export function usernamesIn(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/u).filter(Boolean))]
}

/**
 * Gives those that no server takes for a username.
 * Source: Open edX, the form of usernames.
 */
export function malformedUsernames(usernames: readonly string[]): string[] {
  return usernames.filter((name) => name.length < 2 || !/^[\p{L}\p{M}\p{N}_.@+-]+$/u.test(name))
}
