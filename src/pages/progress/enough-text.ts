import type { IntlShape } from 'react-intl'
import { percentText } from '#src/i18n/score-words.ts'

/** Gives a fraction as percent that is enough for what it is needed for: at most one decimal, rounded up. */
export function enoughText(intl: IntlShape, fraction: number): string {
  // A double may stand a little above the decimal number that it means.
  return percentText(intl, Math.ceil(Number((fraction * 1000).toPrecision(12))) / 1000)
}
