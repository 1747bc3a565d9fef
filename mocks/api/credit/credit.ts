import type { HttpHandler } from 'msw'
import { detailErrors } from '#mocks/answer.ts'
import { NOT_PROVIDED, NO_PERMISSION } from '#mocks/api/openedx-v1/texts.ts'
import { time } from '#mocks/api/time.ts'
import type { Resolvers } from '#mocks/asked.ts'
import { signedIn } from '#mocks/lms/access.ts'
import { accountByUsername } from '#mocks/lms/accounts.ts'
import { findCourse } from '#mocks/lms/courses.ts'
import { creditOf } from '#mocks/lms/learner/credit.ts'
import { isCourseKey } from '#mocks/lms/keys.ts'
import { refusal } from '#mocks/lms/refusal.ts'
import { serve } from '#mocks/serve.ts'
import type { World } from '#mocks/world.ts'
import * as wire from '#src/lms/openedx-v1/endpoints-credit.ts'

const resolvers: Resolvers<typeof wire> = {
  creditEligibility: ({ school, caller, query }) => {
    const reader = signedIn(caller, NOT_PROVIDED)
    const { username, course_key: key } = query
    // One's own, or for staff of the site anybody's; without a name nobody's yet.
    if (username && username !== reader.username && !reader.globalStaff) throw refusal(403, NO_PERMISSION)
    if (!username || !key) {
      throw refusal(400, 'Both the course_key and username querystring parameters must be supplied.')
    }
    if (!isCourseKey(key)) throw refusal(400, `[${key}] is not a valid course key.`)
    const learner = accountByUsername(school, username)
    const course = findCourse(school, key)
    const credit = learner && course ? creditOf(school, course, learner.id) : null
    if (credit?.eligibility !== 'eligible' || credit.deadline <= school.now) return []
    return [{ username, course_key: key, deadline: time(credit.deadline) }]
  },
}

/** Credit API v1: whether somebody may ask for credit. Its other operations have no state: the catalogue answers them. */
export function creditFace(world: World): HttpHandler[] {
  return serve(world, wire, resolvers, { errors: detailErrors })
}
