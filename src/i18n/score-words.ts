import type { IntlShape } from 'react-intl'
import type { EntryRefusal } from '#src/domain/entry-words.ts'

/** Gives points as they are shown: at most two decimals. */
export function pointsText(intl: IntlShape, points: number): string {
  return intl.formatNumber(points, { maximumFractionDigits: 2 })
}

/** Gives a fraction 0.. as percent in the viewer's language, at most two decimals: `12.5%`. */
export function percentText(intl: IntlShape, fraction: number): string {
  return intl.formatNumber(fraction, { style: 'percent', maximumFractionDigits: 2 })
}

/** Gives why a typed text is no score here, and what would be. */
export function scoreRefusalWords(intl: IntlShape, refusal: EntryRefusal): string {
  if (refusal.why === 'not-a-word') {
    const words = intl.formatList(refusal.words, { type: 'unit' })
    return intl.formatMessage({ id: 'override.problem.not-a-word' }, { words })
  }
  if (refusal.why !== 'other-maximum') return intl.formatMessage({ id: `override.problem.${refusal.why}` })
  return intl.formatMessage(
    { id: 'override.problem.other-maximum' },
    { typed: pointsText(intl, refusal.typed), possible: pointsText(intl, refusal.possible) },
  )
}
