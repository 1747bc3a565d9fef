import { time } from '#mocks/api/time.ts'
import type { Resolvers } from '#mocks/asked.ts'
import { hasAuthorAccess, signedIn } from '#mocks/lms/access.ts'
import { findBlock } from '#mocks/lms/blocks.ts'
import { loadError } from '#mocks/lms/course-access.ts'
import { findCourse } from '#mocks/lms/courses.ts'
import { type CourseDate, type DateKind, datesOf, missedDates } from '#mocks/lms/learner/dates.ts'
import { enrolmentOf, isEnrolled } from '#mocks/lms/enrolments.ts'
import type { Account } from '#mocks/lms/model.ts'
import { seenAs } from '#mocks/lms/learner/masquerade.ts'
import { timeZoneOf } from '#mocks/lms/preferences.ts'
import { refusal } from '#mocks/lms/refusal.ts'
import { isLocked, upgradeOf } from '#mocks/lms/learner/standing.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import type { dates } from '#src/lms/openedx-v1/endpoints-home.ts'
import { subsectionUrl } from './home-addresses.ts'
import { type Place, upgradeUrl } from './standing.ts'
import { NOT_PROVIDED } from './texts.ts'

type Wire = WireOf<typeof dates>

const TITLES: Readonly<Record<Exclude<DateKind, 'assignment-due-date'>, string>> = {
  'course-start-date': 'Course starts',
  'verified-upgrade-deadline': 'Last day to upgrade',
  'course-expired-date': 'Access to the course ends',
  'course-end-date': 'Course ends',
  'certificate-available-date': 'Certificates are available',
}

/** Answers Course home API v1, dates: signed in, course, whether it lets the reader in, enrolment, in this order. */
export const datesResolvers: Resolvers<{ dates: typeof dates }> = {
  dates: ({ school, caller, path, url }) => {
    const asker = signedIn(caller, NOT_PROVIDED)
    const course = findCourse(school, path.courseId)
    if (!course) throw refusal(404, 'Not found.')
    const refused = loadError(school, course, asker)
    if (refused) throw refusal(403, refused.userMessage)
    if (!isEnrolled(school, course, asker.id) && !hasAuthorAccess(school, asker, course)) {
      throw refusal(401, 'User not enrolled.')
    }
    const reader = seenAs(school, course, asker)
    const place = { school, course, origin: url.origin }
    return {
      course_date_blocks: presentDates(place, reader),
      dates_banner_info: presentBanner(place, reader),
      has_ended: course.end !== null && course.end < school.now,
      learner_is_full_access: !isLocked(school, course, reader.id),
      user_timezone: timeZoneOf(school, reader),
    }
  },
}

/** Presents the dates of a course as they concern somebody. */
export function presentDates(place: Place, person: Account): Wire['course_date_blocks'] {
  return datesOf(place.school, place.course, person).map((date) => ({
    title: date.kind === 'assignment-due-date' ? (date.due?.subsection.name ?? '') : TITLES[date.kind],
    date: time(date.at),
    date_type: date.kind,
    assignment_type: date.due?.subsection.format ?? null,
    complete: date.complete,
    description: '',
    learner_has_access: date.open,
    link: linkOf(place, person, date),
    link_text: date.kind === 'verified-upgrade-deadline' ? 'Upgrade' : '',
    extra_info: null,
    first_component_block_id: firstLeaf(place, date),
  }))
}

/** Presents what somebody let pass. */
export function presentBanner(
  { school, course, origin }: Place,
  person: Account,
): NonNullable<Wire['dates_banner_info']> {
  const { missed, missedLocked, locked } = missedDates(school, course, person)
  const upgrade = upgradeOf(school, course, enrolmentOf(school, course, person.id) ?? null)
  return {
    missed_deadlines: missed,
    content_type_gating_enabled: locked,
    missed_gated_content: missedLocked,
    verified_upgrade_link: upgrade && upgradeUrl(origin, course, upgrade),
  }
}

/** Empty where there is nothing to go to. */
function linkOf({ school, course, origin }: Place, person: Account, { kind, due, open }: CourseDate): string {
  if (due) return open ? subsectionUrl(origin, course, due.subsection.key) : ''
  if (kind !== 'verified-upgrade-deadline') return ''
  const upgrade = upgradeOf(school, course, enrolmentOf(school, course, person.id) ?? null)
  return upgrade ? upgradeUrl(origin, course, upgrade) : ''
}

function firstLeaf({ course }: Place, { due }: CourseDate): string | null {
  const block = due && findBlock(course, due.subsection.key)
  return block?.children[0]?.children[0]?.key ?? null
}
