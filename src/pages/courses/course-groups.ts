import { fold } from '#src/domain/view.ts'
import type { CourseSummary } from '#src/lms/lms.ts'

/** Why a course is on the list: the viewer teaches it, learns in it, or sees it as staff of the site. */
export type Standing = 'teaching' | 'learning' | 'site'

export interface CourseGroup {
  readonly standing: Standing
  /** Running and to come; the latest start first. */
  readonly current: readonly CourseSummary[]
  /** Ended; the latest end first. */
  readonly past: readonly CourseSummary[]
}

/** Roles that help or watch without grading; whoever has one is listed as a learner. */
const NOT_TEACHING = new Set(['beta_testers'])

/** Tells why a course is on the viewer's list. Decides where it stands, never what may be opened. */
export function standingIn({ role, enrolled }: CourseSummary): Standing {
  if (role !== null && !NOT_TEACHING.has(role)) return 'teaching'
  return enrolled || role !== null ? 'learning' : 'site'
}

/**
 * Gives the courses by the viewer's standing, taught ones first, each group divided by what has ended.
 * @param collator breaks ties by name
 */
export function groupCourses(
  courses: readonly CourseSummary[],
  now: Date,
  collator: Intl.Collator,
): CourseGroup[] {
  const byStanding = Map.groupBy(courses, standingIn)
  return (['teaching', 'learning', 'site'] as const).flatMap((standing) => {
    const found = byStanding.get(standing)
    if (!found) return []
    const [past, current] = divide(found, ({ end }) => end !== null && Date.parse(end) < now.getTime())
    return {
      standing,
      current: latestFirst(current, ({ start }) => start, collator),
      past: latestFirst(past, ({ end }) => end, collator),
    }
  })
}

/** Gives the courses whose name, organisation, number or run contains every word of the text, accents and case aside. */
export function searchCourses(courses: readonly CourseSummary[], text: string): readonly CourseSummary[] {
  const words = fold(text).split(/\s+/).filter(Boolean)
  if (words.length === 0) return courses
  return courses.filter(({ name, org, number, run }) => {
    const searched = fold([name, org, number, run].filter(Boolean).join(' '))
    return words.every((word) => searched.includes(word))
  })
}

function divide<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))]
}

function latestFirst(
  courses: readonly CourseSummary[],
  dateOf: (course: CourseSummary) => string | null,
  collator: Intl.Collator,
): CourseSummary[] {
  const time = (course: CourseSummary) => {
    const date = dateOf(course)
    return date === null ? Number.NEGATIVE_INFINITY : Date.parse(date)
  }
  return courses.toSorted(
    (a, b) => Number(time(b) > time(a)) - Number(time(b) < time(a)) || collator.compare(a.name, b.name),
  )
}
