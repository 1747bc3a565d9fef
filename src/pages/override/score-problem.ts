import type { IntlShape } from 'react-intl'
import type { Wish } from './draft.ts'
import { pointsText } from './score-text.ts'

/** Gives what is wrong with a typed score and what would be right; null where nothing is. */
export function scoreProblem(intl: IntlShape, wish: Wish): string | null {
  switch (wish.kind) {
    case 'will':
      return null
    case 'blank':
      return intl.formatMessage({ id: 'override.problem.blank' })
    case 'ask':
      return intl.formatMessage(
        { id: 'override.problem.unconfirmed' },
        { possible: pointsText(intl, wish.possible) },
      )
    case 'refused':
      if (wish.why !== 'other-maximum') return intl.formatMessage({ id: `override.problem.${wish.why}` })
      return intl.formatMessage(
        { id: 'override.problem.other-maximum' },
        { typed: pointsText(intl, wish.typed), possible: pointsText(intl, wish.possible) },
      )
  }
}
