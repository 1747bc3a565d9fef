import * as z from 'zod/mini'
import { endpoint } from '#src/lms/endpoint.ts'

/** One learner in one course. */
const Grade = z.object({
  username: z.string(),
  email: z.string(),
  course_id: z.string(),
  /** The course's name. */
  display_name: z.string(),
  /** A fraction with two decimals, as text: `0.80`. */
  percent_grade: z.string(),
  /** Empty where no letter was earned. */
  letter_grade: z.string(),
  /** `2020-03-28 23:21:24.354019`, without a zone; null for who has not passed. */
  passed_timestamp: z.nullable(z.string()),
  /** `2020-11-26`: the day of the last activity. */
  last_date: z.string(),
})

/**
 * All grades of an instance, of one course, or of one person; without pages. Told by a bearer token only. so2 grades API.
 * @public answered by the simulated LMS, which serves the whole contract
 */
export const grades = endpoint({
  method: 'GET',
  path: '/api/so2/v1/grades',
  query: { course_id: 'text', username: 'text' },
  response: z.array(Grade),
  doc: 'https://github.com/moocitfrance/docs/blob/1989a628ce5a4e3d2a1ddc8a39d74f2cb5ea3ace/api/grades.md',
})
