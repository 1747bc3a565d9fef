import type { IntlShape } from 'react-intl'

/** Gives points of 100 with one decimal: `19.4`. */
export function pointsText(intl: IntlShape, points: number): string {
  return intl.formatNumber(points, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
}

/** Gives points of 100 that are added or taken away: `+0.3`. */
export function signedPointsText(intl: IntlShape, points: number): string {
  return intl.formatNumber(points, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  })
}

/** Gives an average, a fraction, with one decimal: `77.6%`. */
export function averageText(intl: IntlShape, average: number): string {
  return intl.formatNumber(average, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
}
