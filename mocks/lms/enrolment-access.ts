import { rolesOf } from './courses.ts'
import type { Account, CourseKey } from './model.ts'
import type { School } from './store.ts'

/**
 * True for those who may see everybody's enrolment in a course: staff of the site, and who is staff or instructor of this
 * very course. A role in the whole organisation does not count. Enrollment API v1, enrollment.
 */
export function seesEnrolments(school: School, account: Account, courseKey: CourseKey): boolean {
  if (account.globalStaff) return true
  return rolesOf(school, account).some(
    (held) => held.courseKey === courseKey && (held.role === 'staff' || held.role === 'instructor'),
  )
}
