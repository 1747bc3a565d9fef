import * as z from 'zod/mini'
import { endpoint } from '#src/lms/endpoint.ts'

const LMS = 'https://docs.openedx.org/projects/edx-platform/en/latest/references/lms_apis.html'
const COHORTS = `${LMS}#get--cohorts-v1-courses-course_key_string-cohorts-cohort_id`
const USERS = `${LMS}#get--cohorts-v1-courses-course_key_string-cohorts-cohort_id-users-username`
const SETTINGS = `${LMS}#get--cohorts-v1-settings-course_key_string`

const Cohort = z.object({
  name: z.string(),
  id: z.number(),
  user_count: z.number(),
  assignment_type: z.string(),
  user_partition_id: z.nullable(z.number()),
  group_id: z.nullable(z.number()),
})

const CohortFields = z.object({
  name: z.optional(z.string()),
  assignment_type: z.optional(z.string()),
  user_partition_id: z.optional(z.nullable(z.number())),
  group_id: z.optional(z.nullable(z.number())),
})

const Nobody = z.undefined()

/** Adds a cohort; needs name and assignment type. Answers 200, where the document says 201. Cohorts API v1. */
export const createCohort = endpoint({
  method: 'POST',
  path: '/api/cohorts/v1/courses/:courseId/cohorts/',
  body: CohortFields,
  response: Cohort,
  doc: COHORTS.replace('#get', '#post'),
})

/** Always refuses: there is no cohort in the path. Cohorts API v1. */
export const changeNoCohort = endpoint({
  method: 'PATCH',
  path: '/api/cohorts/v1/courses/:courseId/cohorts/',
  response: Nobody,
  doc: COHORTS.replace('#get', '#patch'),
})

/** One cohort. Cohorts API v1. */
export const cohort = endpoint({
  method: 'GET',
  path: '/api/cohorts/v1/courses/:courseId/cohorts/:cohortId',
  response: Cohort,
  doc: COHORTS,
})

/** Always refuses: cohorts are added one level above. Cohorts API v1. */
export const createInCohort = endpoint({
  method: 'POST',
  path: '/api/cohorts/v1/courses/:courseId/cohorts/:cohortId',
  response: Nobody,
  doc: COHORTS.replace('#get', '#post'),
})

/** Changes name, assignment type or content group of a cohort; at least one of them. Cohorts API v1. */
export const changeCohort = endpoint({
  method: 'PATCH',
  path: '/api/cohorts/v1/courses/:courseId/cohorts/:cohortId',
  body: CohortFields,
  response: Nobody,
  statuses: [204],
  doc: COHORTS.replace('#get', '#patch'),
})

/** Who is in a cohort, page by page; a username in the path changes nothing. Cohorts API v1. */
export const cohortUsers = endpoint({
  method: 'GET',
  path: '/api/cohorts/v1/courses/:courseId/cohorts/:cohortId/users/',
  aliases: ['/api/cohorts/v1/courses/:courseId/cohorts/:cohortId/users/:username'],
  query: { page: 'number', page_size: 'number' },
  response: z.object({
    next: z.nullable(z.string()),
    previous: z.nullable(z.string()),
    count: z.number(),
    num_pages: z.number(),
    current_page: z.number(),
    start: z.number(),
    results: z.array(z.object({ username: z.string(), email: z.string(), name: z.string() })),
  }),
  doc: USERS,
})

const Users = z.object({ users: z.optional(z.array(z.string())) })

const Joined = z.object({
  success: z.literal(true),
  added: z.array(z.object({ username: z.string(), email: z.string() })),
  changed: z.array(z.object({ username: z.string(), email: z.string(), previous_cohort: z.string() })),
  present: z.array(z.string()),
  unknown: z.array(z.string()),
  preassigned: z.array(z.string()),
  invalid: z.array(z.string()),
})

/** Puts people into a cohort by username or e-mail address, out of the one they were in. Cohorts API v1. */
export const addCohortUsers = endpoint({
  method: 'POST',
  path: '/api/cohorts/v1/courses/:courseId/cohorts/:cohortId/users/',
  body: Users,
  response: Joined,
  doc: USERS.replace('#get', '#post'),
})

/** Puts somebody into a cohort; names in the body come before the one in the path. Cohorts API v1. */
export const addCohortUser = endpoint({
  method: 'POST',
  path: '/api/cohorts/v1/courses/:courseId/cohorts/:cohortId/users/:username',
  body: Users,
  response: Joined,
  doc: USERS.replace('#get', '#post'),
})

/** Always refuses: there is no username in the path. Cohorts API v1. */
export const removeNobody = endpoint({
  method: 'DELETE',
  path: '/api/cohorts/v1/courses/:courseId/cohorts/:cohortId/users/',
  response: Nobody,
  doc: USERS.replace('#get', '#delete'),
})

/** Takes somebody out of a cohort. Cohorts API v1. */
export const removeCohortUser = endpoint({
  method: 'DELETE',
  path: '/api/cohorts/v1/courses/:courseId/cohorts/:cohortId/users/:username',
  response: Nobody,
  statuses: [204],
  doc: USERS.replace('#get', '#delete'),
})

/**
 * Takes a table as the file `uploaded-file`, with the columns `cohort` and `username` or `email`; the outcome appears
 * among the instructor reports. Cohorts API v1.
 */
export const uploadCohortUsers = endpoint({
  method: 'POST',
  path: '/api/cohorts/v1/courses/:courseId/users',
  response: Nobody,
  statuses: [204],
  doc: `${LMS}#post--cohorts-v1-courses-course_key_string-users`,
})

const Settings = z.object({ id: z.number(), is_cohorted: z.boolean() })

/** Whether a course uses cohorts. Cohorts API v1. */
export const cohortSettings = endpoint({
  method: 'GET',
  path: '/api/cohorts/v1/settings/:courseId',
  response: Settings,
  doc: SETTINGS,
})

/** Switches cohorts on or off. Cohorts API v1. */
export const changeCohortSettings = endpoint({
  method: 'PUT',
  path: '/api/cohorts/v1/settings/:courseId',
  body: z.object({ is_cohorted: z.boolean() }),
  response: Settings,
  doc: SETTINGS.replace('#get', '#put'),
})
