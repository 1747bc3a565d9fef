import type { HttpHandler } from 'msw'
import { detailErrors } from '#mocks/answer.ts'
import { NOT_PROVIDED, NO_PERMISSION } from '#mocks/api/openedx-v1/texts.ts'
import type { Asked, Resolvers } from '#mocks/asked.ts'
import { signedIn } from '#mocks/lms/access.ts'
import { type Outcome, instanceEnrolments, outcomesOf } from '#mocks/lms/instance-grades.ts'
import { lastActiveAt, passedAt } from '#mocks/lms/learner/milestones.ts'
import type { Account, Instant } from '#mocks/lms/model.ts'
import { refusal } from '#mocks/lms/refusal.ts'
import type { School } from '#mocks/lms/store.ts'
import { serve } from '#mocks/serve.ts'
import type { World } from '#mocks/world.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import * as wire from '#src/lms/so2/endpoints.ts'

type Asking = Pick<Asked<typeof wire.grades>, 'caller' | 'headers'>
type Grade = WireOf<typeof wire.grades>[number]

const resolvers: Resolvers<typeof wire> = {
  // The document has no errors. Who is unknown has no grades; both parameters together narrow further.
  grades: ({ school, caller, headers, query }) => {
    const account = tokenHolder({ caller, headers })
    if (!account.globalStaff && query.username !== account.username) throw refusal(403, NO_PERMISSION)
    const ids = instanceEnrolments(school, {
      courseKey: query.course_id || undefined,
      usernames: query.username ? [query.username] : undefined,
    })
    return outcomesOf(school, ids).map((outcome) => present(school, outcome))
  },
}

/** A session is not enough, and a JWT neither: this add-on knows bearer tokens only. */
function tokenHolder({ caller, headers }: Asking): Account {
  if (!/^Bearer\s/i.test(headers.get('Authorization') ?? '')) throw refusal(401, NOT_PROVIDED)
  return signedIn(caller, 'Invalid token.')
}

function present(school: School, outcome: Outcome): Grade {
  const { account, course, grades } = outcome
  const passed = passedAt(school, outcome)
  return {
    username: account.username,
    email: account.email,
    course_id: course.key,
    display_name: course.name,
    percent_grade: grades.course.percent.toFixed(2),
    letter_grade: grades.course.letter ?? '',
    passed_timestamp: passed === null ? null : timestamp(passed),
    last_date: new Date(lastActiveAt(school, outcome)).toISOString().slice(0, 10),
  }
}

/** In universal time without saying so, to the microsecond: `2020-03-28 23:21:24.354019`. */
function timestamp(instant: Instant): string {
  const microseconds = String(Math.floor((instant % 1) * 1000)).padStart(3, '0')
  return new Date(instant).toISOString().replace('T', ' ').replace('Z', microseconds)
}

/** so2 grades API: all grades of the instance, in the order of enrolment. */
export function so2Face(world: World): HttpHandler[] {
  return serve(world, wire, resolvers, { errors: detailErrors })
}
