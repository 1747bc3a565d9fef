import { batchProgress, editsThatAre } from '#src/domain/edits-read.ts'
import { type Batch, type CellKey, type EditState, isInFlight } from '#src/domain/edits-state.ts'
import { Listeners } from '#src/domain/listeners.ts'
import type { EditStore } from './edit-store.ts'
import type { LmsError } from './errors.ts'
import type { Tray, TrayReport } from './tray.ts'

/** How many cells of one saving need a look. */
export interface Troubles {
  readonly refused: number
  readonly conflict: number
  readonly unknown: number
  /** Saved while somebody else wrote there. */
  readonly races: number
}

/** How saving as one types stands. */
export interface TypedSaving {
  readonly phase:
    | { readonly kind: 'ready' | 'saving' }
    /** The server could not be reached: it is tried again at `until`, in milliseconds since 1970. */
    | { readonly kind: 'waiting'; readonly error: LmsError; readonly until: number }
    /** Only the person can help: signed out, frozen, no right. */
    | { readonly kind: 'stopped'; readonly error: LmsError }
  /** Whether the last saving came to its end. */
  readonly works: boolean
  /** What the last saving could not save, or met; null: nothing. A new object for each saving. */
  readonly troubles: Troubles | null
  /** Cells saved since it was switched on. */
  readonly saved: number
}

export interface SaveAsTypedOptions {
  readonly store: EditStore
  readonly tray: Pick<Tray, 'changes' | 'state' | 'save' | 'readAgain'>
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Calls back after some milliseconds; gives the function that prevents it. */
  readonly after: (milliseconds: number, call: () => void) => () => void
}

/** Milliseconds without a new change that count as a pause. */
export const PAUSE = 1500
/** Whoever never pauses is saved after so many milliseconds all the same. */
const LONGEST = 10_000
const FIRST_WAIT = 5000
const LONGEST_WAIT = 5 * 60_000

/**
 * Saves what stands in the tray at each pause in typing, with the tray's own means and one thing at a time. What is
 * refused or in conflict stays there for the person; after a failure of the connection it goes on by itself.
 */
export class SaveAsTyped {
  readonly changes = new Listeners()
  readonly store: EditStore
  readonly #options: SaveAsTypedOptions
  #state: TypedSaving = { phase: { kind: 'ready' }, works: false, troubles: null, saved: 0 }
  #isStarted = false
  #isRunning = false
  /** A pause has come: what is staged is to be saved as soon as nothing else goes on. */
  #isDue = false
  /** Each prevents what it is called after. */
  readonly #timers = new Map<'pause' | 'longest' | 'wait' | 'read', () => void>()
  #failures = 0
  /** How often cells of which nobody knows the outcome could not be read, one time after another. */
  #unread = 0
  #told: TrayReport | null = null

  constructor(options: SaveAsTypedOptions) {
    this.#options = options
    this.store = options.store
  }

  /** The state now; a new object with each change. */
  readonly state = (): TypedSaving => this.#state

  /** Begins; what stands in the tray already is saved like what is typed from now on. Gives the function that ends it. */
  readonly start = (): (() => void) => {
    const { store, tray } = this.#options
    const ends = [
      store.watch((before, after) => this.#follow(before, after)),
      tray.changes.subscribe(() => this.#listen()),
    ]
    this.#isStarted = true
    this.#told = tray.state().report
    if (editsThatAre(store.state(), 'staged', 'unknown').length > 0) this.#pauseBegins()
    return () => {
      this.flush()
      this.#isStarted = false
      for (const end of [...ends, ...this.#timers.values()]) end()
      this.#timers.clear()
    }
  }

  /** Does not wait for the pause. */
  readonly flush = (): void => {
    if (this.#timers.has('pause')) this.#pauseEnds()
  }

  /** Tries at once, also where it waits or has stopped. */
  readonly saveNow = (): void => {
    this.#prevent('read')
    this.#goOn()
    this.#pauseEnds()
  }

  /** The connection may be back: what waits for it is tried at once. */
  readonly retry = (): void => {
    if (this.#timers.has('wait') || this.#timers.has('read')) this.saveNow()
  }

  #follow(before: EditState, after: EditState): void {
    if (before.edits === after.edits) return
    for (const [key, edit] of after.edits) {
      const isNew = edit !== before.edits.get(key) && edit.status.kind === 'staged'
      if (isNew && !hasLanded(key, before, after)) return this.#pauseBegins()
    }
  }

  /** A pause begins anew with each change. */
  #pauseBegins(): void {
    const end = () => this.#pauseEnds()
    this.#after('pause', PAUSE, end)
    if (!this.#timers.has('longest')) this.#after('longest', LONGEST, end)
  }

  #pauseEnds(): void {
    this.#prevent('pause')
    this.#prevent('longest')
    this.#isDue = true
    void this.#run()
  }

  /** Something else that went on in the tray has ended. A saving by the person shows whether saving works again. */
  #listen(): void {
    const { work, report } = this.#options.tray.state()
    if (work || this.#isRunning) return
    const isNews = report !== this.#told
    this.#told = report
    if (isNews && report?.kind === 'saved' && !report.error && this.#isHeldUp()) {
      this.#goOn()
      this.#isDue = true
    }
    void this.#run()
  }

  async #run(): Promise<void> {
    const { tray } = this.#options
    while (this.#isDue && this.#isStarted && !this.#isRunning && !this.#isHeldUp() && !tray.state().work) {
      this.#isDue = false
      this.#isRunning = true
      try {
        if (this.#those('unknown').length > 0 && !this.#timers.has('read')) await this.#readAgain()
        await this.#save()
      } finally {
        this.#isRunning = false
      }
    }
  }

  #isHeldUp(): boolean {
    return this.#state.phase.kind === 'waiting' || this.#state.phase.kind === 'stopped'
  }

  /** Reads the cells whose outcome nobody knows. Where that fails it is tried later, and holds up nothing else. */
  async #readAgain(): Promise<void> {
    this.#set({ phase: { kind: 'saving' } })
    const report = await this.#options.tray.readAgain(true)
    const isLeft = report?.kind === 'read' && report.left > 0
    this.#unread = isLeft ? this.#unread + 1 : 0
    if (!isLeft || !this.#isStarted) return
    this.#after('read', waitAfter(this.#unread), () => {
      this.#isDue = true
      void this.#run()
    })
  }

  async #save(): Promise<void> {
    const { tray, now } = this.#options
    const staged = this.#those('staged')
    if (staged.length === 0) return this.#set({ phase: { kind: 'ready' } })
    this.#set({ phase: { kind: 'saving' } })
    const report = await tray.save(now, staged, true)
    if (report?.kind !== 'saved') {
      // The person was quicker: it is looked at again when that has ended.
      this.#isDue = tray.state().work !== null
      return this.#set({ phase: { kind: 'ready' } })
    }
    const batch = this.store.state().batches.get(report.batchId)
    const count = batch ? batchProgress(batch).outcomes.saved : undefined
    this.#set({
      works: report.error === null,
      troubles: batch ? troublesOf(batch) : null,
      saved: this.#state.saved + (count ?? 0),
    })
    if (report.error) return this.#fail(report.error)
    this.#failures = 0
    this.#set({ phase: { kind: 'ready' } })
    // A request of this very saving may have failed after the last reading.
    if (this.#those('unknown').length > 0 && !this.#timers.has('read')) this.#pauseBegins()
  }

  #fail(error: LmsError): void {
    if (error.kind !== 'unavailable') return this.#set({ phase: { kind: 'stopped', error } })
    this.#failures += 1
    const wait = Math.max(waitAfter(this.#failures), (error.details.retryAfter ?? 0) * 1000)
    this.#set({ phase: { kind: 'waiting', error, until: this.#options.now() + wait } })
    if (this.#isStarted) this.#after('wait', wait, this.saveNow)
  }

  #goOn(): void {
    this.#prevent('wait')
    if (this.#isHeldUp()) this.#set({ phase: { kind: 'ready' } })
  }

  #those(kind: 'staged' | 'unknown') {
    return editsThatAre(this.store.state(), kind)
  }

  #after(name: 'pause' | 'longest' | 'wait' | 'read', milliseconds: number, call: () => void): void {
    this.#prevent(name)
    const prevent = this.#options.after(milliseconds, () => {
      this.#timers.delete(name)
      call()
    })
    this.#timers.set(name, prevent)
  }

  #prevent(name: 'pause' | 'longest' | 'wait' | 'read'): void {
    this.#timers.get(name)?.()
    this.#timers.delete(name)
  }

  #set(change: Partial<TypedSaving>): void {
    this.#state = { ...this.#state, ...change }
    this.changes.tell()
  }
}

/** Tells whether a change is in the tray because a saving has put it back there: nobody typed it now. */
function hasLanded(key: CellKey, before: EditState, after: EditState): boolean {
  const batchId = before.latest.get(key) ?? ''
  const flown = before.batches.get(batchId)?.items.get(key)
  const landed = after.batches.get(batchId)?.items.get(key)
  return flown !== undefined && landed !== undefined && isInFlight(flown) && !isInFlight(landed)
}

function troublesOf(batch: Batch): Troubles | null {
  const { refused = 0, conflict = 0, unknown = 0 } = batchProgress(batch).outcomes
  const races = [...batch.items.values()].filter(({ race }) => race !== null).length
  return refused + conflict + unknown + races > 0 ? { refused, conflict, unknown, races } : null
}

function waitAfter(failures: number): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - 1))
}
