import type { Asked, Resolvers } from '#mocks/asked.ts'
import { openGradebook } from '#mocks/lms/access.ts'
import type { GradebookFilters } from '#mocks/lms/filters.ts'
import { type GradebookRow, gradebookEntry, listGradebook } from '#mocks/lms/gradebook.ts'
import { isUsageKey } from '#mocks/lms/keys.ts'
import { crash } from '#mocks/lms/refusal.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import type { gradebook, gradebookOfLearner } from '#src/lms/openedx-v1/endpoints.ts'
import { cursorLink, decodeCursor, pageSize } from './cursor.ts'

type Query = Asked<typeof gradebook>['query']

/** Grades API v1, gradebook: a page of learners, and one learner. */
export const gradebookResolvers: Resolvers<{
  gradebook: typeof gradebook
  gradebookOfLearner: typeof gradebookOfLearner
}> = {
  gradebook: ({ school, caller, path, query, url }) => {
    const course = openGradebook(school, caller, path.courseId)
    const page = listGradebook(school, course, {
      ...filtersOf(query),
      pageSize: pageSize(query.page_size),
      cursor: decodeCursor(query.cursor),
    })
    return {
      next: cursorLink(url, page.next),
      previous: cursorLink(url, page.previous),
      results: page.rows.map((row) => present(row, true)),
      total_users_count: page.totalUsers,
      filtered_users_count: page.filteredUsers,
    }
  },

  gradebookOfLearner: ({ school, caller, path, query }) => {
    const course = openGradebook(school, caller, path.courseId)
    return present(gradebookEntry(school, course, query.username ?? ''), false)
  },
}

/** An empty parameter counts as absent. */
function filtersOf(query: Query): GradebookFilters {
  return {
    usernameContains: query.username_contains || undefined,
    userContains: query.user_contains || undefined,
    cohortId: cohortOf(query),
    mode: query.enrollment_mode || undefined,
    assignment: assignmentOf(query),
    courseGrade: { min: numberOf(query.course_grade_min), max: numberOf(query.course_grade_max) },
    excludedRoles: query.excluded_course_roles.filter(Boolean),
  }
}

function cohortOf({ cohort_id: id }: Query): number | undefined {
  if (!id) return undefined
  if (!/^\s*[+-]?\d+\s*$/.test(id)) throw crash('cohort_id is no whole number')
  return Number(id)
}

/** A malformed key harms only where a limit makes the server read it. */
function assignmentOf(query: Query): GradebookFilters['assignment'] {
  const usageKey = query.assignment
  if (!usageKey) return undefined
  const min = numberOf(query.assignment_grade_min)
  const max = numberOf(query.assignment_grade_max)
  if (min === undefined && max === undefined) return undefined
  if (!isUsageKey(usageKey)) throw crash('assignment is no usage key')
  return { usageKey, min, max }
}

function numberOf(text: string | undefined): number | undefined {
  if (!text) return undefined
  const number = Number(text)
  if (Number.isNaN(number)) throw crash('A limit is no number')
  return number
}

/** @param listed e-mail addresses come in the list only */
function present(row: GradebookRow, listed: boolean): WireOf<typeof gradebookOfLearner> {
  const { account, enrolment } = row
  const masters = enrolment.mode === 'masters'
  return {
    user_id: account.id,
    username: account.username,
    ...(masters ? { full_name: account.name ?? '' } : {}),
    email: masters && listed ? account.email : '',
    ...(enrolment.externalKey === null ? {} : { external_user_key: enrolment.externalKey }),
    percent: row.percent,
    section_breakdown: row.cells.map(({ subsection, label, attempted, earned, possible, percent }) => ({
      attempted,
      category: subsection.format,
      label,
      module_id: subsection.key,
      percent,
      score_earned: earned,
      score_possible: possible,
      subsection_name: subsection.name,
    })),
    profile_name: account.name,
  }
}
