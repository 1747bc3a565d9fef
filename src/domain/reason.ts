/** Gives how many characters of a reason are left; negative when it is too long. Counts as the server does: ü and 🙂 are one. */
export function charactersLeft(reason: string, most: number): number {
  return most - Array.from(reason.trim()).length
}
