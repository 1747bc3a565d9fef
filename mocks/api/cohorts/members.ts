import { Reply } from '#mocks/answer.ts'
import { jsonObject } from '#mocks/api/json-object.ts'
import { numbered } from '#mocks/api/openedx-v1/numbered-pages.ts'
import type { Asked, Resolvers } from '#mocks/asked.ts'
import { accountByUsername } from '#mocks/lms/accounts.ts'
import { cohortWithUsers, openCohorts, requireCohortRights } from '#mocks/lms/cohorts/access.ts'
import { cohortIdOf, joinCohort, leaveCohort, membersOf } from '#mocks/lms/cohorts/members.ts'
import type { Cohort, Course } from '#mocks/lms/course-model.ts'
import { crash, refusal } from '#mocks/lms/refusal.ts'
import type { School } from '#mocks/lms/store.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import type * as wire from './endpoints.ts'

type Members = Pick<
  typeof wire,
  'cohortUsers' | 'addCohortUsers' | 'addCohortUser' | 'removeNobody' | 'removeCohortUser'
>
type Joined = WireOf<typeof wire.addCohortUsers>
type Visitor = Pick<Asked<typeof wire.cohortUsers>, 'school' | 'caller' | 'path'>

/** Cohorts API v1, users of a cohort. */
export const memberResolvers: Resolvers<Members> = {
  cohortUsers: (asked) => {
    const { school, url } = asked
    const { course, cohort } = open(asked)
    const page = numbered(membersOf(school, course, cohort), url)
    return {
      next: page.next,
      previous: page.previous,
      count: page.count,
      num_pages: page.pages,
      current_page: page.page,
      start: page.start,
      results: page.items.map(({ username, email, name }) => ({ username, email, name: name ?? '' })),
    }
  },

  addCohortUsers: (asked) => {
    const { course, cohort } = open(asked)
    return join(asked.school, course, cohort, wanted(asked.json()))
  },

  addCohortUser: (asked) => {
    const { course, cohort } = open(asked)
    return join(asked.school, course, cohort, wanted(asked.json(), asked.path.username))
  },

  removeNobody: ({ school, caller, path }) => {
    requireCohortRights(school, caller, path.courseId)
    throw refusal(405, 'Missing username in path', 'missing-username')
  },

  removeCohortUser: (asked) => {
    const { school, path } = asked
    const { course, cohort } = open(asked)
    const account = accountByUsername(school, path.username)
    if (!account) throw refusal(404, 'User does not exist.', 'user-not-found')
    if (cohortIdOf(school, course, account.id) !== cohort.id) {
      throw refusal(404, 'User not assigned to the given cohort.', 'user-not-in-cohort')
    }
    leaveCohort(school, course, account.id)
    return new Reply(undefined, 204)
  },
}

function open({ school, caller, path }: Visitor): { course: Course; cohort: Cohort } {
  const course = openCohorts(school, caller, path.courseId)
  return { course, cohort: cohortWithUsers(school, course, path.cohortId) }
}

/** The names in the body, else the one in the path. A text is taken apart into its letters, as the server does. */
function wanted(body: unknown, username?: string): unknown[] {
  const { users } = jsonObject(body)
  if (Array.isArray(users) && users.length > 0) return users
  if (typeof users === 'string' && users !== '') return Array.from(users)
  if (users && !Array.isArray(users)) throw crash('The users are no list')
  if (username === undefined) throw refusal(400, 'Missing users key in payload', 'missing-users')
  return [username]
}

function join(school: School, course: Course, cohort: Cohort, names: readonly unknown[]): Joined {
  const joined = { present: [], unknown: [], preassigned: [], invalid: [] } as Record<Plain, string[]>
  const added: Joined['added'] = []
  const changed: Joined['changed'] = []
  for (const name of names) {
    if (!name) continue
    if (typeof name !== 'string') throw crash('A user is no text')
    const outcome = joinCohort(school, course, cohort, name)
    if (outcome.kind === 'added') {
      const { username, email } = outcome.account
      added.push({ username, email })
    } else if (outcome.kind === 'changed') {
      const { username, email } = outcome.account
      changed.push({ username, email, previous_cohort: outcome.previousCohort })
    } else joined[outcome.kind].push(name)
  }
  return { success: true, added, changed, ...joined }
}

type Plain = 'present' | 'unknown' | 'preassigned' | 'invalid'
