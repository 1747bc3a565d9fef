import type { IntlShape } from 'react-intl'
import type { MessageId } from './messages.ts'

/** Causes that have words of their own; the server's own sentence is added where it gave one. */
const BY_CAUSE: Readonly<Record<string, MessageId>> = {
  frozen: 'refusal.frozen',
  'flag-off': 'refusal.flagOff',
  'no-right': 'refusal.noRight',
  forbidden: 'refusal.noRight',
  'no-course': 'refusal.notFound',
  'not-found': 'refusal.notFound',
  csrf: 'refusal.csrf',
  unsupported: 'refusal.unsupported',
  'not-available': 'refusal.notAvailable',
  'not-enrolled': 'refusal.notEnrolled',
  'no-learner': 'refusal.noLearner',
}

/** The server's own words for refused items, from the Grades API v1 (bulk-update), and ours for them. */
const BY_SERVER: ReadonlyArray<readonly [RegExp, MessageId]> = [
  [/^User matching query/, 'refusal.noLearner'],
  [/^CourseEnrollment matching query/, 'refusal.notEnrolled'],
  [/does not exist in this course/, 'refusal.noSubsection'],
  [/BlockUsageLocator/, 'refusal.noSubsection'],
]

/** Gives why a change was refused, in plain words. */
export function refusalWords(
  intl: IntlShape,
  { words, cause }: { readonly words: string | null; readonly cause: string | null },
): string {
  const known =
    (cause === null ? undefined : BY_CAUSE[cause]) ?? BY_SERVER.find(([form]) => form.test(words ?? ''))?.[1]
  if (known) return intl.formatMessage({ id: known })
  return words
    ? intl.formatMessage({ id: 'error.serverSays' }, { message: words })
    : intl.formatMessage({ id: 'refusal.noReason' })
}
