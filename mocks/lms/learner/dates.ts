import { availableTo } from '#mocks/lms/availability.ts'
import { findBlock } from '#mocks/lms/blocks.ts'
import { certificateOf } from './certificates.ts'
import { completionOf } from './completion.ts'
import { enrolmentOf } from '#mocks/lms/enrolments.ts'
import type { Course, PlacedSubsection } from '#mocks/lms/course-model.ts'
import type { Account, Instant } from '#mocks/lms/model.ts'
import { subsectionsOf } from '#mocks/lms/outline.ts'
import { accessEnd, isLocked, upgradeOf } from './standing.ts'
import type { School } from '#mocks/lms/store.ts'

export type DateKind =
  | 'course-start-date'
  | 'assignment-due-date'
  | 'verified-upgrade-deadline'
  | 'course-expired-date'
  | 'course-end-date'
  | 'certificate-available-date'

/** Something that happens on a day of a course. */
export interface CourseDate {
  readonly kind: DateKind
  readonly at: Instant
  /** What is due; null for all other kinds. */
  readonly due: PlacedSubsection | null
  /** Of what is due: whether it is done. */
  readonly complete: boolean | null
  /** False where the learner would have to upgrade. */
  readonly open: boolean
}

/** What a learner let pass. */
export interface MissedDates {
  readonly missed: boolean
  /** Among what is locked until one upgrades. */
  readonly missedLocked: boolean
  readonly locked: boolean
}

/** Gives the dates of a course as they concern somebody, in order of time. Course home API, dates. */
export function datesOf(school: School, course: Course, person: Account): CourseDate[] {
  const enrolment = enrolmentOf(school, course, person.id) ?? null
  const upgrade = upgradeOf(school, course, enrolment)?.expires
  const expires = accessEnd(school, course, enrolment)?.at
  const certificate = certificateOf(school, course, person.id)?.availableFrom
  const single = (kind: DateKind, at: Instant | null | undefined): CourseDate[] =>
    at === null || at === undefined ? [] : [{ kind, at, due: null, complete: null, open: true }]
  return [
    ...single('course-start-date', course.start),
    ...dueDates(school, course, person),
    ...single('verified-upgrade-deadline', upgrade),
    ...single('course-expired-date', expires),
    ...single('course-end-date', course.end),
    ...single('certificate-available-date', certificate),
  ].sort((one, other) => one.at - other.at)
}

/** Tells whether somebody let graded work pass. Course home API, dates_banner_info. */
export function missedDates(school: School, course: Course, person: Account): MissedDates {
  const missed = dueDates(school, course, person).filter(
    ({ at, complete, due }) => at < school.now && complete === false && due?.subsection.graded,
  )
  return {
    missed: missed.length > 0,
    missedLocked: missed.some(({ open }) => !open),
    locked: isLocked(school, course, person.id),
  }
}

function dueDates(school: School, course: Course, person: Account): CourseDate[] {
  const available = availableTo(school, course, person.id)
  const completion = completionOf(school, course, person.id)
  const locked = isLocked(school, course, person.id)
  return subsectionsOf(course)
    .filter((place) => !place.hidden && available(place))
    .flatMap((place) => {
      const { key, due, graded } = place.subsection
      const block = findBlock(course, key)
      if (due === null || !block) return []
      return {
        kind: 'assignment-due-date',
        at: due,
        due: place,
        complete: completion(block) === 1,
        open: !(locked && graded),
      }
    })
}
