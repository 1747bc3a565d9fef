import { hasAuthorAccess } from './access.ts'
import { accountById } from './accounts.ts'
import { enrolmentsIn } from './enrolments.ts'
import { externalIdOf } from '#mocks/lms/lti/external-ids.ts'
import type { Course } from './course-model.ts'
import type { Account } from './model.ts'
import type { School } from './store.ts'

/** Somebody in a course, as a tool outside the platform is told. */
export interface CourseMember {
  readonly account: Account
  readonly externalId: string
  readonly teaches: boolean
}

/** A site's setting. */
const MOST = 5000

/** Gives who is enrolled now, in the order of enrolment; null where they are more than tools are told. LTI NRPS. */
export function courseMembers(school: School, course: Course): CourseMember[] | null {
  const members: CourseMember[] = []
  for (const { userId, active } of enrolmentsIn(school, course)) {
    const account = active ? accountById(school, userId) : undefined
    if (!account) continue
    if (members.length === MOST) return null
    const teaches = hasAuthorAccess(school, account, course)
    members.push({ account, externalId: externalIdOf(school, userId), teaches })
  }
  return members
}
