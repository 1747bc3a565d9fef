import * as z from 'zod/mini'
import { endpoint } from '#src/lms/endpoint.ts'

/**
 * Course grades of a program's learners, by the keys under which it knows them, a hundred on a page. 200 where all could
 * be computed, 207 where some could not, 422 where none could, 204 (without a body) where there is nobody. Program
 * enrollments API v1.
 */
export const programCourseGrades = endpoint({
  method: 'GET',
  path: '/api/program_enrollments/v1/programs/:programUuid/courses/:courseId/grades/',
  query: { page_size: 'number', cursor: 'text' },
  statuses: [200, 207, 422, 204],
  response: z.optional(
    z.object({
      next: z.nullable(z.string()),
      previous: z.nullable(z.string()),
      results: z.array(
        z.union([
          z.object({
            student_key: z.string(),
            letter_grade: z.nullable(z.string()),
            /** Fraction, two decimals. */
            percent: z.number(),
            passed: z.boolean(),
          }),
          z.object({ student_key: z.string(), error: z.string() }),
        ]),
      ),
    }),
  ),
  doc: 'https://docs.openedx.org/projects/edx-platform/en/latest/references/lms_apis.html#get--program_enrollments-v1-programs-program_uuid-courses-course_id-grades-',
})
