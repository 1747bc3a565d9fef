import type { IntlShape } from 'react-intl'
import { LmsError, type LmsErrorKind, type LmsErrorReason } from '#src/lms/errors.ts'
import type { MessageId } from './messages.ts'

export interface ErrorWords {
  readonly title: string
  /** Cause and remedy. */
  readonly text: string
  /** The server's own sentence, or what a support person needs to know. */
  readonly detail: string | null
}

type Words = readonly [title: MessageId, text: MessageId]

const BY_REASON: Record<LmsErrorReason, Words> = {
  frozen: ['error.frozen.title', 'error.frozen.text'],
  'flag-off': ['error.flagOff.title', 'error.flagOff.text'],
  'no-right': ['error.noRight.title', 'error.noRight.text'],
  csrf: ['error.csrf.title', 'error.csrf.text'],
  'no-course': ['error.noCourse.title', 'error.noCourse.text'],
  'no-learner': ['error.noLearner.title', 'error.noLearner.text'],
  'no-subsection': ['error.noSubsection.title', 'error.noSubsection.text'],
  'no-cohort': ['error.noCohort.title', 'error.noCohort.text'],
  'not-enrolled': ['error.notEnrolled.title', 'error.notEnrolled.text'],
  'bad-cursor': ['error.badCursor.title', 'error.badCursor.text'],
  'too-many': ['error.tooMany.title', 'error.tooMany.text'],
  'too-large': ['error.tooLarge.title', 'error.tooLarge.text'],
  offline: ['error.offline.title', 'error.offline.text'],
  dropped: ['error.dropped.title', 'error.dropped.text'],
  timeout: ['error.timeout.title', 'error.timeout.text'],
  html: ['error.html.title', 'error.html.text'],
  server: ['error.server.title', 'error.server.text'],
  method: ['error.method.title', 'error.method.text'],
  'media-type': ['error.mediaType.title', 'error.mediaType.text'],
}

const BY_KIND: Record<LmsErrorKind, Words> = {
  unauthenticated: ['error.signIn.title', 'error.signIn.text'],
  forbidden: ['error.forbidden.title', 'error.forbidden.text'],
  'not-found': ['error.notFound.title', 'error.notFound.text'],
  invalid: ['error.invalid.title', 'error.invalid.text'],
  conflict: ['error.conflict.title', 'error.conflict.text'],
  unavailable: ['error.server.title', 'error.server.text'],
  unsupported: ['error.unsupported.title', 'error.unsupported.text'],
  contract: ['error.contract.title', 'error.contract.text'],
}

/** Gives a failure in words: what happened, why as far as it is known, what one can do. */
export function errorWords(intl: IntlShape, error: unknown): ErrorWords {
  if (!(error instanceof LmsError)) {
    return {
      title: intl.formatMessage({ id: 'error.unknown.title' }),
      text: intl.formatMessage({ id: 'error.unknown.text' }),
      detail: error instanceof Error ? error.message : null,
    }
  }
  const { details } = error
  const [title, text] = wordsFor(error)
  const seconds = details.retryAfter ?? 0
  return {
    title: intl.formatMessage({ id: title }),
    text: intl.formatMessage({ id: text }, { seconds }),
    detail: errorDetail(intl, error),
  }
}

function wordsFor({ kind, details: { reason } }: LmsError): Words {
  // A page in place of data explains a failure only where the status says nothing better (404, sign-in and so on).
  if (reason === undefined || (reason === 'html' && kind !== 'unavailable')) return BY_KIND[kind]
  return BY_REASON[reason]
}

function errorDetail(intl: IntlShape, { kind, details }: LmsError): string | null {
  const { endpoint, field, expected, received, status, serverMessage } = details
  if (kind === 'contract' && field !== undefined) {
    return intl.formatMessage(
      { id: 'error.contract.detail' },
      { endpoint: endpoint ?? '', field, expected: expected ?? '?', received: received ?? '?' },
    )
  }
  // Our words say all of it; the server's name its tables.
  if (details.reason === 'no-cohort') return null
  if (serverMessage) return intl.formatMessage({ id: 'error.serverSays' }, { message: serverMessage })
  return [endpoint, status].filter((part) => part !== undefined).join(' · ') || null
}
