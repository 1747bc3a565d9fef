import type { IntlShape } from 'react-intl'
import type { Edit } from '#src/domain/edits-state.ts'
import { BLANK, type Draft, type Wish } from './draft.ts'
import { typedText } from './score-text.ts'

/** Gives a change as one would type it; blank where there is none. */
export function draftOf(intl: IntlShape, edit: Edit | null): Draft {
  if (!edit) return BLANK
  const { will, reason } = edit
  return {
    text: will && !will.exception ? typedText(intl, will.earned) : '',
    reason: reason ?? '',
    // It was confirmed when it was staged.
    extraCredit: will !== null,
    clears: will === null,
    exception: will?.exception ?? null,
  }
}

/** Tells whether a change says all that is typed: nothing would be lost with the fields. */
export function isSettledBy(draft: Draft, wish: Wish, edit: Edit | null): boolean {
  const reason = draft.reason.trim()
  if (!edit) return wish.kind === 'blank' && reason === ''
  const isSame =
    wish.kind === 'will' &&
    wish.will?.earned === edit.will?.earned &&
    wish.will?.exception === edit.will?.exception
  return isSame && reason === (edit.reason ?? '')
}
