import { readCsv } from '#mocks/lms/csv.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import type { UsageKey } from '#mocks/lms/model.ts'
import { crash } from '#mocks/lms/refusal.ts'
import { gradeColumns } from './columns.ts'
import { Messages } from './messages.ts'

/** A file as it was sent. */
export interface SentFile {
  readonly name: string
  /** In bytes. */
  readonly size: number
  readonly text: string
}

type Fields = Readonly<Record<string, string>>

/** A row of the file as it was sent, with what became of it: `Success` or `Failure`, and the words for that. */
export type ResultRow = Fields & { readonly status: string; readonly error: string }

/** The grades of a row that nothing is wrong with. */
export interface GoodRow {
  /** Place in the file, from 1; the header does not count. */
  readonly line: number
  readonly userId: string
  readonly grades: ReadonlyArray<readonly [usageKey: UsageKey, points: number]>
}

export interface CheckedFile {
  /** False for a file that could not be read as a table of grades at all. */
  readonly read: boolean
  readonly messages: Messages
  readonly results: ResultRow[]
  readonly good: readonly GoodRow[]
}

const REQUIRED = ['user_id', 'course_id']
const MOST_BYTES = 2 * 1024 * 1024
const PREFIX = 'new_override-'
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i

/**
 * Checks a table of new grades row by row. Bulk grades, upload. Empty fields change nothing; a row that is wrong is left
 * out as a whole. Of rows for the same user the first one stands, and all of them are told.
 * @throws {Refusal} a crash for a grade in a column of no subsection: the server does not catch that
 */
export function checkFile(course: Course, { size, text }: SentFile): CheckedFile {
  const messages = new Messages()
  const [header = [], ...rows] = size > MOST_BYTES ? [] : readCsv(text)
  const missing = REQUIRED.find((name) => !header.includes(name))
  if (size > MOST_BYTES) messages.add(`The CSV file must be under ${MOST_BYTES} bytes`)
  else if (missing) messages.add(`Missing column: ${missing}`)
  if (!messages.isEmpty) return { read: false, messages, results: [], good: [] }

  const places = new Map(gradeColumns(course).map(({ shortId, place }) => [shortId, place.subsection.key]))
  const firstLines = new Map<string, number>()
  const results: ResultRow[] = []
  const good: GoodRow[] = []
  for (const [index, fields] of rows.entries()) {
    const line = index + 1
    const row = Object.fromEntries(header.map((name, column) => [name, fields[column] ?? '']))
    const userId = row['user_id'] ?? ''
    const firstLine = firstLines.get(userId)
    let found = wrongCourse(course, row)
    if (!found && firstLine !== undefined) {
      found = `Repeated user_id: ${userId}`
      messages.add(found, firstLine)
    }
    if (!found) {
      firstLines.set(userId, line)
      const grades = gradesOf(row, places)
      if (typeof grades === 'string') found = grades
      else good.push({ line, userId, grades })
    }
    if (found) messages.add(found, line)
    results.push({ ...row, error: found ?? '', status: found ? 'Failure' : 'Success' })
  }
  return { read: true, messages, results, good }
}

function wrongCourse({ key }: Course, row: Fields): string | null {
  return row['course_id'] === key ? null : `Wrong course id ${row['course_id']} != ${key}`
}

/** Gives the new grades of a row, or what is wrong with them. */
function gradesOf(row: Fields, places: ReadonlyMap<string, UsageKey>): GoodRow['grades'] | string {
  const grades: Array<readonly [UsageKey, number]> = []
  for (const [name, field] of Object.entries(row)) {
    const value = field.trim()
    if (!name.startsWith(PREFIX) || !value) continue
    const key = places.get(name.slice(PREFIX.length))
    if (!key) throw crash(`No subsection has the column ${name}`)
    const points = NUMBER.test(value) ? Number(value) : Number.NaN
    if (!Number.isFinite(points)) return 'Grade must be a number'
    if (points < 0) return 'Grade must not be negative'
    grades.push([key, points])
  }
  return grades
}
