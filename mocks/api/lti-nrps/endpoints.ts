import * as z from 'zod/mini'
import { endpoint } from '#src/lms/endpoint.ts'

const LMS = 'https://docs.openedx.org/projects/edx-platform/en/latest/references/lms_apis.html'
const LIST = `${LMS}#get--lti_consumer-v1-lti-lti_config_id-memberships`

/** Who is in the course of a tool, with the ids that scores go by. Not paged, whatever the document says. LTI NRPS. */
export const members = endpoint({
  method: 'GET',
  path: '/api/lti_consumer/v1/lti/:configId/memberships',
  response: z.object({
    id: z.string(),
    context: z.object({ id: z.string() }),
    members: z.array(
      z.object({
        status: z.string(),
        /** The external id, a UUID. */
        user_id: z.string(),
        roles: z.array(z.string()),
        name: z.optional(z.string()),
        email: z.string(),
      }),
    ),
  }),
  produces: 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json',
  doc: LIST,
})

/** Always refuses: no scope allows it. LTI NRPS. */
export const member = endpoint({
  method: 'GET',
  path: '/api/lti_consumer/v1/lti/:configId/memberships/:id',
  response: z.undefined(),
  doc: `${LIST}-id`,
})
