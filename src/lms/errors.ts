export type LmsErrorKind =
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'invalid'
  | 'conflict'
  | 'unavailable'
  | 'unsupported'
  | 'contract'

/** Why, where the server (or the network) says more than the kind. */
export type LmsErrorReason =
  | 'frozen'
  | 'flag-off'
  | 'no-right'
  | 'csrf'
  | 'no-course'
  | 'no-learner'
  | 'no-subsection'
  | 'no-cohort'
  | 'not-enrolled'
  | 'bad-cursor'
  | 'too-many'
  | 'too-large'
  | 'offline'
  | 'dropped'
  | 'timeout'
  | 'server'
  | 'html'
  | 'method'
  | 'media-type'

export interface LmsErrorDetails {
  readonly reason?: LmsErrorReason
  readonly status?: number
  /** `GET /api/...`: the endpoint's pattern, never a filled-in URL (it may carry a name). */
  readonly endpoint?: string
  /** The server's own sentence, shown as a quotation. */
  readonly serverMessage?: string
  /** For `contract`: where in the answer, what was due, what came. */
  readonly field?: string
  readonly expected?: string
  readonly received?: string
  /** Seconds until the server will listen again. */
  readonly retryAfter?: number
  /** For writes: did the server possibly act? `none`: certainly not. `unknown`: read again before anything else. */
  readonly outcome?: 'none' | 'unknown'
  readonly cause?: unknown
}

/** The only thing that the API layer rejects with (aborting apart, which rejects with the signal's reason). */
export class LmsError extends Error {
  readonly kind: LmsErrorKind
  readonly details: LmsErrorDetails

  constructor(kind: LmsErrorKind, details: LmsErrorDetails = {}) {
    super([kind, details.reason, details.endpoint, details.field].filter(Boolean).join(' · '), {
      cause: details.cause,
    })
    this.name = 'LmsError'
    this.kind = kind
    this.details = details
  }
}
