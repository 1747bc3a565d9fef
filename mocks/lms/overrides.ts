import type { UserId, UsageKey } from './model.ts'

/** What became of one item of a bulk update. */
export interface OverrideOutcome {
  /** As sent where it was refused, the resolved id where it was saved. */
  readonly userId: UserId | string | null
  readonly usageKey: UsageKey
  readonly saved: boolean
  /** The server's words; null where it was saved. */
  readonly reason: string | null
}
