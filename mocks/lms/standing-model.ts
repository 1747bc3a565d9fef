import type { Course } from './course-model.ts'
import type { Instant, UserId } from './model.ts'

/** What the progress page says about a certificate, in the documented order. */
export const CERTIFICATE_STATES = [
  'unavailable',
  'deleting',
  'deleted',
  'downloadable',
  'notpassing',
  'restricted',
  'auditing',
  'audit_passing',
  'audit_notpassing',
  'honor_passing',
  'unverified',
  'invalidated',
  'requesting',
  'earned_but_not_available',
  'generating',
  'error',
] as const

export type CertificateState = (typeof CERTIFICATE_STATES)[number]

/** How far the check of somebody's identity has come. */
export type VerificationState = 'none' | 'pending' | 'approved' | 'expired' | 'must_reverify' | 'denied'

/** What became of one thing that credit is given for; null while nothing has. */
export type RequirementState = 'satisfied' | 'failed' | 'submitted' | 'declined' | null

export interface CreditRequirement {
  readonly name: string
  /** The least course grade, a fraction, where that is what is required: its state follows from the grade. */
  readonly minGrade: number | null
  readonly state: RequirementState
  /** When it came to this state; null before. */
  readonly since: Instant | null
}

export interface Credit {
  /** Until when credit can be asked for. */
  readonly deadline: Instant
  readonly requirements: readonly CreditRequirement[]
}

export interface Verification {
  readonly state: VerificationState
  readonly since: Instant | null
}

/** Where a learner stands in a course besides the grade, as a scenario has it. What is absent follows from the track. */
export interface GivenStanding {
  /** `none`: there never was one. A change of the grade can turn it into another one. */
  readonly certificate?: CertificateState | 'none'
  readonly verification?: Verification
  /** For those who audit: when they lose access, and whether graded work is closed to them until they upgrade. */
  readonly auditExpires?: Instant
  readonly auditLocked?: boolean
  readonly credit?: Credit
}

/** What a world says of learners beyond their grades, as they see it themselves. Each answer depends on the arguments only. */
export interface LearnerSide {
  /** Certificate, identity check, access, credit: where a learner has something special. */
  standing?(course: Course, userId: UserId): GivenStanding
  /** As whom one of the course team looks at a course; null for as oneself. */
  masquerade?(course: Course, userId: UserId): UserId | null
  /** False where the site publishes no settings for front ends. */
  readonly mfeConfig?: boolean
}
