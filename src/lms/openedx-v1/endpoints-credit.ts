import * as z from 'zod/mini'
import { endpoint } from '#src/lms/endpoint.ts'

const LMS = 'https://docs.openedx.org/projects/edx-platform/en/latest/references/lms_apis.html'

/** Whether somebody may ask for credit for a course, and until when; empty where they may not. Credit API v1. */
export const creditEligibility = endpoint({
  method: 'GET',
  path: '/api/credit/v1/eligibility/',
  query: { username: 'text', course_key: 'text' },
  response: z.array(z.object({ username: z.string(), course_key: z.string(), deadline: z.string() })),
  doc: `${LMS}#get--credit-v1-eligibility-`,
})
