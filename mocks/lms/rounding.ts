/** Gives the nearest whole number; exactly halfway, the even one. */
export function roundHalfEven(value: number): number {
  const below = Math.floor(value)
  const rest = value - below
  if (rest !== 0.5) return Math.round(value)
  return below % 2 === 0 ? below : below + 1
}

/** Gives the nearest number with that many decimals; exactly halfway, away from zero. */
export function roundHalfUp(value: number, decimals: number): number {
  const scale = 10 ** decimals
  return (Math.sign(value) * Math.floor(Math.abs(value) * scale + 0.5)) / scale
}

/** Writes a fraction as percent with two decimals: 0.88808 as `88.81%`. */
export function percentText(fraction: number): string {
  const percent = fraction * 100
  // Of all numbers with two decimals and a half, only odd eighths are exact in binary: no other one is a true tie.
  const tie = Number.isInteger(percent * 8) && Math.abs(percent * 8) % 2 === 1
  return `${(tie ? roundHalfEven(percent * 100) / 100 : percent).toFixed(2)}%`
}

/** Writes points with three significant digits, as the grader's own details do: 50.5, 16, 1.23e+03. */
export function pointsText(points: number): string {
  if (points === 0) return '0'
  const [digits = '0', exponent = '0'] = points.toExponential(2).split('e')
  const power = Number(exponent)
  if (power >= -4 && power < 3) return String(Number(points.toPrecision(3)))
  const sign = power < 0 ? '-' : '+'
  return `${Number(digits)}e${sign}${String(Math.abs(power)).padStart(2, '0')}`
}
