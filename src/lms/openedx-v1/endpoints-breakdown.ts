import * as z from 'zod/mini'
import { endpoint } from '#src/lms/endpoint.ts'

/** A line of the grader's own account of a course grade: a score, a placeholder or an average. */
const BreakdownLine = z.object({
  /** Fraction, four decimals for a score, unrounded for an average. */
  percent: z.number(),
  label: z.string(),
  detail: z.string(),
  category: z.string(),
  /** True for a line that stands for its whole type; absent on all others. */
  prominent: z.optional(z.boolean()),
  /** Why the score does not count; absent where it does. */
  mark: z.optional(z.object({ detail: z.string() })),
  /** Null for a placeholder; absent on an average. */
  sequential_id: z.optional(z.nullable(z.string())),
})

/**
 * Course grades with their scores, of all courses or one, of everybody or some people, in the order of enrolment; for
 * staff of the whole site. Grades API v1, section_grades_breakdown.
 */
export const sectionGradesBreakdown = endpoint({
  method: 'GET',
  path: '/api/grades/v1/section_grades_breakdown/',
  /** `username` is a comma list of at most 100. */
  query: { course_id: 'text', username: 'text', page_size: 'number', cursor: 'text' },
  response: z.object({
    next: z.nullable(z.string()),
    previous: z.nullable(z.string()),
    results: z.array(
      z.object({
        course_id: z.string(),
        username: z.string(),
        passed: z.boolean(),
        /** Percent, a whole number; cut off, not rounded. */
        current_grade: z.number(),
        section_breakdown: z.array(BreakdownLine),
      }),
    ),
  }),
  doc: 'https://docs.openedx.org/projects/edx-platform/en/latest/references/docstrings/lms/lms.djangoapps.grades.rest_api.v1.html#lms.djangoapps.grades.rest_api.v1.views.SectionGradesBreakdown',
})
