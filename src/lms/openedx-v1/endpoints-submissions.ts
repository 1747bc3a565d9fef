import * as z from 'zod/mini'
import { endpoint } from '#src/lms/endpoint.ts'

/** One submission. It has no time of its own: only `state` may tell one. */
const Submission = z.object({
  /** As the problem stored it: `student_answers`, `attempts`, sometimes `last_submission_time`. */
  state: z.nullable(z.record(z.string(), z.unknown())),
  /** Raw points, before any weight. */
  grade: z.nullable(z.number()),
  max_grade: z.nullable(z.number()),
})

/**
 * What learners of a course submitted to its problems, the newest first, learners in the order of enrolment; for staff of
 * the whole site. Problems without submissions and those drawn from a library are left out. Grades API v1,
 * submission_history.
 */
export const submissionHistory = endpoint({
  method: 'GET',
  path: '/api/grades/v1/submission_history/:courseId/',
  query: { username: 'text', page_size: 'number', cursor: 'text' },
  perMinute: { staff: 120, others: 40 },
  response: z.object({
    next: z.nullable(z.string()),
    previous: z.nullable(z.string()),
    results: z.array(
      z.object({
        course_id: z.string(),
        course_name: z.string(),
        user: z.string(),
        problems: z.array(
          z.object({
            location: z.string(),
            name: z.string(),
            submission_history: z.array(Submission),
            /** The problem itself, as XML. */
            data: z.string(),
          }),
        ),
      }),
    ),
  }),
  doc: 'https://docs.openedx.org/projects/edx-platform/en/latest/references/docstrings/lms/lms.djangoapps.grades.rest_api.v1.html#lms.djangoapps.grades.rest_api.v1.views.SubmissionHistoryView',
})
