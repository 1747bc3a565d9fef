import { hasAuthorAccess, refuseAuthor, signedIn } from './access.ts'
import { accountById } from './accounts.ts'
import { findCourse } from './courses.ts'
import { gradeSubsection } from './grades.ts'
import { courseKeyOf, isUsageKey } from './keys.ts'
import type { Override, OverrideHistoryEntry, Totals } from './grade-model.ts'
import type { Course } from './course-model.ts'
import type { Caller, CourseKey, UsageKey, UserId } from './model.ts'
import { findSubsection } from './outline.ts'
import { overrideRecord } from './override-records.ts'
import { crash, refusal } from './refusal.ts'
import type { School } from './store.ts'

/** One learner's grade in one subsection, with everything that was done to it. */
export interface SubsectionDetail {
  /** False where it is not available to the learner: the totals are zeros then. */
  readonly available: boolean
  readonly usageKey: UsageKey
  readonly userId: UserId
  readonly courseKey: CourseKey
  readonly original: Totals
  readonly override: Override | null
  /** Oldest first; empty without an override. */
  readonly history: readonly OverrideHistoryEntry[]
}

/**
 * Gives the course whose subsection is asked for. Grades API v1, subsection: signed in, key, author access, in this
 * order; neither flag nor enrolment is checked.
 * @throws {Refusal} 401, 404 invalid_usage_key, 403 user_permissions; a crash for site staff and an unknown block
 */
export function openSubsection(school: School, caller: Caller, usageKey: string): Course {
  const account = signedIn(caller)
  if (!isUsageKey(usageKey)) throw refusal(404, 'Invalid UsageKey', 'invalid_usage_key')
  const course = courseOf(school, usageKey)
  if (!(course ? hasAuthorAccess(school, account, course) : account.globalStaff)) throw refuseAuthor()
  if (!course) throw crash(`No course has ${usageKey}`)
  return course
}

/**
 * Gives one learner's grade in one subsection; where nothing is stored, as it would be computed now.
 * @param historyLimit how many of the newest entries; all where absent
 * @throws {Refusal} 404 for an unknown user; a crash for an unknown block or a negative limit
 */
export function subsectionDetail(
  school: School,
  course: Course,
  usageKey: UsageKey,
  userId: UserId,
  historyLimit?: number,
): SubsectionDetail {
  if (historyLimit !== undefined && historyLimit < 0) throw crash('The history limit is negative')
  const place = findSubsection(course, usageKey)
  if (!place) throw crash(`No such block in the course: ${usageKey}`)
  if (!accountById(school, userId)) throw refusal(404, 'User matching query does not exist.')
  const { available, stored, original, override } = gradeSubsection(school, course, place, userId)
  const history = override ? (overrideRecord(school, userId, usageKey)?.history ?? []) : []
  return {
    available: available || stored,
    usageKey,
    userId,
    courseKey: course.key,
    original,
    override,
    history: historyLimit === undefined ? history : history.slice(Math.max(0, history.length - historyLimit)),
  }
}

function courseOf(school: School, usageKey: UsageKey): Course | undefined {
  const key = courseKeyOf(usageKey)
  // Old keys do not tell the run.
  return key
    ? findCourse(school, key)
    : school.world.courses.find((course) => findSubsection(course, usageKey))
}
