/** How work shares the thread with the page. */
export interface Slicing {
  readonly later: (work: () => void) => void
  /** Milliseconds, any origin. */
  readonly clock: () => number
}

/** Milliseconds of work at one go: a frame has time for it and for painting. */
const SLICE = 8
/** Steps between two looks at the clock. */
const STEPS = 4

export interface SlicedWork<Result> extends Slicing {
  readonly work: Generator<void, Result>
  /** Told between two slices how many steps are done, and after how many milliseconds. */
  readonly onSlice: (steps: number, elapsed: number) => void
  readonly onDone: (result: Result) => void
}

/** Does work step by step and lets the page paint in between. The first slice is done at once. Gives the function that ends it. */
export function inSlices<Result>({ work, onSlice, onDone, later, clock }: SlicedWork<Result>): () => void {
  const began = clock()
  let steps = 0
  let isEnded = false
  const slice = (): void => {
    if (isEnded) return
    const until = clock() + SLICE
    do {
      for (let left = STEPS; left > 0; left -= 1) {
        const step = work.next()
        if (step.done) return onDone(step.value)
        steps += 1
      }
    } while (clock() < until)
    onSlice(steps, clock() - began)
    later(slice)
  }
  slice()
  return () => {
    isEnded = true
  }
}
