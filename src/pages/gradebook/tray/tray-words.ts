import type { IntlShape } from 'react-intl'
import type { Edit } from '#src/domain/edits-state.ts'
import type { BatchProgress } from '#src/domain/edits-read.ts'
import { type ErrorWords, errorWords } from '#src/i18n/error-words.ts'
import type { LmsError } from '#src/lms/errors.ts'
import type { TrayWork } from '#src/lms/tray.ts'

/** Outcomes in the order in which they are told. */
const OUTCOMES = ['saved', 'unneeded', 'undone', 'refused', 'conflict', 'unknown', 'not-saved'] as const

/** Gives what became of a batch: `10 saved, 2 refused`. */
export function outcomeWords(intl: IntlShape, outcomes: BatchProgress['outcomes']): string {
  const told = OUTCOMES.flatMap((outcome) => {
    const count = outcomes[outcome] ?? 0
    return count > 0 ? intl.formatMessage({ id: 'tray.outcome' }, { outcome, count }) : []
  })
  return intl.formatList(told, { type: 'unit', style: 'long' })
}

/** Gives what goes on, and how far it is. */
export function workWords(
  intl: IntlShape,
  kind: TrayWork['kind'] | 'comparing',
  { done, total }: { readonly done: number; readonly total: number },
): string {
  return intl.formatMessage({ id: 'tray.work' }, { kind, done, total })
}

/** Gives the reason that taking back a change has in the history. */
export function undoReason(intl: IntlShape, { reason }: Pick<Edit, 'reason'>): string {
  return intl.formatMessage(
    { id: 'tray.undo.reason' },
    { reason: reason ?? '', isGiven: String(reason !== null) },
  )
}

/** Gives what stopped a saving, in words. Who may not write may still read: that sentence is another one. */
export function savingErrorWords(intl: IntlShape, error: LmsError): ErrorWords {
  const words = errorWords(intl, error)
  if (error.kind !== 'forbidden' || (error.details.reason ?? 'no-right') !== 'no-right') return words
  return {
    ...words,
    title: intl.formatMessage({ id: 'tray.noRight.title' }),
    text: intl.formatMessage({ id: 'tray.noRight.text' }),
  }
}
