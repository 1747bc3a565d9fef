import { Reply } from '#mocks/answer.ts'
import type { Resolvers } from '#mocks/asked.ts'
import { refusesItem } from '#mocks/faults.ts'
import { openGradebookToWrite, signedIn } from '#mocks/lms/access.ts'
import type { Loose, OverrideFields, OverrideItem } from '#mocks/lms/write-model.ts'
import { applyOverride } from '#mocks/lms/overrides.ts'
import { crash } from '#mocks/lms/refusal.ts'
import { parameterOf } from '#mocks/query.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import type { bulkUpdate } from '#src/lms/openedx-v1/endpoints-overrides.ts'

type Outcome = WireOf<typeof bulkUpdate>[number]

/** Grades API v1, bulk-update: item by item, each stored on its own. */
export const overrideResolvers: Resolvers<{ bulkUpdate: typeof bulkUpdate }> = {
  bulkUpdate: ({ school, world, caller, path, json, url }) => {
    const course = openGradebookToWrite(school, caller, path.courseId)
    const by = signedIn(caller)
    const standIn = parameterOf(url, 'username')
    const outcomes = itemsOf(json()).map((sent, position): Outcome => {
      const item = itemOf(sent)
      if (refusesItem(world.faults, position)) return refusedByFault(item)
      const { userId, usageKey, saved, reason } = applyOverride(school, course, by, item, { standIn })
      return { user_id: userId, usage_id: usageKey, success: saved, reason }
    })
    return new Reply(outcomes, outcomes.every(({ success }) => success) ? 202 : 422)
  },
}

function itemsOf(body: unknown): unknown[] {
  if (body === undefined) return []
  if (!Array.isArray(body)) throw crash('The body of a bulk update is no array')
  return body
}

function itemOf(sent: unknown): OverrideItem {
  if (!isRecord(sent)) throw crash('An item of the bulk update is no object')
  const { user_id: userId, usage_id: usageKey, grade } = sent
  return {
    userId: loose(userId),
    usageKey: typeof usageKey === 'string' ? usageKey : undefined,
    grade: isRecord(grade) ? fieldsOf(grade) : undefined,
  }
}

/** A key that is absent stays absent: it differs from null. */
function fieldsOf(grade: Readonly<Record<string, unknown>>): OverrideFields {
  const { comment } = grade
  return {
    earnedAll: loose(grade['earned_all_override']),
    possibleAll: loose(grade['possible_all_override']),
    earnedGraded: loose(grade['earned_graded_override']),
    possibleGraded: loose(grade['possible_graded_override']),
    comment: typeof comment === 'string' ? comment : null,
  }
}

function loose(sent: unknown): Loose {
  if (sent === undefined || sent === null || typeof sent === 'number' || typeof sent === 'string') return sent
  throw crash('A value of the bulk update is neither number nor text')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function refusedByFault({ userId, usageKey }: OverrideItem): Outcome {
  return {
    user_id: userId ?? null,
    usage_id: usageKey ?? null,
    success: false,
    reason: 'CourseEnrollment matching query does not exist.',
  }
}
