import * as z from 'zod/mini'
import { endpoint } from '#src/lms/endpoint.ts'

const DOC = 'https://oonlab.com/edx/2017/04/28/open-edx-grades-rest-api/'

/**
 * One learner's course grade, as an array of exactly one: one's own, or for the course team anybody's. Grades API v0,
 * course_grade. The document calls the course `course_id`; the server sends `course_key`.
 * @public answered by the simulated LMS, which serves the whole contract
 */
export const courseGrade = endpoint({
  method: 'GET',
  path: '/api/grades/v0/course_grade/:courseId/users/',
  query: { username: 'text' },
  response: z.array(
    z.object({
      username: z.string(),
      course_key: z.string(),
      passed: z.boolean(),
      /** Fraction, two decimals. */
      percent: z.number(),
      letter_grade: z.nullable(z.string()),
    }),
  ),
  doc: DOC,
})

/**
 * The grading policy as stored, in its order. Grades API v0, policy.
 * @public answered by the simulated LMS, which serves the whole contract
 */
export const policy = endpoint({
  method: 'GET',
  path: '/api/grades/v0/policy/:courseId/',
  response: z.array(
    z.object({
      assignment_type: z.nullable(z.string()),
      count: z.nullable(z.number()),
      dropped: z.nullable(z.number()),
      weight: z.nullable(z.number()),
    }),
  ),
  doc: DOC,
})
