import { hasAuthorAccess } from './access.ts'
import { accountById } from './accounts.ts'
import { usesCohorts } from '#mocks/lms/cohorts/settings.ts'
import { enrolmentOf } from './enrolments.ts'
import type { Course, PlacedSubsection, Subsection } from './course-model.ts'
import type { Instant, UserId } from './model.ts'
import type { School } from './store.ts'

/** Beta testers see content this much earlier, in milliseconds. */
const BETA_LEAD = 5 * 24 * 3600 * 1000

/**
 * Gives a test for what somebody can see: released, not staff-only, and meant for their cohort. The course team sees
 * everything.
 */
export function availableTo(
  school: School,
  course: Course,
  userId: UserId,
): (place: PlacedSubsection) => boolean {
  const account = accountById(school, userId)
  if (account && hasAuthorAccess(school, account, course)) return () => true
  const cohortId = usesCohorts(school, course)
    ? (enrolmentOf(school, course, userId)?.cohortId ?? null)
    : null
  const now = school.now + (isBetaTester(school, course, userId) ? BETA_LEAD : 0)
  return ({ subsection: { onlyCohorts }, staffOnly, released }) => {
    if (staffOnly || (released !== null && released > now)) return false
    return onlyCohorts === null || (cohortId !== null && onlyCohorts.includes(cohortId))
  }
}

/** True where scores are shown: always, or once they are due; to staff before they are due too; never stays never. */
export function showsScores(
  { showCorrectness, due }: Pick<Subsection, 'showCorrectness' | 'due'>,
  { staff, now }: { staff: boolean; now: Instant },
): boolean {
  if (showCorrectness === 'past_due') return staff || due === null || due < now
  return showCorrectness === 'always'
}

/** True where a score counts in the total that its reader sees: what shows, and what is hidden but included. */
export function countsInTotal(
  subsection: Pick<Subsection, 'showCorrectness' | 'due'>,
  reader: { staff: boolean; now: Instant },
): boolean {
  return subsection.showCorrectness === 'never_but_include_grade' || showsScores(subsection, reader)
}

/** True for who tests the course before it begins. */
export function isBetaTester(school: School, course: Course, userId: UserId): boolean {
  return school.world.roles.some(
    (held) => held.userId === userId && held.courseKey === course.key && held.role === 'beta_testers',
  )
}
