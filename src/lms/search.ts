import type { LearnerId } from '#src/domain/course.ts'
import { Listeners } from '#src/domain/listeners.ts'
import type { Sheet } from '#src/domain/sheet.ts'
import { LmsError } from './errors.ts'
import { listLearners } from './list-learners.ts'
import type { GradebookQuery, Lms } from './lms.ts'

export interface SearchState {
  readonly text: string
  readonly status: 'idle' | 'searching' | 'done' | 'failed'
  /** Learners whose username, e-mail address or student key fits, as the server says. */
  readonly found: ReadonlySet<LearnerId>
  /** More learners fit than were read: a longer text would tell. */
  readonly more: boolean
  readonly error: LmsError | null
}

const IDLE: SearchState = { text: '', status: 'idle', found: new Set(), more: false, error: null }

/** Matches read for one search; a text that fits more is better told by its learners already read. */
const MOST = 500

/**
 * Asks the server for learners, beside the reading of the whole course: their rows go into the same sheet. The server
 * knows e-mail addresses that no row tells; names are known only to the learners already read.
 */
export class LearnerSearch {
  readonly changes = new Listeners()
  #state = IDLE
  #running: AbortController | null = null
  readonly #lms: Pick<Lms, 'gradebook' | 'capabilities'>
  readonly #query: GradebookQuery | null
  readonly #sheet: Sheet

  /** @param query what else the learners found have to fit; null: only those already read are searched */
  constructor(lms: Pick<Lms, 'gradebook' | 'capabilities'>, query: GradebookQuery | null, sheet: Sheet) {
    this.#lms = lms
    this.#query = query
    this.#sheet = sheet
  }

  /** The state now; a new object with each change. */
  readonly state = (): SearchState => this.#state

  /** Searches anew. The answer to an earlier text never overwrites this one; an empty text ends the search. */
  search(text: string): void {
    const wanted = text.trim()
    if (wanted === this.#state.text && this.#state.status !== 'failed') return
    this.#running?.abort()
    this.#running = null
    if (wanted === '' || !this.#query || !this.#lms.capabilities.serverFilters.has('search')) {
      this.#set({ ...IDLE, text: wanted })
      return
    }
    const running = new AbortController()
    this.#running = running
    this.#set({ ...IDLE, text: wanted, status: 'searching' })
    void this.#read({ ...this.#query, search: wanted }, running)
  }

  async #read(query: GradebookQuery, running: AbortController): Promise<void> {
    try {
      let asked = this.#sheet.ask()
      for await (const chunk of listLearners(this.#lms, query, running.signal)) {
        if (running.signal.aborted) return
        this.#sheet.apply(chunk, asked)
        const found = new Set(this.#state.found)
        for (const row of chunk.rows ?? []) found.add(row.learner.id)
        const more = found.size >= MOST && chunk.resume !== null
        this.#set({ ...this.#state, found, more })
        if (more) break
        asked = this.#sheet.ask()
      }
      if (!running.signal.aborted) this.#set({ ...this.#state, status: 'done' })
    } catch (cause) {
      if (running.signal.aborted) return
      const error = cause instanceof LmsError ? cause : new LmsError('contract', { cause })
      this.#set({ ...this.#state, status: 'failed', error })
    } finally {
      running.abort()
    }
  }

  #set(state: SearchState): void {
    this.#state = state
    this.changes.tell()
  }
}
