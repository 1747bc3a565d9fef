import * as z from 'zod/mini'
import { endpoint } from '#src/lms/endpoint.ts'

const LMS = 'https://docs.openedx.org/projects/edx-platform/en/latest/references/lms_apis.html'

const CourseDetails = z.object({
  course_id: z.string(),
  course_name: z.string(),
  enrollment_start: z.optional(z.nullable(z.string())),
  enrollment_end: z.optional(z.nullable(z.string())),
  course_start: z.optional(z.nullable(z.string())),
  course_end: z.optional(z.nullable(z.string())),
  invite_only: z.optional(z.boolean()),
  course_modes: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      min_price: z.optional(z.number()),
      suggested_prices: z.optional(z.string()),
      currency: z.optional(z.string()),
      expiration_datetime: z.optional(z.nullable(z.string())),
      description: z.optional(z.nullable(z.string())),
      sku: z.optional(z.nullable(z.string())),
      bulk_sku: z.optional(z.nullable(z.string())),
    }),
  ),
  pacing_type: z.optional(z.string()),
})

/** Name, dates and tracks of a course, open to anybody. Hidden, expired tracks come on demand. Enrollment API v1. */
export const enrollmentCourse = endpoint({
  method: 'GET',
  path: '/api/enrollment/v1/course/:courseId',
  query: { include_expired: 'flag' },
  response: CourseDetails,
  doc: `${LMS}#get--enrollment-v1-course-course_id`,
})

/**
 * The active enrolments of the caller, in the order of enrolment; or somebody's, as far as the caller is staff of their
 * courses. Enrollment API v1.
 */
export const ownEnrollments = endpoint({
  method: 'GET',
  path: '/api/enrollment/v1/enrollment',
  query: { user: 'text' },
  response: z.array(
    z.object({
      user: z.string(),
      mode: z.optional(z.nullable(z.string())),
      is_active: z.boolean(),
      created: z.optional(z.nullable(z.string())),
      course_details: CourseDetails,
    }),
  ),
  doc: `${LMS}#get--enrollment-v1-enrollment`,
})

/** The caller's course roles. A role for a whole organisation has an empty course id, or `None`. Enrollment API v1. */
export const roles = endpoint({
  method: 'GET',
  path: '/api/enrollment/v1/roles/',
  query: { course_id: 'text' },
  response: z.object({
    roles: z.array(
      z.object({ org: z.nullable(z.string()), course_id: z.nullable(z.string()), role: z.string() }),
    ),
    is_staff: z.boolean(),
  }),
  doc: `${LMS}#get--enrollment-v1-roles-`,
})

/** The cohorts of a course by name: a bare array, cut at ten unless a page size (at most 100) is asked. Cohorts API v1. */
export const cohorts = endpoint({
  method: 'GET',
  path: '/api/cohorts/v1/courses/:courseId/cohorts/',
  query: { page: 'number', page_size: 'number', ordering: 'text' },
  response: z.array(
    z.object({
      id: z.number(),
      name: z.string(),
      user_count: z.number(),
      assignment_type: z.optional(z.nullable(z.string())),
      user_partition_id: z.optional(z.nullable(z.number())),
      group_id: z.optional(z.nullable(z.number())),
    }),
  ),
  doc: `${LMS}#get--cohorts-v1-courses-course_key_string-cohorts-cohort_id`,
})

/** The caller's username. User API v1. */
export const me = endpoint({
  method: 'GET',
  path: '/api/user/v1/me',
  response: z.object({ username: z.string() }),
  doc: `${LMS}#get--user-v1-me`,
})
