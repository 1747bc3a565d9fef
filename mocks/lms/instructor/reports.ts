import type { Course } from '#mocks/lms/course-model.ts'
import type { Instant } from '#mocks/lms/model.ts'
import type { School } from '#mocks/lms/store.ts'
import { table } from '#mocks/lms/tables.ts'

/** A file that the instructor dashboard offers for download. */
export interface Report {
  /** File name, unique in its course. */
  readonly name: string
  /** The whole file as text. */
  readonly content: string
  readonly created: Instant
}

/** By course key and file name. */
const reports = table<Report>('reports')

/**
 * Adds a file to the reports of a course; one of the same name is replaced.
 * Instructor API v1, reports: results of uploads appear here too.
 */
export function addReport(
  school: School,
  course: Course,
  { name, content }: Pick<Report, 'name' | 'content'>,
): Report {
  const report = { name, content, created: school.now }
  const key = `${course.key} ${name}`
  // A row that is put in again keeps its place: the newer file has to come last.
  if (reports.get(school, key)) reports.remove(school, key)
  reports.put(school, key, report)
  return report
}

/** Gives the reports of a course, newest first. */
export function reportsOf(school: School, course: Course): Report[] {
  return reports
    .entries(school)
    .filter(([key]) => key.startsWith(`${course.key} `))
    .map(([, report]) => report)
    .toReversed()
}
