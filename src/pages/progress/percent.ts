import type { IntlShape } from 'react-intl'

/** Gives a fraction as percent in the viewer's language, at most two decimals: `12.5%`. */
export function percentText(intl: IntlShape, fraction: number): string {
  return intl.formatNumber(fraction, { style: 'percent', maximumFractionDigits: 2 })
}

/** Gives a fraction as percent that is enough for what it is needed for: at most one decimal, rounded up. */
export function enoughText(intl: IntlShape, fraction: number): string {
  // A double may stand a little above the decimal number that it means.
  return percentText(intl, Math.ceil(Number((fraction * 1000).toPrecision(12))) / 1000)
}
