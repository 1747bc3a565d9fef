import type { Override, OverrideHistoryEntry, Totals, UsageKey, UserId } from './model.ts'

/** One learner's grade in one subsection, with everything that was done to it. */
export interface SubsectionDetail {
  readonly available: boolean
  readonly usageKey: UsageKey
  readonly userId: UserId
  readonly courseKey: string
  readonly original: Totals
  readonly override: Override | null
  /** Oldest first; empty without an override. */
  readonly history: readonly OverrideHistoryEntry[]
}
