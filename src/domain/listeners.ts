/** Whom to tell when something mutable has changed, with a count that serves as a snapshot. */
export class Listeners {
  #listeners = new Set<() => void>()
  #version = 0

  /** Rises with each `tell`. */
  readonly version = (): number => this.#version

  /** Calls back on each change; gives the function that ends it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Says that something has changed. */
  tell(): void {
    this.#version += 1
    for (const listener of this.#listeners) listener()
  }
}
