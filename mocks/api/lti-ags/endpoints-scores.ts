import * as z from 'zod/mini'
import { endpoint } from '#src/lms/endpoint.ts'
import { RESULTS, SCORE } from './media-types.ts'

const LMS = 'https://docs.openedx.org/projects/edx-platform/en/latest/references/lms_apis.html'
const AGS = 'https://www.imsglobal.org/spec/lti-ags/v2p0'

const Score = z.object({
  /** ISO 8601; each score of a user must be later than the one before. */
  timestamp: z.string(),
  scoreGiven: z.optional(z.nullable(z.number())),
  scoreMaximum: z.optional(z.nullable(z.number())),
  comment: z.optional(z.nullable(z.string())),
  activityProgress: z.string(),
  gradingProgress: z.string(),
  /** The external id of a user, a UUID. */
  userId: z.string(),
})

const Results = z.array(
  z.object({
    id: z.string(),
    scoreOf: z.string(),
    userId: z.string(),
    resultScore: z.number(),
    resultMaximum: z.number(),
    comment: z.nullable(z.string()),
  }),
)

/** The results of a line item, newest first; who has no score is left out. LTI AGS. */
export const results = endpoint({
  method: 'GET',
  path: '/api/lti_consumer/v1/lti/:configId/lti-ags/:id/results/?',
  query: { limit: 'number' },
  response: Results,
  produces: RESULTS,
  doc: `${AGS}#result-service`,
})

/** The result of one user: an array of one or none. The document gives it the fields of a line item. LTI AGS. */
export const resultsOfUser = endpoint({
  method: 'GET',
  path: '/api/lti_consumer/v1/lti/:configId/lti-ags/:id/results/:userId',
  query: { limit: 'number' },
  response: Results,
  produces: RESULTS,
  doc: `${LMS}#get--lti_consumer-v1-lti-lti_config_id-lti-ags-id-results-user_id`,
})

/** Takes a score, and gives it back. The document gives it the fields of a line item. LTI AGS. */
export const postScore = endpoint({
  method: 'POST',
  path: '/api/lti_consumer/v1/lti/:configId/lti-ags/:id/scores',
  body: Score,
  accepts: [SCORE],
  response: Score,
  produces: SCORE,
  statuses: [201],
  csrfExempt: true,
  doc: `${LMS}#post--lti_consumer-v1-lti-lti_config_id-lti-ags-id-scores`,
})
