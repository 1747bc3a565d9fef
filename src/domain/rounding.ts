/**
 * Gives `x` with at most `decimals` decimals; an exact tie of the scaled value goes to the even neighbour.
 * Source: Open edX, how a problem's score becomes the percent of a subsection (Python's `round`).
 */
export function roundHalfEven(x: number, decimals: number): number {
  const scale = 10 ** decimals
  const scaled = x * scale
  const below = Math.floor(scaled)
  const rest = scaled - below
  const up = rest > 0.5 || (rest === 0.5 && below % 2 !== 0)
  return (up ? below + 1 : below) / scale
}

/**
 * Gives `x` with at most `decimals` decimals as a person rounds: ties of the written number go up (1.005 gives 1.01).
 * For what is typed and shown; the course arithmetic has its own rules.
 */
export function roundHalfUp(x: number, decimals: number): number {
  const scale = 10 ** decimals
  // 15 digits are what a double surely keeps: 100.49999999999999 was written 1.005.
  return Math.round(Number((x * scale).toPrecision(15))) / scale || 0
}

/**
 * Gives a course grade, a fraction, as the server stores it: two decimals, with a push of a twentieth of a percent,
 * so that 0.4945 becomes 0.5 and 0.4944 becomes 0.49.
 * Source: Open edX, the total of the course grader.
 */
export function roundCourseGrade(total: number): number {
  return Math.floor(total * 100 + 0.05 + 0.5) / 100
}

/**
 * Gives the fraction of the possible points that was earned: four decimals, may exceed 1; 0 where nothing was possible.
 * Source: Open edX, the graded percent of a subsection.
 */
export function fractionOf(earned: number, possible: number): number {
  return possible > 0 ? roundHalfEven(earned / possible, 4) : 0
}
