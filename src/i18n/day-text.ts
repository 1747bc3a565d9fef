import type { IntlShape } from 'react-intl'

/**
 * Gives the day that a text begins with, in the viewer's language: the same day in every zone, for days (`2026-11-26`) and for
 * times that come without one. Any other text is given as it is.
 */
export function dayText(intl: Pick<IntlShape, 'formatDate'>, text: string): string {
  const [day] = /^\d{4}-\d\d-\d\d/.exec(text) ?? []
  const at = Date.parse(day ?? '')
  return Number.isNaN(at) ? text : intl.formatDate(at, { dateStyle: 'medium', timeZone: 'UTC' })
}
