import * as z from 'zod/mini'
import { endpoint } from '#src/lms/endpoint.ts'

const LMS = 'https://docs.openedx.org/projects/edx-platform/en/latest/references/lms_apis.html'
const REPORTS = `${LMS}#get--instructor-v1-reports-course_id`

/** The files that wait for download, newest first. Instructor API v1. */
export const reports = endpoint({
  method: 'GET',
  path: '/api/instructor/v1/reports/:courseId',
  query: { report_name: 'text' },
  response: z.object({
    downloads: z.array(
      z.object({
        name: z.string(),
        url: z.string(),
        /** An anchor of HTML. */
        link: z.string(),
      }),
    ),
  }),
  doc: REPORTS,
})

/** One of these files. Real sites give them out from a store of files, at addresses of their own. */
export const reportFile = endpoint({
  method: 'GET',
  path: '/api/instructor/v1/reports/:courseId/files/:fileName',
  response: z.string(),
  produces: 'text/csv',
  doc: REPORTS,
})

/** Begins a report of what learners answered. Instructor API v1. */
export const generateProblemResponses = endpoint({
  method: 'POST',
  path: '/api/instructor/v1/reports/:courseId/generate/problem_responses',
  body: z.object({
    problem_locations: z.array(z.string()),
    problem_types_filter: z.optional(z.array(z.string())),
  }),
  response: z.object({ status: z.string(), task_id: z.string() }),
  doc: `${LMS}#post--instructor-v1-reports-course_id-generate-problem_responses`,
})

/** The tasks that are running; with a location all that concerned it. Instructor API v1. */
export const tasks = endpoint({
  method: 'GET',
  path: '/api/instructor/v1/tasks/:courseId',
  query: { problem_location_str: 'text', unique_student_identifier: 'text' },
  response: z.object({
    tasks: z.array(
      z.object({
        task_type: z.string(),
        /** JSON as text. */
        task_input: z.string(),
        task_id: z.string(),
        requester: z.string(),
        task_state: z.string(),
        /** ISO 8601, with `+00:00`. */
        created: z.string(),
        /** `unknown` while it runs. */
        duration_sec: z.union([z.number(), z.string()]),
        /** `Complete` or `Incomplete`. */
        status: z.string(),
        task_message: z.string(),
      }),
    ),
  }),
  doc: `${LMS}#get--instructor-v1-tasks-course_id`,
})
