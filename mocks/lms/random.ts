/**
 * Numbers that look random and depend on nothing but what they are drawn from: a state is a 32-bit number, and each
 * purpose mixes a number of its own into it.
 */

/** Gives a 32-bit state from a text (FNV-1a). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return mix(hash, 0)
}

/** Gives the state that follows from mixing a whole number into another state. */
export function mix(state: number, part: number): number {
  let mixed = Math.imul(state ^ Math.imul(part + 0x9e3779b9, 0x85ebca6b), 0xc2b2ae35)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

/** Gives a number in [0, 1) drawn from a state for one purpose. */
export function draw(state: number, purpose: number): number {
  return mix(state, purpose) / 0x1_0000_0000
}

/** Gives a number around 0 with deviation 1, never beyond ±3.5, drawn from a state for one purpose. */
export function drawBell(state: number, purpose: number): number {
  const one = mix(state, purpose)
  const other = mix(one, purpose)
  // Four uniform numbers add up to something close enough to a bell, and bounded.
  const sum = (one >>> 16) + (one & 0xffff) + (other >>> 16) + (other & 0xffff)
  return (sum / 0x1_0000 - 2) * Math.sqrt(3)
}
