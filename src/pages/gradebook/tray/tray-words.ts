import type { IntlShape } from 'react-intl'
import type { Edit } from '#src/domain/edits-state.ts'
import type { BatchProgress } from '#src/domain/edits-read.ts'
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
