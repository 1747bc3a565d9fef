/** Gives how the locale writes decimals, as far as typing is concerned: a comma, or anything else as a point. */
export function decimalOf(locale: string): '.' | ',' {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5)
  return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ',' : '.'
}
