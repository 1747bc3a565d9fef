import type { IntlShape } from 'react-intl'
import type { Upgrade } from '#src/domain/progress.ts'

/** Gives a price as the viewer's language writes it; with the server's own sign where the currency is unknown. */
export function priceText(
  intl: IntlShape,
  { amount, currency, symbol }: NonNullable<Upgrade['price']>,
): string {
  const digits = Number.isInteger(amount) ? 0 : 2
  const plain = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  if (currency !== null && /^[A-Za-z]{3}$/.test(currency)) {
    return intl.formatNumber(amount, { style: 'currency', currency, ...plain })
  }
  return `${symbol}${intl.formatNumber(amount, plain)}`
}
