/** For tests: time that passes when it is told to. */
export class FakeTime {
  #now = 0
  #calls = new Map<object, { readonly at: number; readonly call: () => void }>()

  readonly now = (): number => this.#now

  readonly after = (milliseconds: number, call: () => void): (() => void) => {
    const key = {}
    this.#calls.set(key, { at: this.#now + milliseconds, call })
    return () => this.#calls.delete(key)
  }

  /** Lets time pass; what falls due on the way is called in its order. */
  pass(milliseconds: number): void {
    const end = this.#now + milliseconds
    for (;;) {
      const [next] = [...this.#calls].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)
      if (!next) break
      const [key, { at, call }] = next
      this.#calls.delete(key)
      this.#now = at
      call()
    }
    this.#now = end
  }

  /** How many calls are to come. */
  get waiting(): number {
    return this.#calls.size
  }
}
