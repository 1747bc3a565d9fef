/** Gives a 32-bit hash of a text (FNV-1a). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash >>> 0
}

/** Gives a 32-bit hash of whole numbers, in order: the source of everything that looks random here. */
export function hash(...parts: readonly number[]): number {
  let state = 0x9e3779b9
  for (const part of parts) {
    state = Math.imul(state ^ part, 0x85ebca6b)
    state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
    state ^= state >>> 16
  }
  return state >>> 0
}

/** Gives a number in [0, 1) that depends on the parts only. */
export function chance(...parts: readonly number[]): number {
  return hash(...parts) / 0x1_0000_0000
}

/** Gives a number around 0 with deviation 1 that depends on the parts only; never beyond ±3.5. */
export function bell(...parts: readonly number[]): number {
  // The sum of four uniform numbers is close enough to a bell, and bounded.
  const sum = chance(...parts, 1) + chance(...parts, 2) + chance(...parts, 3) + chance(...parts, 4)
  return (sum - 2) * Math.sqrt(3)
}
