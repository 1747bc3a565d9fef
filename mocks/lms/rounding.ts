/** From here on numbers have no decimals, and scaling them could end in infinity: they are round as they are. */
const WHOLE_FROM = 2 ** 53

/** Gives the nearest number with that many decimals; exactly halfway, the one that ends in an even digit. */
export function roundHalfEven(value: number, decimals: number): number {
  if (Math.abs(value) >= WHOLE_FROM) return value
  const scale = 10 ** decimals
  const scaled = value * scale
  const below = Math.floor(scaled)
  if (scaled - below !== 0.5) return Math.round(scaled) / scale
  return (below % 2 === 0 ? below : below + 1) / scale
}

/** Gives the nearest number with that many decimals; halfway, away from zero. */
export function roundAwayFromZero(value: number, decimals: number): number {
  if (Math.abs(value) >= WHOLE_FROM) return value
  const scale = 10 ** decimals
  return (Math.sign(value) * Math.round(Math.abs(value) * scale)) / scale
}

/** Gives the course grade with two decimals. From .45 of a percent on it goes up. */
export function roundTotal(total: number): number {
  return Math.abs(total) >= WHOLE_FROM ? total : Math.floor(total * 100 + 0.05 + 0.5) / 100
}

/** Writes a fraction as percent with two decimals: 0.88808 as `88.81%`. */
export function percentText(fraction: number): string {
  return `${fixed(fraction * 100, 2)}%`
}

/** Writes points with three significant digits, as the grader's own texts do: `50.5`, `16`, `1.23e+03`. */
export function pointsText(points: number): string {
  const [digits = '0', exponent = '0'] = points.toExponential(2).split('e')
  const power = Number(exponent)
  if (power >= -4 && power < 3) return String(Number(fixed(points, 2 - power)))
  return `${Number(digits)}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`
}

/** As `toFixed`, but a true tie goes to the even digit. */
function fixed(value: number, decimals: number): string {
  // A binary fraction lies exactly between two decimals only if it is an odd multiple of 1 / 2^(decimals + 1).
  const tie = Math.abs(value * 2 ** (decimals + 1)) % 2 === 1
  return (tie ? roundHalfEven(value, decimals) : value).toFixed(decimals)
}
