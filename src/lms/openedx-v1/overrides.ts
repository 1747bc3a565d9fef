import type { HistoryEntry, OverridePoints, SubsectionGrade } from '#src/domain/course.ts'
import type { AnswerOf, BodyOf } from '#src/lms/endpoint.ts'
import { LmsError } from '#src/lms/errors.ts'
import { call } from '#src/lms/http.ts'
import type { CourseParams, OverrideBatch, OverrideItem, OverrideOutcome } from '#src/lms/lms.ts'
import type { Session } from '#src/lms/session.ts'
import { nameOf } from '#src/lms/url.ts'
import * as wire from './endpoints-overrides.ts'

type Item = BodyOf<typeof wire.bulkUpdate>[number]
type Subsection = AnswerOf<typeof wire.subsection>
type Override = NonNullable<Subsection['override']>

/** Writes overrides; each item has an outcome of its own, in order. Grades API v1, bulk-update. */
export async function saveOverrides(
  session: Session,
  { courseId, items }: OverrideBatch,
  signal?: AbortSignal,
): Promise<OverrideOutcome[]> {
  const outcomes = await call(
    wire.bulkUpdate,
    { path: { courseId }, body: items.map(toItem), signal },
    session,
  )
  if (outcomes.length !== items.length) {
    throw new LmsError('contract', {
      endpoint: nameOf(wire.bulkUpdate),
      field: '(body)',
      expected: `${items.length} outcomes`,
      received: `${outcomes.length} outcomes`,
      outcome: 'unknown',
    })
  }
  // Told apart by position: what a failed item echoes is not always what was sent.
  return items.map(({ learnerId, subsectionId }, at) => ({
    learnerId,
    subsectionId,
    saved: outcomes[at]?.success ?? false,
    reason: outcomes[at]?.reason ?? null,
  }))
}

function toItem({ learnerId, subsectionId, earned, possible, reason }: OverrideItem): Item {
  return {
    user_id: userId(learnerId),
    usage_id: subsectionId,
    grade: { ...pointsToSend(earned, possible), comment: reason },
  }
}

/** A learner id that is not a positive number would make the server grade the caller instead. */
function userId(learnerId: string): number {
  const id = Number(learnerId)
  if (Number.isSafeInteger(id) && id > 0) return id
  throw new LmsError('invalid', { endpoint: nameOf(wire.bulkUpdate), reason: 'no-learner', outcome: 'none' })
}

function pointsToSend(earned: number | null, possible: number | null): Item['grade'] {
  // There is no deleting: nulls make the original count again.
  if (earned === null) {
    return {
      earned_all_override: null,
      possible_all_override: null,
      earned_graded_override: null,
      possible_graded_override: null,
    }
  }
  // What is left out, the server fills with the computed points.
  return {
    earned_graded_override: earned,
    possible_graded_override: possible ?? undefined,
  }
}

/** Reads one learner's grade in one subsection, with its history. Grades API v1, subsection. */
export async function readSubsection(
  session: Session,
  params: CourseParams & { learnerId: string; subsectionId: string; historyLimit?: number },
  signal?: AbortSignal,
): Promise<SubsectionGrade> {
  const { learnerId, subsectionId, historyLimit } = params
  const query = { user_id: learnerId, history_record_limit: historyLimit }
  const answer = await call(wire.subsection, { path: { subsectionId }, query, signal }, session)
  const original = answer.original_grade
  return {
    learnerId,
    subsectionId,
    available: answer.success ?? true,
    all: { earned: original?.earned_all ?? 0, possible: original?.possible_all ?? 0 },
    graded: { earned: original?.earned_graded ?? 0, possible: original?.possible_graded ?? 0 },
    override: answer.override && toOverride(answer.override),
    history: answer.history.map(toEntry),
  }
}

function toOverride(override: Override): OverridePoints {
  return {
    earnedAll: override.earned_all_override,
    possibleAll: override.possible_all_override,
    earnedGraded: override.earned_graded_override,
    possibleGraded: override.possible_graded_override,
  }
}

const CHANGES: Readonly<Record<string, HistoryEntry['change']>> = {
  '+': 'created',
  '~': 'changed',
  '-': 'deleted',
}
const SYSTEMS: Readonly<Record<string, HistoryEntry['through']>> = {
  GRADEBOOK: 'gradebook',
  PROCTORING: 'proctoring',
  'grade-import': 'import',
}

function toEntry(row: Subsection['history'][number]): HistoryEntry {
  return {
    id: String(row.history_id),
    at: row.history_date,
    by: row.history_user ?? null,
    change: CHANGES[row.history_type] ?? 'changed',
    through: SYSTEMS[row.system ?? ''] ?? 'other',
    reason: row.override_reason || null,
    override: toOverride(row),
  }
}
