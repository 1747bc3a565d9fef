import { writeCsv } from '#mocks/lms/csv.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import type { Account, Instant, UserId } from '#mocks/lms/model.ts'
import { applyOverride } from '#mocks/lms/overrides.ts'
import type { School } from '#mocks/lms/store.ts'
import { table } from '#mocks/lms/tables.ts'
import { uuidOf } from '#mocks/lms/uuids.ts'
import { type CheckedFile, type GoodRow, type ResultRow, type SentFile, checkFile } from './check.ts'
import { tableColumns } from './export.ts'

/** How far a file has come. */
export interface ImportStatus {
  readonly total: number
  /** Rows that nothing is wrong with. */
  readonly processed: number
  readonly saved: number
  readonly errorRows: readonly ResultRow[]
  readonly messages: readonly string[]
  /** Rows wait to be saved. */
  readonly canCommit: boolean
  /** By which to ask again; null where nothing is waited for. */
  readonly resultId: string | null
  /** By which to download the rows with their errors; null without errors. */
  readonly errorId: number | null
}

/** A file that was read, as the history of uploads has it. */
export interface GradeImport {
  readonly id: number
  readonly courseKey: string
  readonly by: UserId
  readonly at: Instant
  readonly fileName: string
  readonly outcome: ImportStatus
  /** All rows, where some are wrong. */
  readonly results: readonly ResultRow[]
  readonly resultId: string | null
  /** How often somebody asked whether it is done. */
  readonly polls: number
}

const imports = table<GradeImport>('grade-imports')
const COMMENT = 'Bulk Grade Import'
/** The answer comes with this poll. */
const READY_AT = 2

/**
 * Saves the new grades of a table as overrides, and tells how far that has come. Bulk grades, upload. Rows that are wrong
 * are left out. What is good is saved behind the answer by the real server; here it is saved at once, and told by the
 * second poll. Frozen grades do not hinder it, as the server does not look.
 * @throws {Refusal} a crash, as `checkFile`
 */
export function importGrades(school: School, course: Course, by: Account, file: SentFile): ImportStatus {
  const checked = checkFile(course, file)
  const id = checked.read ? imports.entries(school).length + 1 : null
  const errorId = checked.messages.isEmpty ? null : id
  const resultId = checked.good.length > 0 ? uuidOf(`import ${school.world.seed} ${id}`) : null
  const sofar = { ...statusOf(checked, 0), canCommit: resultId !== null, resultId, errorId }
  if (id === null) return sofar
  const saved = checked.good.filter((row) => save(school, course, by, row, checked)).length
  const failed = !checked.messages.isEmpty
  imports.put(school, String(id), {
    id,
    courseKey: course.key,
    by: by.id,
    at: school.now,
    fileName: file.name,
    outcome: { ...statusOf(checked, saved), errorId: failed ? id : null },
    results: failed ? checked.results : [],
    resultId,
    polls: 0,
  })
  return sofar
}

/** Gives what became of a file, null as long as it is not done. An id that is not known is never done. */
export function pollImport(school: School, course: Course, resultId: string): ImportStatus | null {
  const found = importsOf(school, course).find((one) => one.resultId === resultId)
  if (!found) return null
  const polls = found.polls + 1
  if (polls <= READY_AT) imports.put(school, String(found.id), { ...found, polls })
  return polls < READY_AT ? null : found.outcome
}

/** Gives the files that were read for a course, newest first. Bulk grades, history. */
export function importsOf(school: School, course: Course): GradeImport[] {
  return imports
    .entries(school)
    .map(([, one]) => one)
    .filter(({ courseKey }) => courseKey === course.key)
    .toReversed()
}

/** Gives the upload with this id, of whatever course; undefined where there is none. */
export function findImport(school: School, id: number): GradeImport | undefined {
  return imports.get(school, String(id))
}

/** Gives the rows of an upload with what became of each, as comma-separated values. */
export function exportResults(course: Course, { results }: GradeImport): string {
  const columns = [...tableColumns(course), 'status', 'error']
  return writeCsv([columns, ...results.map((row) => columns.map((name) => row[name] ?? ''))])
}

function statusOf({ messages, results, good }: CheckedFile, saved: number): ImportStatus {
  return {
    total: results.length,
    processed: good.length,
    saved,
    errorRows: results.filter(({ error }) => error),
    messages: messages.written(),
    canCommit: false,
    resultId: null,
    errorId: null,
  }
}

/** Saves a row, or notes why not: what came before in it stays saved. */
function save(
  school: School,
  course: Course,
  by: Account,
  { line, userId, grades }: GoodRow,
  { messages, results }: CheckedFile,
): boolean {
  for (const [usageKey, earnedGraded] of grades) {
    const words = saveGrade(school, course, by, userId, usageKey, earnedGraded)
    if (words === null) continue
    messages.add(words, line)
    const row = results[line - 1]
    if (row) results[line - 1] = { ...row, error: words, status: 'Failure' }
    return false
  }
  return true
}

/** Gives null where it was saved, else the server's words. */
function saveGrade(
  school: School,
  course: Course,
  by: Account,
  userId: string,
  usageKey: string,
  earnedGraded: number,
): string | null {
  if (!/^\s*\d+\s*$/.test(userId)) return `Field 'id' expected a number but got '${userId}'.`
  const item = { userId: Number(userId), usageKey, grade: { earnedGraded, comment: COMMENT } }
  if (item.userId === 0) return 'User matching query does not exist.'
  return applyOverride(school, course, by, item, { system: 'grade-import' }).reason
}
