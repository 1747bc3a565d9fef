import type { Asked, Resolvers } from '#mocks/asked.ts'
import { time } from '#mocks/api/time.ts'
import { accountById } from '#mocks/lms/accounts.ts'
import type { OverrideHistoryEntry, OverrideTotals } from '#mocks/lms/grade-model.ts'
import { crash, refusal } from '#mocks/lms/refusal.ts'
import type { School } from '#mocks/lms/store.ts'
import { openSubsection, subsectionDetail } from '#mocks/lms/subsections.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import type { subsection } from '#src/lms/openedx-v1/endpoints-overrides.ts'

type Wire = WireOf<typeof subsection>

const NOT_AVAILABLE = 'Cannot override subsection grade: subsection is not available for target learner.'

/** Grades API v1, subsection: the original grade, the override in force, and what was done to it. */
export const subsectionResolvers: Resolvers<{ subsection: typeof subsection }> = {
  subsection: ({ school, caller, path, query }) => {
    const course = openSubsection(school, caller, path.subsectionId)
    const detail = subsectionDetail(school, course, path.subsectionId, userOf(query), limitOf(query))
    const { original, override } = detail
    return {
      success: detail.available,
      ...(detail.available ? {} : { error_message: NOT_AVAILABLE }),
      subsection_id: detail.usageKey,
      user_id: detail.userId,
      course_id: detail.courseKey,
      original_grade: {
        earned_all: original.earnedAll,
        possible_all: original.possibleAll,
        earned_graded: original.earnedGraded,
        possible_graded: original.possibleGraded,
      },
      override: override && presentOverride(override),
      history: detail.history.map((entry) => presentEntry(school, entry)),
    }
  },
}

type Query = Asked<typeof subsection>['query']

function userOf({ user_id: id }: Query): number {
  if (id === undefined) throw crash('user_id is missing')
  if (!/^\s*[+-]?\d+\s*$/.test(id)) throw refusal(404, 'Invalid UserID', 'invalid_user_id')
  return Number(id)
}

/** What is no whole number counts as none: the history is empty then. */
function limitOf({ history_record_limit: limit }: Query): number | undefined {
  if (limit === undefined) return undefined
  return /^\s*[+-]?\d+\s*$/.test(limit) ? Number(limit) : 0
}

function presentOverride(totals: OverrideTotals): NonNullable<Wire['override']> {
  return {
    earned_all_override: totals.earnedAll,
    possible_all_override: totals.possibleAll,
    earned_graded_override: totals.earnedGraded,
    possible_graded_override: totals.possibleGraded,
  }
}

function presentEntry(school: School, entry: OverrideHistoryEntry): Wire['history'][number] {
  const user = entry.userId === null ? undefined : accountById(school, entry.userId)
  return {
    created: time(entry.created),
    grade_id: entry.gradeId,
    history_id: entry.historyId,
    ...presentOverride(entry),
    override_reason: entry.reason,
    system: entry.system,
    history_date: time(entry.at),
    history_type: entry.change,
    history_user: user?.username ?? null,
    history_user_id: entry.userId,
    id: entry.overrideId,
  }
}
