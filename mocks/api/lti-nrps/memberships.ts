import type { HttpHandler } from 'msw'
import { detailErrors, json } from '#mocks/answer.ts'
import { negotiated } from '#mocks/api/lti-ags/media-types.ts'
import { toolOf } from '#mocks/api/lti-ags/tool-token.ts'
import { NO_PERMISSION } from '#mocks/api/openedx-v1/texts.ts'
import type { Resolvers } from '#mocks/asked.ts'
import { courseMembers } from '#mocks/lms/course-members.ts'
import { refusal } from '#mocks/lms/refusal.ts'
import { serve } from '#mocks/serve.ts'
import type { World } from '#mocks/world.ts'
import * as wire from './endpoints.ts'

const ROLE = 'http://purl.imsglobal.org/vocab/lis/v2/membership#'
const TOO_MANY = {
  error: 'above_response_limit',
  explanation: 'The number of retrieved users is bigger than the maximum allowed in the configuration.',
}

const resolvers: Resolvers<typeof wire> = {
  members: (asked) => {
    const { school, headers, url } = asked
    negotiated(headers, wire.members.produces ?? '')
    const { course } = toolOf(asked, 'contextmembership.readonly')
    const found = courseMembers(school, course)
    if (!found) return json(TOO_MANY, 403)
    return {
      id: url.href,
      context: { id: course.key },
      // The tools of this school may know names and addresses.
      members: found.map(({ account, externalId, teaches }) => ({
        status: 'Active',
        user_id: externalId,
        roles: [ROLE + (teaches ? 'Instructor' : 'Learner')],
        ...(account.name === null ? {} : { name: account.name }),
        email: account.email,
      })),
    }
  },

  member: (asked) => {
    toolOf(asked, 'contextmembership.readonly')
    throw refusal(403, NO_PERMISSION)
  },
}

/** LTI NRPS: names and roles of those who are in a tool's course. */
export function membershipsFace(world: World): HttpHandler[] {
  return serve(world, wire, resolvers, { errors: detailErrors })
}
