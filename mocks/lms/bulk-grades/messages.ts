/** What is wrong with a file: each sentence once, with the lines on which it holds. */
export class Messages {
  private readonly lines = new Map<string, Set<number>>()

  get isEmpty(): boolean {
    return this.lines.size === 0
  }

  /** @param line absent where the whole file is meant */
  add(words: string, line?: number): void {
    const lines = this.lines.get(words) ?? new Set()
    this.lines.set(words, lines)
    if (line !== undefined) lines.add(line)
  }

  /** Gives the sentences in the order in which they first came, with their lines. */
  written(): string[] {
    return Array.from(this.lines, ([words, found]) => {
      const lines = [...found].sort((one, other) => one - other)
      if (lines.length === 0) return words
      return `${words} (on line${lines.length > 1 ? 's' : ''} ${lines.join(', ')})`
    })
  }
}
