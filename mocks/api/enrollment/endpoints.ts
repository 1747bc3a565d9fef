import * as z from 'zod/mini'
import { endpoint } from '#src/lms/endpoint.ts'
import { enrollmentCourse } from '#src/lms/openedx-v1/endpoints-people.ts'

const LMS = 'https://docs.openedx.org/projects/edx-platform/en/latest/references/lms_apis.html'

const Enrollment = z.object({
  created: z.string(),
  mode: z.string(),
  is_active: z.boolean(),
  course_details: enrollmentCourse.response,
  user: z.string(),
})

/** Somebody's enrolment in a course, ended or not; an empty answer where there is none. Enrollment API v1. */
export const enrollmentOfUser = endpoint({
  method: 'GET',
  path: '/api/enrollment/v1/enrollment/:username,:courseId',
  response: z.optional(Enrollment),
  doc: `${LMS}#get--enrollment-v1-enrollment-username-course_id`,
})

/** The caller's enrolment in a course, ended or not; an empty answer where there is none. Enrollment API v1. */
export const enrollmentInCourse = endpoint({
  method: 'GET',
  path: '/api/enrollment/v1/enrollment/:courseId',
  response: z.optional(Enrollment),
  doc: `${LMS}#get--enrollment-v1-enrollment-course_id`,
})

/** Enrols the caller; staff of the site enrol anybody, and change or end enrolments. Enrollment API v1. */
export const enroll = endpoint({
  method: 'POST',
  path: '/api/enrollment/v1/enrollment',
  perMinute: { staff: 120, others: 40 },
  body: z.object({
    user: z.optional(z.string()),
    course_details: z.object({ course_id: z.string() }),
    mode: z.optional(z.string()),
    is_active: z.optional(z.boolean()),
    cohort: z.optional(z.string()),
  }),
  response: Enrollment,
  doc: `${LMS}#post--enrollment-v1-enrollment`,
})

/** All enrolments, ended ones too, of a course or of some people, the newest first; for staff of the site. Enrollment API v1. */
export const enrollments = endpoint({
  method: 'GET',
  path: '/api/enrollment/v1/enrollments/',
  query: { course_id: 'text', username: 'text', email: 'text', cursor: 'text', page_size: 'number' },
  response: z.object({
    next: z.nullable(z.string()),
    previous: z.nullable(z.string()),
    results: z.array(
      z.object({
        course_id: z.string(),
        is_active: z.boolean(),
        mode: z.string(),
        user: z.string(),
        created: z.string(),
      }),
    ),
  }),
  doc: `${LMS}#get--enrollment-v1-enrollments-`,
})

/** Ends all enrolments of somebody, and names the organisations that they leave. Enrollment API v1. */
export const unenroll = endpoint({
  method: 'POST',
  path: '/api/enrollment/v1/unenroll/',
  body: z.object({ username: z.string() }),
  response: z.optional(z.array(z.string())),
  statuses: [200, 204],
  doc: `${LMS}#post--enrollment-v1-unenroll-`,
})
