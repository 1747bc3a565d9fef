import { countEdits } from '#src/domain/edits-read.ts'
import type { Edit, EditState } from '#src/domain/edits-state.ts'
import { type StoredEdits, restoreEdits, serialiseInSteps } from '#src/domain/edits-stored.ts'
import type { EditStore } from './edit-store.ts'
import type { TrayPlace, TrayStorage } from './tray-storage.ts'

/** Milliseconds from a change until it is written: one write for what is typed at a stretch. */
const SOON = 150
/** Milliseconds of work at one go: a frame has time for it and for painting. */
const SLICE = 8

/** What was found from an earlier visit. `newer` and `damaged` records are left alone: nothing is written over them. */
export type Found =
  | { readonly kind: 'nothing' | 'newer' | 'damaged' | 'unreadable' }
  | { readonly kind: 'edits'; readonly edits: readonly Edit[]; readonly at: number }

interface KeptTrayOptions {
  readonly storage: TrayStorage
  readonly place: TrayPlace
  readonly store: EditStore
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** The device refuses: the changes live in memory only. Called once. */
  readonly onTrouble: () => void
}

/** Keeps what is not saved of one course on this device. */
export class KeptTray {
  readonly #options: KeptTrayOptions
  #timer: ReturnType<typeof setTimeout> | null = null
  #writing: Promise<void> | null = null
  /** What is to be written when the writing that goes on has ended: of several states only the last one. */
  #next: EditState | null = null
  #isHurried = false
  /** Goes on at once, where the writing waits for the page to paint. */
  #goOn = () => {}
  #isOpen = false
  #isTroubled = false
  readonly #onLeave = () => void this.flush()

  constructor(options: KeptTrayOptions) {
    this.#options = options
  }

  /** Whether what is open is on the device, or soon will be. */
  get isKeeping(): boolean {
    return this.#isOpen && !this.#isTroubled
  }

  /** Reads what an earlier visit has left. From then on changes are written, unless that has to be left alone. */
  async find(): Promise<Found> {
    const { storage, place } = this.#options
    try {
      const found = readRecord(await storage.read(place))
      this.#isOpen = found.kind === 'nothing' || found.kind === 'edits'
      return found
    } catch {
      // Reading may fail once; writing is tried all the same.
      this.#isOpen = true
      this.#trouble()
      return { kind: 'unreadable' }
    }
  }

  /** Gives up what cannot be read, so that changes are kept again. */
  replace(): Promise<void> {
    this.#isOpen = true
    return this.flush()
  }

  /** Writes soon. */
  later(): void {
    if (this.#timer !== null) return
    this.#timer = setTimeout(() => void this.#begin(), SOON)
    // When the page is hidden for good it is too late for the database, now and then. Only while something waits: a page
    // with such a listener may not be kept for the way back.
    globalThis.addEventListener?.('beforeunload', this.#onLeave)
  }

  /** Writes at once, and lets the page wait for it; never rejects. */
  flush(): Promise<void> {
    this.#isHurried = true
    this.#goOn()
    return this.#begin()
  }

  #begin(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    globalThis.removeEventListener?.('beforeunload', this.#onLeave)
    // As it is now: the next moment may belong to somebody else.
    if (this.#isOpen) this.#next = this.#options.store.state()
    if (this.#next) this.#writing ??= this.#writeAll()
    return this.#writing ?? Promise.resolve()
  }

  /** Ends the writing. What was to be written soon is written now. */
  async close(): Promise<void> {
    if (this.#timer !== null) void this.flush()
    this.#isOpen = false
    await this.#writing
  }

  async #writeAll(): Promise<void> {
    while (this.#next) {
      const state = this.#next
      this.#next = null
      await this.#write(state)
    }
    this.#writing = null
    this.#isHurried = false
  }

  async #write(state: EditState): Promise<void> {
    const { storage, place, now } = this.#options
    try {
      if (countEdits(state).changes === 0) await storage.remove(place)
      else await storage.write(place, { ...(await this.#serialise(state)), at: now() })
    } catch {
      this.#trouble()
    }
  }

  /** Many changes are put in writing bit by bit, so that the page is not held up, unless it is about to go. */
  async #serialise(state: EditState): Promise<StoredEdits> {
    const steps = serialiseInSteps(state)
    let until = performance.now() + SLICE
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
      if (this.#isHurried || performance.now() < until) continue
      await new Promise<void>((resolve) => {
        this.#goOn = resolve
        setTimeout(resolve)
      })
      until = performance.now() + SLICE
    }
  }

  #trouble(): void {
    if (this.#isTroubled) return
    this.#isTroubled = true
    this.#options.onTrouble()
  }
}

/** Gives what a record of this device holds. Of a damaged one nothing is taken: what is left of it stays as it is. */
export function readRecord(record: unknown): Found {
  if (record === undefined) return { kind: 'nothing' }
  const { version, edits, at } = Object(record) as Record<string, unknown>
  if (typeof version === 'number' && version > 1) return { kind: 'newer' }
  const restored = [...restoreEdits(record).edits.values()]
  if (!Array.isArray(edits) || restored.length !== edits.length || typeof at !== 'number') {
    return { kind: 'damaged' }
  }
  return restored.length === 0 ? { kind: 'nothing' } : { kind: 'edits', edits: restored, at }
}
