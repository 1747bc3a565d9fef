import { LmsError, type LmsErrorDetails, type LmsErrorKind, type LmsErrorReason } from './errors.ts'
import type { Answer } from './send.ts'

const BY_CODE: Readonly<Record<string, LmsErrorReason>> = {
  grades_frozen: 'frozen',
  feature_not_enabled: 'flag-off',
  user_permissions: 'no-right',
  invalid_course_key: 'no-course',
  course_does_not_exist: 'no-course',
  user_does_not_exist: 'no-learner',
  invalid_user_id: 'no-learner',
  user_not_enrolled: 'not-enrolled',
  invalid_usage_key: 'no-subsection',
}

/** Refusals that carry no code; told by how their sentence begins. */
const BY_SENTENCE: ReadonlyArray<readonly [RegExp, LmsErrorReason]> = [
  [/^CSRF /, 'csrf'],
  [/^Invalid cursor/, 'bad-cursor'],
  [/^User matching query/, 'no-learner'],
  [/^User not enrolled/, 'not-enrolled'],
  [/^CourseUserGroup matching query/, 'no-cohort'],
  [/^No course found|^The course does not exist/, 'no-course'],
  [/^You do not have permission/, 'no-right'],
]

const BY_STATUS: Readonly<Record<number, readonly [LmsErrorKind, LmsErrorReason?]>> = {
  401: ['unauthenticated'],
  403: ['forbidden'],
  404: ['not-found'],
  405: ['unsupported', 'method'],
  408: ['unavailable', 'timeout'],
  409: ['conflict'],
  410: ['not-found'],
  413: ['invalid', 'too-large'],
  415: ['unsupported', 'media-type'],
  429: ['unavailable', 'too-many'],
}

const MESSAGE_LENGTH = 300

/**
 * Says what an answer of a refusing status means.
 * The server's sentence is `developer_message`, `detail` or `message`, whichever is there, or a bare JSON string.
 */
export function refusal(answer: Answer, about: LmsErrorDetails): LmsError {
  const { status } = answer
  const { sentence, code } = read(answer.json)
  const [usual, byStatus] = meaning(answer)
  const reason = byStatus ?? reasonOf(answer, sentence, code)
  return new LmsError(kindOf(usual, status, reason), {
    ...about,
    status,
    reason,
    serverMessage: sentence?.slice(0, MESSAGE_LENGTH),
    retryAfter: answer.retryAfter ?? announcedWait(sentence),
    // Whatever else is refused was refused before anything was done.
    outcome: about.outcome && (usual === 'unavailable' && status !== 429 ? 'unknown' : 'none'),
  })
}

function meaning({ status, redirect }: Answer): readonly [LmsErrorKind, LmsErrorReason?] {
  // To a sign-in or maintenance page, most likely.
  if (redirect) return ['unavailable', 'html']
  return BY_STATUS[status] ?? [status >= 500 ? 'unavailable' : 'invalid']
}

function kindOf(usual: LmsErrorKind, status: number, reason: LmsErrorReason | undefined): LmsErrorKind {
  // The progress endpoint says 401 to those who are signed in but not enrolled.
  if (status === 401 && reason === 'not-enrolled') return 'forbidden'
  // Some endpoints say 400 where others say 404.
  if (status === 400 && reason === 'no-course') return 'not-found'
  return usual
}

function reasonOf(answer: Answer, sentence: string | undefined, code: string | undefined) {
  const { status } = answer
  // The policy endpoint's one code for two refusals.
  if (code === 'user_or_course_does_not_exist') return status === 403 ? 'no-right' : 'no-course'
  const told = code && Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined
  if (told) return told
  const found = sentence && BY_SENTENCE.find(([pattern]) => pattern.test(sentence))
  if (found) return found[1]
  if (status >= 500) return 'server'
  if (answer.html) return 'html'
  return status === 403 && sentence === undefined ? 'no-right' : undefined
}

function read(json: unknown): { sentence?: string; code?: string } {
  if (typeof json === 'string') return { sentence: json }
  if (typeof json !== 'object' || json === null) return {}
  const body = json as Readonly<Record<string, unknown>>
  return {
    sentence: [body['developer_message'], body['detail'], body['message'], firstFieldError(body)].find(
      isText,
    ),
    code: [body['error_code']].find(isText),
  }
}

function firstFieldError({ field_errors: errors }: Readonly<Record<string, unknown>>): unknown {
  if (typeof errors !== 'object' || errors === null) return undefined
  const [first] = Object.values(errors as Readonly<Record<string, { developer_message?: unknown } | null>>)
  return first?.developer_message
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

/** Across origins a browser hides `Retry-After`, but the sentence says it too. */
function announcedWait(sentence: string | undefined): number | undefined {
  const found = sentence && /available in (\d+) second/.exec(sentence)
  return found ? Number(found[1]) : undefined
}
