import * as z from 'zod/mini'
import { endpoint } from '#src/lms/endpoint.ts'

const LMS = 'https://docs.openedx.org/projects/edx-platform/en/latest/references/lms_apis.html'
const LIST = `${LMS}#get--course_modes-v1-courses-course_id-`
const ONE = `${LMS}#get--course_modes-v1-courses-course_id-mode_slug`

const Mode = z.object({
  course_id: z.string(),
  mode_slug: z.string(),
  mode_display_name: z.string(),
  min_price: z.number(),
  currency: z.string(),
  expiration_datetime: z.nullable(z.string()),
  expiration_datetime_is_explicit: z.boolean(),
  description: z.nullable(z.string()),
  sku: z.nullable(z.string()),
  bulk_sku: z.nullable(z.string()),
})

const Changes = z.partial(Mode)

/** All tracks of a course, those that expired too. Course modes API v1. */
export const courseModes = endpoint({
  method: 'GET',
  path: '/api/course_modes/v1/courses/:courseId/',
  response: z.array(Mode),
  doc: LIST,
})

/** Adds a track. Course modes API v1. */
export const createCourseMode = endpoint({
  method: 'POST',
  path: '/api/course_modes/v1/courses/:courseId/',
  body: Changes,
  response: Mode,
  statuses: [201],
  doc: LIST.replace('#get', '#post'),
})

/** One track. Course modes API v1. */
export const courseMode = endpoint({
  method: 'GET',
  path: '/api/course_modes/v1/courses/:courseId/:modeSlug',
  response: Mode,
  doc: ONE,
})

/** Changes a track by merge patch; neither its course nor its slug. Course modes API v1. */
export const changeCourseMode = endpoint({
  method: 'PATCH',
  path: '/api/course_modes/v1/courses/:courseId/:modeSlug',
  body: Changes,
  accepts: ['application/merge-patch+json'],
  response: z.undefined(),
  statuses: [204],
  doc: ONE.replace('#get', '#patch'),
})

/** Takes a track out. Course modes API v1. */
export const deleteCourseMode = endpoint({
  method: 'DELETE',
  path: '/api/course_modes/v1/courses/:courseId/:modeSlug',
  response: z.undefined(),
  statuses: [204],
  doc: ONE.replace('#get', '#delete'),
})
