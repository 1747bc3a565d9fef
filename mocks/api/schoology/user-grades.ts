import type { Resolvers } from '#mocks/asked.ts'
import { signedIn } from '#mocks/lms/access.ts'
import { periodIdFrom } from '#mocks/lms/schoology/final-comments.ts'
import { looseInteger, sectionIdOf } from '#mocks/lms/schoology/ids.ts'
import { type Result, partsOf, periodOf } from '#mocks/lms/schoology/results.ts'
import { type SectionGrades, sectionGradesOf, userOf } from '#mocks/lms/schoology/user-grades.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import type { userGrades } from '#src/lms/schoology/endpoints.ts'
import { pageOf, selfOf } from './pages.ts'
import { gradeObject, periodGradeObject } from './present.ts'

type SectionObject = WireOf<typeof userGrades>['section'][number]

interface Filters {
  /** As they came. */
  readonly periods: readonly string[]
  /** Seconds; 0 for all. */
  readonly since: number
}

/** Grades, `users/{id}/grades`: by section and period, with the results of each. */
export const userGradesResolvers: Resolvers<{ userGrades: typeof userGrades }> = {
  userGrades: ({ school, caller, path, query, url }) => {
    const account = signedIn(caller, 'Authentication is required.')
    const user = userOf(school, account, path.userId)
    const inactiveToo = looseInteger(query.include_all_enrollments) === 1
    const tickets = sectionGradesOf(school, account, user, {
      sectionId: query.section_id || undefined,
      inactiveToo,
    })
    const filters: Filters = {
      periods: query.grading_period_ids?.split(',').flatMap((id) => id.trim() || []) ?? [],
      since: looseInteger(query.timestamp),
    }
    const show = (ticket: () => SectionGrades) => sectionObject(ticket(), filters)
    // Only these two make it a list of pages: a page has so many enrolments.
    if (!inactiveToo && filters.since <= 0) {
      return { section: tickets.map(show), links: { self: selfOf(url) + url.search } }
    }
    const { items, links } = pageOf(tickets, url)
    return { section: items.map(show), links }
  },
}

function sectionObject(grades: SectionGrades, { periods: named, since }: Filters): SectionObject {
  const { section, enrolmentId, admin, results } = grades
  const wanted = named.length === 0 ? undefined : named.map((id) => periodIdFrom(section, id))
  const isWanted = (periodId: string) => wanted?.includes(periodId) ?? true
  const marks = grades.marks.filter(({ at }) => since <= 0 || (at !== null && at >= since * 1000))
  const periods = partsOf(section).map((part) => ({
    ...part,
    own: marks.filter((mark) => periodOf(mark) === part.periodId),
  }))
  return {
    section_id: String(sectionIdOf(section.course)),
    period: periods
      .filter(({ periodId, own }) => isWanted(periodId) && (own.length > 0 || periodId.startsWith('p')))
      .map(({ periodId, title, own }) => ({
        period_id: periodId,
        period_title: title,
        assignment: own.map((mark) => gradeObject(section, enrolmentId, mark, admin)),
      })),
    final_grade: results
      .filter(({ periodId, grade }) => isWanted(periodId) && (periodId !== 'other' || grade !== null))
      .map((result) => finalGradeObject(result, admin)),
    grading_category: section.setup.categories.map(({ id, title }) => ({ id, title })),
  }
}

/** Periods have weights and categories, exams a weight, the final grade neither. */
function finalGradeObject(result: Result, admin: boolean): NonNullable<SectionObject['final_grade']>[number] {
  const { weight, categories } = result
  return {
    ...periodGradeObject(result, admin),
    ...(weight === null ? {} : { weight }),
    scale_id: 0,
    ...(categories.length === 0
      ? {}
      : { grading_category: categories.map(({ category, grade }) => ({ category_id: category.id, grade })) }),
  }
}
