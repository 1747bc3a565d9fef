import type { IntlShape } from 'react-intl'
import { pointsText, scoreRefusalWords } from '#src/i18n/score-words.ts'
import type { Wish } from './draft.ts'

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
      return scoreRefusalWords(intl, wish)
  }
}
