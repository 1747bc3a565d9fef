import { countEdits, editsThatAre } from '#src/domain/edits-read.ts'
import type { LearnerId } from '#src/domain/course.ts'
import type { Device } from './device.ts'
import type { EditStore } from './edit-store.ts'
import type { Gradebook } from './gradebook.ts'
import { KeptTray } from './kept-tray.ts'
import { settleUnknown } from './save.ts'
import { SavingTurn } from './saving-turn.ts'
import { type SavedCell, SharedTray } from './shared-tray.ts'
import type { TrayPlace } from './tray-storage.ts'

/** Milliseconds in which another tab's outcomes are gathered: a saving tells one request after the other. */
const GATHER = 400

/** What a person has to know of the keeping. */
export type KeepingNews =
  | { readonly kind: 'restored'; readonly count: number; readonly at: number }
  /** The browser refuses to keep anything: the changes live in this tab only. */
  | { readonly kind: 'not-kept' }
  /** A newer release of this app has written there. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'damaged'; readonly replace: () => void }

export interface KeepOptions {
  readonly gradebook: Gradebook
  /** Who is signed in: nobody else's changes are shown. */
  readonly username: string
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly tell: (news: KeepingNews) => void
}

/** Gives the name under which a person's tabs find each other. */
export function channelName({ site, username }: Omit<TrayPlace, 'courseId'>): string {
  return `rollbook\n${site}\n${username}`
}

/** Keeps the tray of one course for one person: on the device, and the same in all tabs. */
export class TrayKeeper {
  readonly store: EditStore
  readonly place: TrayPlace
  readonly #kept: KeptTray
  readonly #shared: SharedTray | null
  readonly #turn: SavingTurn | null
  readonly #end: () => void
  #options: KeepOptions
  #saved: SavedCell[] = []
  #isSettling = false

  constructor({ storage, openChannel, locks }: Device, options: KeepOptions) {
    const { gradebook, username } = options
    const { courseId } = gradebook
    const store = gradebook.edits
    this.#options = options
    this.store = store
    this.place = { site: gradebook.lms.site, username, courseId }
    const { place } = this
    const name = channelName(place)
    const channel = openChannel(name)
    this.#kept = new KeptTray({
      storage,
      place,
      store,
      now: () => this.#options.now(),
      onTrouble: () => this.#options.tell({ kind: 'not-kept' }),
    })
    this.#shared =
      channel &&
      new SharedTray({
        courseId,
        store,
        channel,
        tab: crypto.randomUUID(),
        onSaving: () => this.#turn?.watch(),
        onSaved: (cells) => this.#takeSaved(cells),
        onSynced: () => void this.#settle(),
      })
    this.#turn =
      locks &&
      new SavingTurn({
        locks,
        name: `${name}\n${courseId}`,
        store,
        onStart: () => this.#shared?.tellSaving(),
      })
    if (this.#turn) store.turn = this.#turn.run
    this.#end = this.#follow(channel?.close.bind(channel))
  }

  /** Whether it keeps this course for this person. */
  isFor({ gradebook, username }: KeepOptions): boolean {
    return gradebook.edits === this.store && username === this.place.username
  }

  /** Goes on with another page of the same course, or another query. */
  goOn(options: KeepOptions): void {
    this.#options = options
  }

  /** Brings back what an earlier visit has left, and reads again what nobody knows of. Never rejects. */
  async start(): Promise<void> {
    const found = await this.#kept.find()
    const edits = found.kind === 'edits' ? found.edits : []
    if (this.#shared) this.#shared.start(edits)
    else this.store.dispatch({ type: 'sync', cells: edits.map((edit) => ({ ...edit, edit })) })
    if (found.kind === 'edits') {
      this.#options.tell({ kind: 'restored', count: edits.length, at: found.at })
    }
    if (found.kind === 'newer') this.#options.tell({ kind: 'newer' })
    if (found.kind === 'damaged') {
      this.#options.tell({ kind: 'damaged', replace: () => void this.#kept.replace() })
    }
    this.#turn?.watch()
    // Typed before this was ready.
    if (countEdits(this.store.state()).changes > edits.length) this.#kept.later()
    await this.#settle({ all: true })
  }

  /** Changes that only this tab has: they are not on the device. */
  unkept(): number {
    return this.#kept.isKeeping ? 0 : countEdits(this.store.state()).changes
  }

  flush(): Promise<void> {
    return this.#kept.flush()
  }

  /** Ends the keeping; what was to be written soon is written now. */
  stop(): void {
    this.#end()
    void this.#kept.close()
  }

  /** Signs out: nothing of this person stays in any tab. */
  forget(): void {
    this.#shared?.signOut()
    this.store.dispatch({ type: 'clear' })
  }

  #follow(closeChannel: (() => void) | undefined): () => void {
    const ending = new AbortController()
    const { signal } = ending
    const leave = () => {
      this.#shared?.tellAll()
      void this.#kept.flush()
    }
    const unwatch = this.store.watch((before, after, { type }) => {
      this.#shared?.follow(before, after)
      // What goes out now must be known as in doubt, even if the tab dies in this moment. An outcome may wait: the cell
      // would be read again.
      if (type === 'sent') void this.#kept.flush()
      else this.#kept.later()
    })
    if ('document' in globalThis) {
      addEventListener('pagehide', leave, { signal })
      addEventListener('pageshow', ({ persisted }) => persisted && this.#shared?.ask(), { signal })
      document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave(), {
        signal,
      })
    }
    return () => {
      unwatch()
      ending.abort()
      this.#shared?.tellAll()
      closeChannel?.()
    }
  }

  /** Another tab has saved: this one shows what the server says of those learners now. */
  #takeSaved(cells: readonly SavedCell[]): void {
    if (this.#saved.length === 0) setTimeout(() => void this.#readSaved(), GATHER)
    this.#saved.push(...cells)
  }

  async #readSaved(): Promise<void> {
    const { gradebook } = this.#options
    const cells = this.#saved
    this.#saved = []
    for (const { learnerId, subsectionId, overridden } of cells) {
      gradebook.sheet.markOverridden(learnerId, subsectionId, overridden)
    }
    const learners = new Set<LearnerId>(cells.map(({ learnerId }) => learnerId))
    // Where that fails the rows stay as they were; saving compares with the server in any case.
    await gradebook.readLearners(learners).catch(() => undefined)
  }

  /** Reads again what nobody knows of: all of it, or my own writes that another tab has settled for itself. */
  async #settle({ all = false } = {}): Promise<void> {
    const { store } = this
    const unknown = editsThatAre(store.state(), 'unknown')
    const isMine = unknown.some(({ inDoubt }) => inDoubt.some(({ batchId }) => batchId !== null))
    if (this.#isSettling || unknown.length === 0 || !(all || isMine)) return
    this.#isSettling = true
    const { gradebook } = this.#options
    const { lms, courseId } = gradebook
    await settleUnknown({ lms, courseId, store, rows: gradebook })
    this.#isSettling = false
  }
}
