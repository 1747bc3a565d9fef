import * as z from 'zod/mini'
import { endpoint } from '#src/lms/endpoint.ts'

const DOC =
  'https://docs.openedx.org/projects/edx-platform/en/latest/references/docstrings/lms/lms.djangoapps.grades.rest_api.v1.html#lms.djangoapps.grades.rest_api.v1.views.CourseGradesView'

const CourseGrade = z.object({
  username: z.string(),
  email: z.string(),
  course_id: z.string(),
  passed: z.boolean(),
  /** Fraction, two decimals. */
  percent: z.number(),
  letter_grade: z.nullable(z.string()),
})

const Page = z.object({
  next: z.nullable(z.string()),
  previous: z.nullable(z.string()),
  results: z.array(CourseGrade),
})

/** Course totals page by page; open to staff of the whole site only. Grades API v1, courses (list form). */
export const courseGrades = endpoint({
  method: 'GET',
  path: '/api/grades/v1/courses/:courseId/',
  query: { page_size: 'number', cursor: 'text' },
  response: Page,
  doc: DOC,
})

/** One learner's total, as an array of exactly one. Grades API v1, courses (single form). */
export const courseGradeOfLearner = endpoint({
  method: 'GET',
  path: '/api/grades/v1/courses/:courseId/',
  query: { username: 'text' },
  selectedBy: 'username',
  response: z.array(CourseGrade),
  doc: DOC,
})

/**
 * The list form with the course in the query. Grades API v1, courses.
 * @public answered by the simulated LMS, which serves the whole contract
 */
export const courseGradesByQuery = endpoint({
  method: 'GET',
  path: '/api/grades/v1/courses/',
  query: { course_id: 'text', page_size: 'number', cursor: 'text' },
  response: Page,
  doc: DOC,
})

/**
 * The single form with the course in the query. Grades API v1, courses.
 * @public answered by the simulated LMS, which serves the whole contract
 */
export const courseGradeOfLearnerByQuery = endpoint({
  method: 'GET',
  path: '/api/grades/v1/courses/',
  query: { course_id: 'text', username: 'text' },
  selectedBy: 'username',
  response: z.array(CourseGrade),
  doc: DOC,
})
