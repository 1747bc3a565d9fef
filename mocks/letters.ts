const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Makes so many letters and digits out of a text, the same ones for the same text. They look random and hide nothing. */
export function lettersFrom(text: string, count: number): string {
  let state = 0x2545f491
  for (const char of text) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x5bd1e995)
  return Array.from({ length: count }, () => {
    state = Math.imul(state ^ (state >>> 15), 0x85ebca6b) + 0x9e3779b9
    return ALPHABET[(state >>> 3) % ALPHABET.length]
  }).join('')
}
