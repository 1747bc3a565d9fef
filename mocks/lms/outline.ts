import { hasAuthorAccess } from './access.ts'
import { accountById } from './accounts.ts'
import { enrolmentOf } from './enrolments.ts'
import type { Chapter, Course, Instant, Subsection, UsageKey, UserId } from './model.ts'
import type { School } from './store.ts'

/** Beta testers see content this much earlier. */
const BETA_LEAD = 5 * 24 * 3600 * 1000

/** A subsection with its place in the course and the label that the gradebook gives it. */
export interface PlacedSubsection {
  readonly chapter: Chapter
  readonly subsection: Subsection
  /** `HW 01`: short label and running number within its type; null where ungraded or the type is not in the policy. */
  readonly label: string | null
  readonly staffOnly: boolean
  /** Left out of the outline, itself or with its chapter; staff-only content too. */
  readonly hidden: boolean
}

const placed = new WeakMap<Course, readonly PlacedSubsection[]>()

/** Gives every subsection of the course, in course order. Numbers run over the graded ones that are not staff-only. */
export function subsectionsOf(course: Course): readonly PlacedSubsection[] {
  const known = placed.get(course)
  if (known) return known
  const shortLabels = new Map(course.policy.rules.map((rule) => [rule.type, rule.shortLabel ?? rule.type]))
  const numbers = new Map<string, number>()
  const all = course.chapters.flatMap((chapter) =>
    chapter.subsections.map((subsection): PlacedSubsection => {
      const staffOnly = chapter.staffOnly || subsection.staffOnly
      const hidden = staffOnly || chapter.hiddenFromOutline || subsection.hiddenFromOutline
      const shortLabel = subsection.format === null ? undefined : shortLabels.get(subsection.format)
      if (!subsection.graded || staffOnly || !shortLabel || subsection.format === null) {
        return { chapter, subsection, label: null, staffOnly, hidden }
      }
      const number = (numbers.get(subsection.format) ?? 0) + 1
      numbers.set(subsection.format, number)
      const label = `${shortLabel} ${String(number).padStart(2, '0')}`
      return { chapter, subsection, label, staffOnly, hidden }
    }),
  )
  placed.set(course, all)
  return all
}

const gradedOnly = new WeakMap<Course, readonly PlacedSubsection[]>()

/** Gives the graded subsections that are not staff-only, in course order: the columns of the gradebook. */
export function gradedSubsections(course: Course): readonly PlacedSubsection[] {
  const known = gradedOnly.get(course)
  if (known) return known
  const graded = subsectionsOf(course).filter(({ subsection, staffOnly }) => subsection.graded && !staffOnly)
  gradedOnly.set(course, graded)
  return graded
}

/** Gives the subsection with this key, or undefined. */
export function findSubsection(course: Course, key: UsageKey): PlacedSubsection | undefined {
  return subsectionsOf(course).find(({ subsection }) => subsection.key === key)
}

/** When learners first see it: the later of its own start and its chapter's; null for always. */
export function releasedAt({ chapter, subsection }: PlacedSubsection): Instant | null {
  if (chapter.start === null) return subsection.start
  return subsection.start === null ? chapter.start : Math.max(chapter.start, subsection.start)
}

/** Tells whether somebody can see a subsection: released, not staff-only, and meant for their cohort. */
export function availability(
  school: School,
  course: Course,
  userId: UserId,
): (place: PlacedSubsection) => boolean {
  const account = accountById(school, userId)
  if (account && hasAuthorAccess(school, account, course)) return () => true
  const cohortId = enrolmentOf(course, userId)?.cohortId ?? null
  const beta = school.world.roles.some(
    ({ userId: holder, courseKey, role }) =>
      holder === userId && courseKey === course.key && role === 'beta_testers',
  )
  const now = school.now + (beta ? BETA_LEAD : 0)
  return (place) => {
    const { onlyCohorts } = place.subsection
    const released = releasedAt(place)
    if (place.staffOnly || (released !== null && released > now)) return false
    return onlyCohorts === null || (cohortId !== null && onlyCohorts.includes(cohortId))
  }
}
