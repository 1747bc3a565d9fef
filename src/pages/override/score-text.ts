import type { IntlShape } from 'react-intl'
import { pointsText } from '#src/i18n/score-words.ts'

/**
 * Gives a score in points: `9.5 of 10`.
 * @param possible null where it is not known: only the earned points are given then
 */
export function scoreText(intl: IntlShape, earned: number, possible: number | null): string {
  if (possible === null)
    return intl.formatMessage({ id: 'override.points' }, { earned: pointsText(intl, earned) })
  return intl.formatMessage(
    { id: 'override.score' },
    { earned: pointsText(intl, earned), possible: pointsText(intl, possible) },
  )
}

/** Gives points as one would type them: all four decimals, no grouping, the locale's separator. */
export function typedText(intl: IntlShape, points: number): string {
  return intl.formatNumber(points, { maximumFractionDigits: 4, useGrouping: false })
}
