import { recalculate } from './grades.ts'
import type { Override, OverrideHistoryEntry, OverrideRecord, OverrideTotals } from './grade-model.ts'
import type { Course } from './course-model.ts'
import type { Instant, UsageKey, UserId } from './model.ts'
import type { OverrideSystem } from './write-model.ts'
import { nextId, type School } from './store.ts'

export interface OverrideChange {
  readonly userId: UserId
  readonly usageKey: UsageKey
  readonly totals: OverrideTotals
  readonly reason: string | null
  readonly system: OverrideSystem | null
  /** Null where a system did it. */
  readonly by: UserId | null
  readonly at: Instant
}

/** Gives what is kept about overriding a learner's grade in a subsection; undefined where nothing ever was. */
export function overrideRecord(
  school: School,
  userId: UserId,
  usageKey: UsageKey,
): OverrideRecord | undefined {
  return school.overrides.get(userId)?.get(usageKey)
}

/** Stores an override, writes its history, and recalculates subsection and course within the same step. */
export function storeOverride(school: School, course: Course, change: OverrideChange): void {
  const before = overrideRecord(school, change.userId, change.usageKey)
  const { totals, reason, system, at } = change
  const override: Override = {
    id: before?.override?.id ?? nextId(school, 'override'),
    created: before?.override?.created ?? at,
    ...totals,
    reason,
    system,
  }
  keep(school, course, change, before, override, before?.override ? '~' : '+')
}

/**
 * Takes back an override that the same system set, as proctoring does; the history stays.
 * Gives false where there is none or another system set it.
 */
export function removeOverride(
  school: School,
  course: Course,
  change: Pick<OverrideChange, 'userId' | 'usageKey' | 'system' | 'by' | 'at'>,
): boolean {
  const before = overrideRecord(school, change.userId, change.usageKey)
  if (!before?.override || before.override.system !== change.system) return false
  keep(school, course, change, before, before.override, '-')
  return true
}

function keep(
  school: School,
  course: Course,
  { userId, usageKey, by, at }: Pick<OverrideChange, 'userId' | 'usageKey' | 'by' | 'at'>,
  before: OverrideRecord | undefined,
  override: Override,
  change: OverrideHistoryEntry['change'],
): void {
  const { id: overrideId, ...values } = override
  const gradeId = before?.gradeId ?? nextId(school, 'grade')
  const entry = {
    ...values,
    historyId: nextId(school, 'history'),
    overrideId,
    gradeId,
    at,
    change,
    userId: by,
  }
  const records = school.overrides.get(userId) ?? new Map<UsageKey, OverrideRecord>()
  school.overrides.set(userId, records)
  records.set(usageKey, {
    gradeId,
    override: change === '-' ? null : override,
    history: [...(before?.history ?? []), entry],
  })
  recalculate(school, course, userId)
}
