import type { CourseKey, Instant, UsageKey, UserId } from './model.ts'

/** A change of the school's state, as plain JSON: replayed in order on a fresh school it gives the same state. */
export type Write = OverrideWrite | ScoreWrite | PutWrite | ClockWrite

/** Through what an override came. */
export type OverrideSystem = 'GRADEBOOK' | 'PROCTORING' | 'grade-import'

interface OverrideWrite {
  readonly kind: 'override'
  readonly courseKey: CourseKey
  /** Who did it. */
  readonly by: UserId
  readonly item: OverrideItem
  /** Through what; absent for the gradebook. */
  readonly system?: OverrideSystem | null
}

/** A score that came from outside, such as a tool's: it takes the place of the learner's own answer. */
interface ScoreWrite {
  readonly kind: 'score'
  readonly courseKey: CourseKey
  readonly userId: UserId
  readonly problemKey: UsageKey
  /** Raw points of the problem, 0 and more; null takes the score away. */
  readonly earned: number | null
}

/** One row of a table, replaced or (no value) taken out. */
interface PutWrite {
  readonly kind: 'put'
  readonly table: string
  readonly key: string
  readonly value?: Json
}

interface ClockWrite {
  readonly kind: 'clock'
  readonly at: Instant
}

/** What JSON can say. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json | undefined }

/** Values as they came: text that reads as a number is one; a key that is absent differs from null. */
export type Loose = number | string | null | undefined

export interface OverrideItem {
  readonly userId?: Loose
  readonly usageKey?: string | null
  readonly grade?: OverrideFields | null
}

export interface OverrideFields {
  readonly earnedAll?: Loose
  readonly possibleAll?: Loose
  readonly earnedGraded?: Loose
  readonly possibleGraded?: Loose
  readonly comment?: string | null
}
