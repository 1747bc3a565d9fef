import * as z from 'zod/mini'
import { endpoint } from '#src/lms/endpoint.ts'

const PACKAGE = 'https://github.com/openedx/edx-bulk-grades'

const Row = z.record(z.string(), z.string())

const Status = z.object({
  total: z.number(),
  processed: z.number(),
  saved: z.number(),
  /** The rows as they came, with `error` and `status`. */
  error_rows: z.array(Row),
  error_messages: z.array(z.string()),
  /** Of rows saved: `66.7%`. */
  percentage: z.string(),
  can_commit: z.boolean(),
  result_id: z.nullable(z.string()),
  saved_error_id: z.nullable(z.number()),
  waiting: z.boolean(),
})

const Waiting = z.object({ waiting: z.literal(true), result_id: z.string() })

const limits = {
  assignment: 'text',
  assignmentType: 'text',
  assignmentGradeMin: 'number',
  assignmentGradeMax: 'number',
  courseGradeMin: 'number',
  courseGradeMax: 'number',
} as const

/** Grades to fill in, or (`error_id`) an upload's rows with their errors, as comma-separated values. */
export const exportGrades = endpoint({
  method: 'GET',
  path: '/api/bulk_grades/course/:courseId/',
  query: { track: 'text', cohort: 'text', ...limits, excludedCourseRoles: 'texts', error_id: 'text' },
  response: z.string(),
  produces: 'text/csv',
  doc: PACKAGE,
})

/**
 * Takes a table of grades (multipart, the file `csv`), or tells how far an earlier one has come (the field `result_id`).
 * Always 200: what is wrong stands in the answer.
 */
export const importGrades = endpoint({
  method: 'POST',
  path: '/api/bulk_grades/course/:courseId/',
  response: z.union([Status, Waiting]),
  doc: PACKAGE,
})

/** The uploads of a course, newest first. */
export const importHistory = endpoint({
  method: 'GET',
  path: '/api/bulk_grades/course/:courseId/history/',
  response: z.array(
    z.object({
      id: z.number(),
      class_name: z.string(),
      unique_id: z.string(),
      operation: z.string(),
      user: z.string(),
      /** ISO 8601. */
      modified: z.string(),
      original_filename: z.string(),
      data: z.object({
        total_rows: z.number(),
        processed_rows: z.number(),
        saved_rows: z.number(),
        error_message: z.optional(z.string()),
      }),
    }),
  ),
  doc: PACKAGE,
})

/** What learners of the master's track did, with their grades, as comma-separated values. */
export const interventions = endpoint({
  method: 'GET',
  path: '/api/bulk_grades/course/:courseId/intervention/',
  query: { cohort: 'text', ...limits },
  response: z.string(),
  produces: 'text/csv',
  doc: PACKAGE,
})
