import * as z from 'zod/mini'
import { endpoint } from '#src/lms/endpoint.ts'
import { MaybeText } from './schemas.ts'

const LMS = 'https://docs.openedx.org/projects/edx-platform/en/latest/references/lms_apis.html'

const Certificate = z.object({
  username: z.string(),
  course_id: z.string(),
  course_display_name: MaybeText,
  course_organization: MaybeText,
  certificate_type: MaybeText,
  /** With an offset of `+0000`. */
  created_date: MaybeText,
  modified_date: MaybeText,
  status: z.string(),
  is_passing: z.optional(z.nullable(z.boolean())),
  download_url: MaybeText,
  /** The course grade on the certificate, a fraction written as text: `0.88`. */
  grade: MaybeText,
  uuid: MaybeText,
})

/** Somebody's certificates in all courses, a bare array. Certificates API v0. */
export const certificates = endpoint({
  method: 'GET',
  path: '/api/certificates/v0/certificates/:username/',
  response: z.array(Certificate),
  doc: `${LMS}#get--certificates-v0-certificates-username-`,
})

/** Somebody's certificate in one course. Certificates API v0. */
export const certificateInCourse = endpoint({
  method: 'GET',
  path: '/api/certificates/v0/certificates/:username/courses/:courseId/',
  response: Certificate,
  doc: `${LMS}#get--certificates-v0-certificates-username-courses-course_id-`,
})
