import type { IntlShape } from 'react-intl'

/** Gives a fraction as percent in the viewer's language, at most two decimals: `12.5%`. */
export function percent(intl: IntlShape, fraction: number): string {
  return intl.formatNumber(fraction, { style: 'percent', maximumFractionDigits: 2 })
}
