import type { Course, PlacedSubsection, Program, RosterEntry } from './course-model.ts'
import type { LearnerSide } from './standing-model.ts'

/** Milliseconds since 1970-01-01T00:00:00Z. The faces write it out in their own format. */
export type Instant = number
/** `course-v1:org+number+run`, or the old `org/number/run`. */
export type CourseKey = string
/** `block-v1:…+type@sequential+block@…`, or the old `i4x://org/number/sequential/name`. */
export type UsageKey = string
export type UserId = number

/** Whom a request may come from in mock mode. `nobody` is not signed in. */
export type Persona = 'instructor' | 'limited-staff' | 'global-staff' | 'learner' | 'stranger' | 'nobody'

export interface Account {
  readonly id: UserId
  readonly username: string
  readonly email: string
  /** The name on the profile; null where the person never gave one. */
  readonly name: string | null
  /** Staff of the whole site. */
  readonly globalStaff: boolean
}

/** `null` is somebody who is not signed in. */
export type Caller = Account | null

export type RoleName = 'instructor' | 'staff' | 'limited_staff' | 'beta_testers' | 'data_researcher'

export interface CourseRole {
  readonly userId: UserId
  readonly org: string
  /** Null for a role in the whole organisation. */
  readonly courseKey: CourseKey | null
  readonly role: RoleName
}

export interface Enrolment extends RosterEntry {
  readonly id: number
  readonly courseKey: CourseKey
}

/** Accounts, by id and by username. Made when asked for. */
export interface Directory {
  byId(id: UserId): Account | undefined
  /** Exact, case as stored. */
  byUsername(username: string): Account | undefined
}

/** A school as a scenario builds it. Nothing in it ever changes. */
export interface World extends LearnerSide {
  readonly seed: number
  readonly startsAt: Instant
  readonly directory: Directory
  readonly personas: Readonly<Record<Exclude<Persona, 'nobody'>, UserId>>
  readonly roles: readonly CourseRole[]
  readonly courses: readonly Course[]
  /**
   * What the learner earned in each problem of a subsection, in raw points, 0 and more; null where the problem was
   * not attempted. Depends on the arguments only.
   */
  answers(course: Course, place: PlacedSubsection, userId: UserId): ReadonlyArray<number | null>
  readonly programs?: readonly Program[]
}
