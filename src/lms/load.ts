import { Listeners } from '#src/domain/listeners.ts'
import type { Sheet } from '#src/domain/sheet.ts'
import { LmsError } from './errors.ts'
import { listLearners } from './list-learners.ts'
import type { GradebookQuery, Lms, SheetChunk } from './lms.ts'

/**
 * `held`: as many learners are read as are read without being asked; more on scrolling or on demand.
 * `paused`: somebody said so. `failed`: what arrived stays, and `resume()` goes on after it.
 */
export type LoadStatus = 'reading' | 'held' | 'paused' | 'failed' | 'done'

export interface LoadState {
  readonly status: LoadStatus
  readonly read: number
  /** As the server counts; it may lag behind. Null where it does not say. */
  readonly enrolled: number | null
  readonly matching: number | null
  readonly error: LmsError | null
}

export interface LoadOptions {
  readonly lms: Pick<Lms, 'gradebook'>
  readonly query: GradebookQuery
  readonly sheet: Sheet
  /** Learners that are read without being asked for. */
  readonly limit: number
  /** Lets the browser paint between two pages. */
  readonly breathe: () => Promise<void>
}

/** Reads a course into its sheet, page after page; can be paused and goes on where it stopped. */
export class Loader {
  readonly changes = new Listeners()
  readonly #options: LoadOptions
  #state: LoadState = { status: 'paused', read: 0, enrolled: null, matching: null, error: null }
  #resume: string | null = null
  #limit: number
  #running: AbortController | null = null

  constructor(options: LoadOptions) {
    this.#options = options
    this.#limit = options.limit
  }

  /** The state now; a new object with each change, so that it serves as a snapshot. */
  readonly state = (): LoadState => this.#state

  /** Starts, or goes on after the last chunk that arrived. Does nothing while reading or when all is read. */
  start(): void {
    if (this.#running || this.#state.status === 'done') return
    const running = new AbortController()
    this.#running = running
    this.#set({ status: 'reading', error: null })
    void this.#read(running)
  }

  /** Stops after what has arrived. */
  pause(): void {
    this.#running?.abort()
    this.#running = null
    if (this.#state.status === 'reading') this.#set({ status: 'paused' })
  }

  /** Reads `count` learners more than are read now, or all that are left. */
  more(count = Number.POSITIVE_INFINITY): void {
    this.#limit = Math.max(this.#limit, this.#state.read + count)
    this.start()
  }

  async #read(running: AbortController): Promise<void> {
    const { lms, query, sheet, breathe } = this.#options
    try {
      const resume = this.#resume ?? undefined
      // A page is asked for when the loop comes round, not when it arrives: a row may have been read again meanwhile.
      let asked = sheet.ask()
      for await (const chunk of listLearners(lms, { ...query, resume }, running.signal)) {
        // A pause, or a newer query, has taken over: an older answer changes nothing any more.
        if (running.signal.aborted) return
        sheet.apply(chunk, asked)
        this.#took(chunk)
        if (chunk.resume === null) return this.#stop(running, { status: 'done' })
        if (this.#state.read >= this.#limit) return this.#stop(running, { status: 'held' })
        await breathe()
        asked = sheet.ask()
      }
      // A stream that ends without saying so has nothing more to give.
      if (!running.signal.aborted) this.#stop(running, { status: 'done' })
    } catch (cause) {
      if (running.signal.aborted) return
      const error = cause instanceof LmsError ? cause : new LmsError('contract', { cause })
      this.#stop(running, { status: 'failed', error })
    }
  }

  #took(chunk: SheetChunk): void {
    this.#resume = chunk.resume ?? this.#resume
    const read = this.#state.read + (chunk.rows?.length ?? 0)
    this.#set({
      read,
      enrolled: chunk.counts?.enrolled ?? this.#state.enrolled,
      matching: chunk.counts?.matching ?? this.#state.matching,
    })
  }

  #stop(running: AbortController, change: Partial<LoadState>): void {
    if (this.#running === running) this.#running = null
    running.abort()
    this.#set(change)
  }

  #set(change: Partial<LoadState>): void {
    this.#state = { ...this.#state, ...change }
    this.changes.tell()
  }
}
